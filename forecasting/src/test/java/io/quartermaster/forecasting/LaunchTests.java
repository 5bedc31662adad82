package io.quartermaster.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quartermaster.forecasting.Analogues.Article;
import io.quartermaster.forecasting.Analogues.Candidate;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Launches of real products: all but their first days are hidden, and then compared with three
/// forecasts. Skipped where the data are not at hand.
class LaunchTests {

    private static final double[] LEVELS = {.005, .025, .165, .25, .5, .75, .835, .975, .995};
    static final Path DATA = Path.of(Objects.requireNonNullElse(System.getenv("QUARTERMASTER_SHARED"), "../../shared"))
            .resolve("forecast/data");

    /// One article in one shop, from the period in which it was first sold.
    record Sold(Article article, int first, double[] units) {

        /// What was known of it at a period of the panel.
        double[] knownAt(int period) {
            return Arrays.copyOf(units, Math.clamp(period - first, 0, units.length));
        }
    }

    record Shops(Frequency frequency, LocalDate start, List<Sold> sold) {}

    /// A sum of scaled errors: of means, of quantiles, of sums.
    private static final class Score {
        private double error;
        private double pinball;
        private double said;
        private double came;
        private int covered;
        private int periods;
        private int launches;

        void add(double[] means, double[][] quantiles, double[] units, double scale) {
            double squares = 0;
            double loss = 0;
            for (int h = 0; h < units.length; h++) {
                squares += (units[h] - means[h]) * (units[h] - means[h]);
                for (int q = 0; q < LEVELS.length; q++) {
                    double off = units[h] - quantiles[h][q];
                    loss += (off >= 0 ? LEVELS[q] * off : (LEVELS[q] - 1) * off) / LEVELS.length;
                }
                said += means[h];
                came += units[h];
                covered += units[h] <= quantiles[h][LEVELS.length - 2] ? 1 : 0;
                periods++;
            }
            error += Math.sqrt(squares / units.length) / scale;
            pinball += loss / units.length / scale;
            launches++;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%.3f / %.3f, bias %+.1f %%, .975 covers %.1f %%",
                    error / launches,
                    pinball / launches,
                    100 * (said / came - 1),
                    100.0 * covered / periods);
        }
    }

    /// Before anything was sold, and while four weeks are known. The least loss of quantiles, which
    /// orders are made of.
    @ParameterizedTest
    @CsvSource({
        "m5open, 0, 28, 1.0", "m5open, 7, 28, 1.1", "m5open, 14, 28, 1.1", "m5open, 28, 28, 1.1", "m5open, 42, 28, 1.1",
        "frat, 0, 8, 0.5", "frat, 1, 8, 0.85", "frat, 2, 8, 0.95", "frat, 4, 8, 1.0", "frat, 6, 8, 1.0"
    })
    void losesLessThanOnItsOwnFewDays(String set, int known, int horizon, double times) throws IOException {
        var file = DATA.resolve(set + ".csv.gz");
        assumeTrue(Files.exists(file), "No sales at %s: set QUARTERMASTER_SHARED.".formatted(file));
        var shops = read(file, set.equals("frat") ? Frequency.WEEKLY : Frequency.DAILY);
        var cold = new Score();
        var alone = new Score();
        var category = new Score();
        for (var launch : launches(shops)) {
            score(shops, launch, known, horizon, List.of(cold, alone, category));
        }
        System.out.printf(
                "%s %d known, %d launches: cold %s; alone %s; category %s%n",
                set, known, cold.launches, cold, alone, category);

        assertThat(cold.pinball).isLessThan(times * alone.pinball);
        assertThat(cold.pinball).isLessThan(category.pinball);
    }

    private static void score(Shops shops, Sold launch, int known, int horizon, List<Score> scores) {
        int origin = launch.first + known;
        if (launch.first + launch.units.length < origin + horizon) {
            return;
        }
        var own = DemandSeries.of(
                shops.frequency.dayOf(shops.start, launch.first),
                shops.frequency,
                launch.knownAt(origin),
                new boolean[known]);
        double[] came = Arrays.copyOfRange(launch.units, known, known + horizon);
        double scale = scale(launch.units);
        var others = others(shops, launch, origin);
        if (others.isEmpty()) {
            return;
        }
        var cold = ColdStart.of(Analogues.among(others).of(launch.article)).forecast(own, horizon);
        add(scores.get(0), cold, came, scale);
        add(scores.get(1), Forecaster.standard().forecast(own, horizon), came, scale);
        double usual = others.stream()
                .filter(one -> one.article().place().equals(launch.article.place()))
                .filter(one -> one.article().traits().equals(launch.article.traits()))
                .mapToDouble(one -> one.analogue().level())
                .average()
                .orElse(0);
        var means = new double[horizon];
        Arrays.fill(means, usual);
        var quantiles = new double[horizon][];
        Arrays.fill(quantiles, new WindowDemand(usual, Math.sqrt(2 * usual), true).quantiles(LEVELS));
        scores.get(2).add(means, quantiles, came, scale);
    }

    private static void add(Score score, Forecast forecast, double[] came, double scale) {
        var quantiles = new double[came.length][];
        for (int h = 0; h < came.length; h++) {
            quantiles[h] = forecast.over(h, 1).quantiles(LEVELS);
        }
        score.add(forecast.means(), quantiles, came, scale);
    }

    private static List<Candidate> others(Shops shops, Sold launch, int origin) {
        int least = shops.frequency == Frequency.DAILY ? 56 : 8;
        return shops.sold.stream()
                .filter(one -> !one.article.equals(launch.article))
                .filter(one -> one.knownAt(origin).length
                        >= (one.article.product().equals(launch.article.product()) ? least / 4 : least))
                .map(one -> candidate(shops, one, origin))
                .toList();
    }

    private static final Map<String, Candidate> READ = new java.util.concurrent.ConcurrentHashMap<>();

    private static Candidate candidate(Shops shops, Sold one, int origin) {
        double[] known = one.knownAt(origin);
        var key = "%s %s %d %d".formatted(one.article.place(), one.article.product(), one.first, origin);
        return READ.computeIfAbsent(
                key,
                _ -> new Candidate(
                        one.article,
                        Analogue.of(
                                DemandSeries.of(
                                        shops.frequency.dayOf(shops.start, one.first),
                                        shops.frequency,
                                        known,
                                        new boolean[known.length]),
                                one.first > 28)));
    }

    private static double scale(double[] units) {
        return Math.sqrt(IntStream.range(1, units.length)
                .mapToDouble(i -> (units[i] - units[i - 1]) * (units[i] - units[i - 1]))
                .average()
                .orElse(1));
    }

    /// What began late; where all began together, every 40th as if it began after two years.
    private static List<Sold> launches(Shops shops) {
        var late = shops.sold.stream().filter(one -> one.first > 56).toList();
        if (!late.isEmpty()) {
            return late;
        }
        return IntStream.range(0, shops.sold.size() / 40)
                .mapToObj(i -> shops.sold.get(i * 40 + 7))
                .map(one -> new Sold(one.article, 104, Arrays.copyOfRange(one.units, 104, one.units.length)))
                .toList();
    }

    static Shops read(Path file, Frequency frequency) throws IOException {
        record Row(
                String id, LocalDate day, double units, double price, String item, String store, Set<String> traits) {}
        var rows = new LinkedHashMap<String, List<Row>>();
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            var head = List.of(lines.readLine().split(","));
            lines.lines().map(line -> line.split(",", -1)).forEach(cells -> {
                var traits = head.contains("dept_id")
                        ? Set.of(cells[head.indexOf("dept_id")], cells[head.indexOf("cat_id")])
                        : Set.of("grocery");
                var price = cells[head.indexOf("price")];
                rows.computeIfAbsent(cells[0], _ -> new ArrayList<>())
                        .add(new Row(
                                cells[0],
                                LocalDate.parse(cells[1]),
                                cells[2].isEmpty() ? Double.NaN : Double.parseDouble(cells[2]),
                                price.isEmpty() ? Double.NaN : Double.parseDouble(price),
                                cells[head.indexOf("item_id")],
                                cells[head.indexOf("store_id")],
                                traits));
            });
        }
        var start = rows.values().stream()
                .map(list -> list.getFirst().day())
                .min(LocalDate::compareTo)
                .orElseThrow();
        int days = frequency == Frequency.DAILY ? 1 : 7;
        var sold = rows.values().stream()
                .map(list -> {
                    var first = list.getFirst();
                    int from = period(start, first.day(), days);
                    var units = new double[period(start, list.getLast().day(), days) - from + 1];
                    Arrays.fill(units, Double.NaN);
                    list.forEach(row -> units[period(start, row.day(), days) - from] = row.units());
                    return new Sold(
                            new Article(first.item(), first.store(), first.traits(), first.price()),
                            from,
                            gapless(units));
                })
                .toList();
        return new Shops(frequency, start, sold);
    }

    private static int period(LocalDate start, LocalDate day, int days) {
        return (int) ((day.toEpochDay() - start.toEpochDay()) / days);
    }

    /// A week that is missing in the table sold nothing.
    private static double[] gapless(double[] units) {
        return Arrays.stream(units).map(one -> Double.isNaN(one) ? 0 : one).toArray();
    }
}
