package io.quartermaster.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.demand.TotalForecast;
import io.quartermaster.demand.Totals;
import io.quartermaster.demand.Totals.By;
import io.quartermaster.retail.LocationId;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What will be asked for of many things together.
@RestController
@Tag(name = "forecasts")
final class TotalsResource {

    private static final String DAYS_USUAL = "14";
    private static final int DECIMALS = 4;
    private static final int LOCATIONS_MAX = 100;
    private static final int DAYS_MAX = 120;
    private static final String BETWEEN = "\n";

    private final Totals totals;
    private final Catalog catalog;

    TotalsResource(Totals totals, Catalog catalog) {
        this.totals = totals;
        this.catalog = catalog;
    }

    /// Totals of one making, which agree: whatever they are asked `by`, means of the same locations,
    /// days and unit add up to the same to the last of their four decimals. Quantiles do not add up.
    ///
    /// @param from the first day; null if no totals were made yet
    /// @param madeAt null likewise
    /// @param nextCursor to be sent back as it is, as `cursor`; null after the last part. After newer
    /// totals were made, `made_at` differs: begin again
    record TotalsView(
            String by,

            @JsonInclude(Include.ALWAYS) @Nullable LocalDate from,

            int days,

            @JsonProperty("made_at") @JsonInclude(Include.ALWAYS) @Nullable
            Instant madeAt,

            List<TotalView> items,

            @JsonProperty("next_cursor") @JsonInclude(Include.ALWAYS) @Nullable
            String nextCursor) {}

    /// One total.
    ///
    /// @param key `TILL`, `WEB` or `MARKETPLACE`; a category, `*` for all that have no total of their
    /// own; a location's id; empty for the chain and for what has no category
    /// @param unit kilograms and pieces do not add up, each has its own total
    /// @param mean units expected in these days together
    /// @param low5 units that are asked for with a chance of 95 %
    /// @param high95 units that are enough with a chance of 95 %
    /// @param alone what the total's own past alone would say of the mean; null if it was not asked
    /// @param forecasts how many forecasts of variants it is the sum of; 0 for a channel, which is a
    /// part of such a sum
    record TotalView(
            String key,
            String name,
            String unit,
            BigDecimal mean,
            BigDecimal low5,
            BigDecimal high95,

            @JsonInclude(Include.ALWAYS) @Nullable BigDecimal alone,

            int forecasts,
            List<TotalDay> daily) {}

    record TotalDay(LocalDate day, BigDecimal mean, BigDecimal high95) {}

    /// Totals of the chain, or by channel, category or location; of all locations, or of those named.
    @GetMapping("/v1/forecasts/totals")
    TotalsView totals(
            @RequestParam(defaultValue = "chain")
                    @Parameter(schema = @Schema(allowableValues = {"chain", "channel", "category", "location"}))
                    String by,
            @RequestParam(name = "location_id", required = false) @Nullable List<String> locations,
            @RequestParam(defaultValue = DAYS_USUAL) int days,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = Page.LIMIT_USUAL) int limit) {
        var cut = by(by);
        Page.limit(limit);
        var all = totals.by(cut, places(locations == null ? List.of() : locations));
        requireDays(days, all);
        var after = Page.open(cursor);
        var rest = all.stream()
                .filter(total -> after.isEmpty() || place(total).compareTo(after) > 0)
                .sorted((one, other) -> place(one).compareTo(place(other)))
                .limit(limit + 1L)
                .toList();
        var page = Page.of(rest, limit, total -> view(cut, total, days), TotalsResource::place);
        var first = all.isEmpty() ? null : all.getFirst();
        return new TotalsView(
                cut.name().toLowerCase(Locale.ROOT),
                first == null ? null : first.firstDay(),
                days,
                first == null ? null : first.madeAt(),
                page.items(),
                page.nextCursor());
    }

    private static By by(String word) {
        return Arrays.stream(By.values())
                .filter(by -> by.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new BadRequest("""
                        The field by (%s) is none that we know.
                        Maybe chain, channel, category or location.""".formatted(word)));
    }

    private Set<LocationId> places(List<String> asked) {
        if (asked.size() > LOCATIONS_MAX) {
            throw new BadRequest(
                    "The field location_id must come at most %d times, not %d.".formatted(LOCATIONS_MAX, asked.size()));
        }
        var places = new LinkedHashSet<LocationId>();
        for (var id : asked) {
            var place = Asked.read("location_id", () -> new LocationId(id));
            if (catalog.location(place).isEmpty()) {
                throw new BadRequest("""
                        The field location_id (%s) is no location.
                        Maybe one of those that GET /v1/locations tells.""".formatted(id));
            }
            places.add(place);
        }
        return places;
    }

    private static void requireDays(int days, List<TotalForecast> all) {
        int most = all.stream().mapToInt(TotalForecast::horizon).min().orElse(DAYS_MAX);
        if (days < 1 || days > most) {
            throw new BadRequest("""
                    The field days (%d) must be 1 to %d.
                    Maybe a greater quartermaster.demand.totals.horizon-days, from the next making on.""".formatted(days, most));
        }
    }

    private static String place(TotalForecast total) {
        return total.key() + BETWEEN + total.unit();
    }

    private TotalView view(By by, TotalForecast total, int days) {
        var together = total.over(days);
        return new TotalView(
                total.key(),
                name(by, total.key()),
                total.unit().name(),
                total.units(days),
                shown(together.quantile(0.05)),
                shown(together.quantile(0.95)),
                total.alone(days).orElse(null),
                total.forecasts(),
                IntStream.range(0, days)
                        .mapToObj(day -> new TotalDay(
                                total.firstDay().plusDays(day),
                                total.mean(day),
                                shown(total.on(day).quantile(0.95))))
                        .toList());
    }

    /// As people call it; a category and a channel are called what they are.
    private String name(By by, String key) {
        return switch (by) {
            case LOCATION -> catalog.locationOrNameless(new LocationId(key)).name();
            case CHAIN, CHANNEL, CATEGORY -> key;
        };
    }

    private static BigDecimal shown(double units) {
        return BigDecimal.valueOf(units).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
