package io.quartermaster.dashboard;

import io.quartermaster.access.User;
import io.quartermaster.dashboard.PictureView.Fan;
import io.quartermaster.dashboard.TotalsView.Choice;
import io.quartermaster.dashboard.TotalsView.Day;
import io.quartermaster.dashboard.TotalsView.Part;
import io.quartermaster.demand.TotalForecast;
import io.quartermaster.demand.Totals;
import io.quartermaster.demand.Totals.By;
import io.quartermaster.planning.ProjectionPicture.FanDay;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// Draws what will be asked for of the chain, and of its channels, categories and locations: of
/// those that this person sees.
@Component
class TotalsViews {

    private static final Map<By, String> CUTS = Map.of(
            By.CHAIN, "All",
            By.CHANNEL, "Channels",
            By.CATEGORY, "Categories",
            By.LOCATION, "Locations");
    private static final Map<String, String> CHANNELS =
            Map.of("TILL", "At the till", "WEB", "On the web", "MARKETPLACE", "On marketplaces");
    private static final Map<Unit, String> UNITS =
            Map.of(Unit.EACH, "Pieces", Unit.KILOGRAM, "Kilograms", Unit.LITRE, "Litres", Unit.METRE, "Metres");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final int DAYS = 14;
    private static final int DAYS_DRAWN = 28;
    private static final int ROWS = 12;
    private static final int MORE_MAX = 200;

    private final Totals totals;
    private final Names names;

    TotalsViews(Totals totals, Names names) {
        this.totals = totals;
        this.names = names;
    }

    /// What somebody wants to see.
    ///
    /// @param by `channel` and so on; what is unknown is all together
    /// @param of a part to draw; empty for the whole
    /// @param unit likewise; what is unknown is what sells most
    record Asked(String by, String of, String unit) {

        By cut() {
            return Arrays.stream(By.values())
                    .filter(one -> one.name().equalsIgnoreCase(by))
                    .findFirst()
                    .orElse(By.CHAIN);
        }

        String address(By cut, String part, Unit in) {
            return "/forecasts?by=%s&of=%s&unit=%s#totals"
                    .formatted(lower(cut), URLEncoder.encode(part, StandardCharsets.UTF_8), lower(in));
        }
    }

    TotalsView of(Asked asked, User user, Words words) {
        var wholes = totals.by(By.CHAIN, user.locations()).stream()
                .sorted(Comparator.comparing(TotalsViews::expected).reversed())
                .toList();
        if (wholes.isEmpty()) {
            return TotalsView.NONE;
        }
        var whole = wholes.stream()
                .filter(one -> lower(one.unit()).equals(asked.unit))
                .findFirst()
                .orElse(wholes.getFirst());
        var cut = asked.cut();
        var parts = cut == By.CHAIN ? List.<TotalForecast>of() : parts(cut, whole.unit(), user);
        var drawn = parts.stream()
                .filter(part -> !asked.of.isEmpty() && id(part).equals(asked.of))
                .findFirst()
                .orElse(whole);
        var figures = AddingUp.rounded(parts.stream().map(TotalsViews::expected).toList());
        var rows = IntStream.range(0, parts.size())
                .mapToObj(i -> part(parts.get(i), figures.get(i), asked, whole, drawn))
                .toList();
        var expected = drawn == whole ? rounded(expected(whole)) : figures.get(parts.indexOf(drawn));
        return new TotalsView(
                sentence(drawn, expected, words),
                cuts(asked, whole.unit()),
                wholes.size() < 2 ? List.of() : units(asked, wholes, whole.unit()),
                rows.subList(0, Math.min(ROWS, rows.size())),
                rows.subList(Math.min(ROWS, rows.size()), Math.min(MORE_MAX, rows.size())),
                drawn == whole ? "All together" : label(cut, drawn.key()),
                days(drawn, words),
                made(whole, words));
    }

    private List<TotalForecast> parts(By cut, Unit unit, User user) {
        return totals.by(cut, user.locations()).stream()
                .filter(part -> part.unit() == unit)
                .sorted(Comparator.comparing(TotalsViews::expected).reversed().thenComparing(TotalForecast::key))
                .toList();
    }

    private static int length(TotalForecast total) {
        return Math.min(DAYS, total.horizon());
    }

    private static BigDecimal expected(TotalForecast total) {
        return total.units(length(total));
    }

    /// @param figure its rounded units, which add up with those of the others
    private Part part(TotalForecast part, BigDecimal figure, Asked asked, TotalForecast whole, TotalForecast drawn) {
        var cut = asked.cut();
        return new Part(
                label(cut, part.key()),
                range(part),
                units(figure, part.unit()),
                percent(expected(part), expected(whole), 0) + " %",
                percent(expected(part), expected(whole), 1),
                new Choice("", asked.address(cut, id(part), part.unit()), part == drawn));
    }

    /// A part's name in an address: never empty, for that is the whole.
    private static String id(TotalForecast part) {
        return "=" + part.key();
    }

    private List<Choice> cuts(Asked asked, Unit unit) {
        return Arrays.stream(By.values())
                .map(cut -> new Choice(CUTS.getOrDefault(cut, ""), asked.address(cut, "", unit), cut == asked.cut()))
                .toList();
    }

    private static List<Choice> units(Asked asked, List<TotalForecast> wholes, Unit chosen) {
        return wholes.stream()
                .map(whole -> new Choice(
                        UNITS.getOrDefault(whole.unit(), ""),
                        asked.address(asked.cut(), "", whole.unit()),
                        whole.unit() == chosen))
                .toList();
    }

    private String label(By cut, String key) {
        return switch (cut) {
            case CHAIN -> "All together";
            case CHANNEL -> CHANNELS.getOrDefault(key, key);
            case LOCATION -> names.location(new LocationId(key));
            case CATEGORY -> key.isEmpty() ? "No category" : key.equals("*") ? "All other categories" : key;
        };
    }

    private static String sentence(TotalForecast total, BigDecimal expected, Words words) {
        int days = length(total);
        return "%s expected from %s to %s, likely %s. In the %s before, %s were sold."
                .formatted(
                        units(expected, total.unit()),
                        words.dayName(total.firstDay()),
                        words.dayName(total.firstDay().plusDays(days - 1L)),
                        range(total),
                        Words.plural(days, "day", "days"),
                        units(sold(total, days), total.unit()));
    }

    private static BigDecimal sold(TotalForecast total, int days) {
        var sold = BigDecimal.ZERO;
        for (var before = 1; before <= Math.min(days, total.pastDays()); before++) {
            sold = sold.add(total.sold(before));
        }
        return sold;
    }

    private static String range(TotalForecast total) {
        var together = total.over(length(total));
        return "%s to %s".formatted(whole(together.quantile(0.05)), whole(together.quantile(0.95)));
    }

    private static List<Day> days(TotalForecast total, Words words) {
        var days = new ArrayList<Day>();
        for (var before = total.pastDays(); before > 0; before--) {
            var day = total.firstDay().minusDays(before);
            days.add(new Day(day.toEpochDay(), words.dayName(day), PictureView.figure(total.sold(before)), Fan.NONE));
        }
        for (var ahead = 0; ahead < Math.min(DAYS_DRAWN, total.horizon()); ahead++) {
            var day = total.firstDay().plusDays(ahead);
            var spread = total.on(ahead);
            var fan = new FanDay(
                    day,
                    spread.quantile(0.05),
                    spread.quantile(0.25),
                    spread.mean(),
                    spread.quantile(0.75),
                    spread.quantile(0.95));
            days.add(new Day(day.toEpochDay(), words.dayName(day), "", Fan.of(fan)));
        }
        return days;
    }

    private static String made(TotalForecast whole, Words words) {
        return "The sum of %s, each of a product at a location; made %s."
                .formatted(Words.plural(whole.forecasts(), "forecast", "forecasts"), words.ago(whole.madeAt()));
    }

    private static BigDecimal rounded(BigDecimal units) {
        return units.setScale(0, RoundingMode.HALF_UP);
    }

    private static String units(BigDecimal units, Unit unit) {
        var rounded = Words.number(rounded(units));
        return switch (unit) {
            case EACH -> rounded;
            case KILOGRAM -> rounded + " kg";
            case LITRE -> rounded + " l";
            case METRE -> rounded + " m";
        };
    }

    private static String whole(double units) {
        return Words.number(Math.round(units));
    }

    private static String percent(BigDecimal part, BigDecimal whole, int decimals) {
        return whole.signum() <= 0
                ? "0"
                : part.multiply(HUNDRED)
                        .divide(whole, decimals, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
