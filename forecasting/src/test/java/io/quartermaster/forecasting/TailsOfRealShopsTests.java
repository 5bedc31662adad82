package io.quartermaster.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Windows of real sales, hidden and then compared, at levels as asked for and as moved. Skipped
/// where the data are not at hand.
class TailsOfRealShopsTests {

    private static final LocalDate MONDAY = LocalDate.of(2012, 1, 2);
    private static final int KNOWN_LEAST = 60;
    private static final double[] LEVELS = {0.95, 0.99};

    private record Set(String file, Frequency frequency, int horizon, List<Integer> lengths) {

        static final Set M5 = new Set("m5open", Frequency.DAILY, 28, List.of(1, 4, 7, 14, 28));
        static final Set UCI = new Set("uci", Frequency.DAILY, 28, List.of(1, 4, 7, 14, 28));
        static final Set FRAT = new Set("frat", Frequency.WEEKLY, 8, List.of(1, 2, 4, 8));

        List<double[]> read() throws IOException {
            var path = LaunchTests.DATA.resolve(file + ".csv.gz");
            assumeTrue(Files.exists(path), "No sales at %s: set QUARTERMASTER_SHARED.".formatted(path));
            try (var in = new java.util.zip.GZIPInputStream(Files.newInputStream(path))) {
                var series = new java.util.LinkedHashMap<String, List<Double>>();
                new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                        .lines()
                        .skip(1)
                        .map(line -> line.split(",", 4))
                        .forEach(cells -> series.computeIfAbsent(cells[0], _ -> new ArrayList<>())
                                .add(cells[2].isEmpty() ? Double.NaN : Double.parseDouble(cells[2])));
                return series.values().stream()
                        .map(units ->
                                units.stream().mapToDouble(Double::doubleValue).toArray())
                        .toList();
            }
        }
    }

    /// Coverage and loss at each level, as asked for and as moved.
    private static final class Tally {

        private int windows;
        private final double[][] covered = new double[2][LEVELS.length];
        private final double[][] loss = new double[2][LEVELS.length];

        void add(WindowDemand window, double came, double[] moved, double scale) {
            windows++;
            for (int q = 0; q < LEVELS.length; q++) {
                double[] enough = {window.quantile(LEVELS[q]), window.quantile(moved[q])};
                for (int v = 0; v < 2; v++) {
                    double off = came - enough[v];
                    covered[v][q] += off <= 0 ? 1 : 0;
                    loss[v][q] += Math.max(LEVELS[q] * off, (LEVELS[q] - 1) * off) / scale;
                }
            }
        }

        double covered(int moved, int level) {
            return covered[moved][level] / windows;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%.1f / %.1f %% -> %.1f / %.1f %%, loss %+.1f / %+.1f %%, %d windows",
                    100 * covered(0, 0),
                    100 * covered(0, 1),
                    100 * covered(1, 0),
                    100 * covered(1, 1),
                    100 * (loss[1][0] / loss[0][0] - 1),
                    100 * (loss[1][1] / loss[0][1] - 1),
                    windows);
        }
    }

    /// By length of the window, and by class and length.
    ///
    /// @param cuts how many horizons before the end the forecasts are made
    private static Map<String, Tally> scores(Set set, IntStream cuts) throws IOException {
        var series = set.read();
        var tallies = new TreeMap<String, Tally>();
        cuts.forEach(cut -> score(set, series, cut, tallies));
        return tallies;
    }

    private static void score(Set set, List<double[]> series, int cut, Map<String, Tally> tallies) {
        var learning = new TailLearning(set.frequency);
        var forecasts = new ArrayList<Forecast>();
        var futures = new ArrayList<double[]>();
        var scales = new ArrayList<Double>();
        for (double[] units : series) {
            int known = units.length - cut * set.horizon;
            if (known >= KNOWN_LEAST) {
                var history = DemandSeries.of(MONDAY, set.frequency, Arrays.copyOf(units, known), new boolean[known]);
                forecasts.add(Forecaster.standard().forecast(history, set.horizon, learning));
                futures.add(Arrays.copyOfRange(units, known, known + set.horizon));
                scales.add(IntStream.range(1, known)
                        .mapToDouble(i -> Math.abs(units[i] - units[i - 1]))
                        .filter(Double::isFinite)
                        .average()
                        .orElse(0));
            }
        }
        var tails = learning.calibration();
        for (int s = 0; s < forecasts.size(); s++) {
            for (int length : set.lengths) {
                var kind = forecasts.get(s).demandClass();
                double[] moved = Arrays.stream(LEVELS)
                        .map(p -> tails.level(kind, length, p))
                        .toArray();
                for (int first = 0; first + length <= set.horizon; first += length) {
                    double came =
                            Arrays.stream(futures.get(s), first, first + length).sum();
                    if (scales.get(s) > 0 && !Double.isNaN(came)) {
                        for (var key : List.of("%2d".formatted(length), "%s %2d".formatted(kind, length))) {
                            tallies.computeIfAbsent(key, _ -> new Tally())
                                    .add(forecasts.get(s).over(first, length), came, moved, scales.get(s));
                        }
                    }
                }
            }
        }
    }

    /// On dates before those on which the library is scored.
    @Test
    void coversTheFarTailOfWindowsOfRealDays() throws IOException {
        var scores = scores(Set.M5, IntStream.rangeClosed(4, 10));

        for (int length : Set.M5.lengths) {
            var tally = scores.get("%2d".formatted(length));
            assertThat(tally.covered(1, 1)).as(tally.toString()).isCloseTo(0.99, within(0.005));
            assertThat(tally.covered(1, 0)).as(tally.toString()).isBetween(0.95, 0.97);
            assertThat(tally.loss[1][1]).as(tally.toString()).isLessThan(1.06 * tally.loss[0][1]);
        }
        assertThat(scores.get("28").covered(0, 1)).isLessThan(0.98);
    }

    @Test
    @EnabledIfSystemProperty(named = "bench", matches = "true")
    void tellsHowWellWindowsAreCovered() throws IOException {
        for (var set : List.of(Set.M5, Set.UCI, Set.FRAT)) {
            int first = set == Set.FRAT || set == Set.UCI ? 6 : 10;
            scores(set, IntStream.rangeClosed(4, first)).forEach((key, tally) -> print(set, "earlier", key, tally));
            scores(set, IntStream.rangeClosed(1, 3)).forEach((key, tally) -> print(set, "last three", key, tally));
            scores(set, IntStream.of(1)).forEach((key, tally) -> print(set, "last", key, tally));
        }
    }

    private static void print(Set set, String when, String key, Tally tally) {
        System.out.printf("%s, %s, windows of %s: %s%n", set.file, when, key, tally);
    }
}
