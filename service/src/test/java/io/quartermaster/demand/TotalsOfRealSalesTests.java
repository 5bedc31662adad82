package io.quartermaster.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quartermaster.books.sales.ChannelSales;
import io.quartermaster.forecasting.DemandSeries;
import io.quartermaster.forecasting.ForecastInputs;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.SaleEvent.Channel;
import io.quartermaster.retail.Unit;
import io.quartermaster.retail.VariantId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// How good totals of real shops were, from several dates in their past: `-Dbench=true`.
///
/// The sales are of one way of selling; every third product stands for what is sold on the web.
class TotalsOfRealSalesTests {

    private static final Path SALES = Path.of(System.getenv().getOrDefault("QUARTERMASTER_SHARED", "../../shared"))
            .resolve("forecast/data/m5open.csv.gz");
    private static final int HISTORY = 730;
    private static final int HORIZON = 28;
    private static final int ORIGINS = 10;
    private static final int BETWEEN_ORIGINS = 70;

    private record Series(String product, String department, LocationId store, Map<LocalDate, Integer> sold) {

        Channel channel() {
            return Math.floorMod(product.hashCode(), 3) == 0 ? Channel.WEB : Channel.TILL;
        }
    }

    /// Errors and coverage of one kind of total.
    private static final class Score {
        double sold;
        double sum;
        double alone;
        double lean;
        int days;
        int daysWithin;
        int weeks;
        int weeksWithin;
        int fortnights;
        int fortnightsWithin;
        int fortnightsAbove;
    }

    @Test
    @EnabledIfSystemProperty(named = "bench", matches = "true")
    void sumsAreAsGoodAsATotalsOwnForecastAndSaySoHonestly() throws IOException {
        assumeTrue(Files.exists(SALES), "No sales at %s: set QUARTERMASTER_SHARED.".formatted(SALES));
        var series = read();
        var end = series.stream()
                .flatMap(one -> one.sold.keySet().stream())
                .max(LocalDate::compareTo)
                .orElseThrow();
        var scores = new TreeMap<String, Score>();
        for (int origin = 0; origin < ORIGINS; origin++) {
            var today = end.plusDays(1L - HORIZON - (long) BETWEEN_ORIGINS * origin);
            judge(series, today, scores);
        }
        scores.forEach((kind, score) -> System.out.printf(
                Locale.ROOT,
                "%-22s error of the sum %.3f, alone %.3f, lean %+.1f %%; within .95: days %.1f %%, weeks %.1f %%,"
                        + " fortnights %.1f %% (%d); above .05 %.1f %%%n",
                kind,
                score.sum / score.sold,
                score.alone / score.sold,
                100 * score.lean / score.sold,
                100.0 * score.daysWithin / score.days,
                100.0 * score.weeksWithin / score.weeks,
                100.0 * score.fortnightsWithin / score.fortnights,
                score.fortnights,
                100.0 * score.fortnightsAbove / score.fortnights));
        scores.values().forEach(score -> assertThat(score.sum).isLessThan(1.1 * score.alone));
    }

    private static void judge(List<Series> all, LocalDate today, Map<String, Score> scores) {
        var sums = new LeafSums(today, HORIZON);
        var sold = new SoldSums(today, HISTORY);
        var later = new SoldSums(today.plusDays(HORIZON), HORIZON);
        for (var one : all) {
            var history = history(one, today);
            var forecast = ForecastMaker.of(
                    ForecastInputs.of(history, HORIZON), new VariantId(one.product), one.store, today, Instant.EPOCH);
            sums.add(one.department, Unit.EACH, forecast);
            sold.add(one.store, sales(one, sold.from(), sold.to()));
            later.add(one.store, sales(one, later.from(), later.to()));
        }
        var own = sold.learnable().stream()
                .collect(Collectors.toMap(Function.identity(), key -> OwnForecast.of(sold.series(key), HORIZON)));
        for (var total : new TotalsMade(sums, sold, own).totals()) {
            var key = total.key();
            var kind = key.kind() + (key.isEverywhere() ? "" : " at a location");
            judge(total, later.last(key, HORIZON), scores.computeIfAbsent(kind, _ -> new Score()));
        }
    }

    private static void judge(Total total, long[] came, Score score) {
        var forecast = new TotalForecast("", total, new TotalsStore.Making(LocalDate.EPOCH, Instant.EPOCH));
        for (int day = 0; day < HORIZON; day++) {
            double units = TenThousandths.units(came[day]);
            double expected = TenThousandths.units(total.means()[day]);
            score.sold += units;
            score.sum += Math.abs(expected - units);
            score.lean += expected - units;
            score.alone += Math.abs((total.alone().length == 0 ? expected : total.alone()[day]) - units);
            score.days++;
            score.daysWithin += units <= forecast.on(day).quantile(0.95) ? 1 : 0;
        }
        score.weeks++;
        score.weeksWithin += first(came, 7) <= forecast.over(7).quantile(0.95) ? 1 : 0;
        score.fortnights++;
        score.fortnightsWithin += first(came, 14) <= forecast.over(14).quantile(0.95) ? 1 : 0;
        score.fortnightsAbove += first(came, 14) >= forecast.over(14).quantile(0.05) ? 1 : 0;
    }

    private static double first(long[] came, int days) {
        return TenThousandths.units(java.util.Arrays.stream(came, 0, days).sum());
    }

    private static DemandSeries history(Series one, LocalDate today) {
        var first = one.sold.keySet().stream().min(LocalDate::compareTo).orElse(today);
        var from = first.isBefore(today.minusDays(HISTORY)) ? today.minusDays(HISTORY) : first;
        int days = (int) Math.max(0, today.toEpochDay() - from.toEpochDay());
        var units = new double[days];
        for (int i = 0; i < days; i++) {
            units[i] = one.sold.getOrDefault(from.plusDays(i), 0);
        }
        return DemandSeries.daily(from, units, new boolean[days]);
    }

    private static List<ChannelSales> sales(Series one, LocalDate from, LocalDate to) {
        var sales = new ArrayList<ChannelSales>();
        for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
            int units = one.sold.getOrDefault(day, 0);
            if (units > 0) {
                sales.add(
                        new ChannelSales(one.department, one.channel(), day, Quantity.each(BigDecimal.valueOf(units))));
            }
        }
        return sales;
    }

    private static List<Series> read() throws IOException {
        var series = new HashMap<String, Series>();
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(SALES)), StandardCharsets.UTF_8))) {
            var header = List.of(lines.readLine().split(",", -1));
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var cells = line.split(",", -1);
                var product = cells[header.indexOf("item_id")];
                var department = cells[header.indexOf("dept_id")];
                var store = new LocationId(cells[header.indexOf("store_id")]);
                series.computeIfAbsent(
                                cells[header.indexOf("unique_id")],
                                _ -> new Series(product, department, store, new HashMap<>()))
                        .sold
                        .put(LocalDate.parse(cells[1]), (int) Double.parseDouble(cells[2]));
            }
        }
        return List.copyOf(series.values());
    }
}
