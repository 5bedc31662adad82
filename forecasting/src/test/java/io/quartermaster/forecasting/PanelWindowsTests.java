package io.quartermaster.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quartermaster.forecasting.learner.PanelForecaster;
import io.quartermaster.forecasting.learner.PanelWindows;
import io.quartermaster.forecasting.learner.Voices;
import io.quartermaster.forecasting.panel.Panel;
import io.quartermaster.forecasting.panel.PanelSeries;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Windows of several days from a forecast of many series.
class PanelWindowsTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
    private static final int HORIZON = 28;
    private static final int[] LENGTHS = {1, 4, 7, 14, 28};

    private static Panel panel(List<float[]> units, int periods) {
        var series = new ArrayList<PanelSeries>();
        for (int s = 0; s < units.size(); s++) {
            float[] own = units.get(s);
            series.add(new PanelSeries("s" + s, Math.max(0, periods - own.length), own));
        }
        return new Panel(Frequency.DAILY, MONDAY, periods, HORIZON, series, List.of(), List.of(), List.of());
    }

    /// Poisson demand of steady levels: nine or ten of ten weeks stay within the 95 % quantile, and a
    /// week is surer than seven days each for itself.
    @Test
    void coversWeeksOfSteadyDemand() {
        int days = 240;
        var random = new Random(29);
        var past = new ArrayList<float[]>();
        var future = new ArrayList<double[]>();
        for (int s = 0; s < 60; s++) {
            double level = 0.5 + s % 6;
            var units = new float[days];
            for (int i = 0; i < days; i++) {
                units[i] = (float) poisson(level, random);
            }
            past.add(units);
            var next = new double[HORIZON];
            Arrays.setAll(next, _ -> poisson(level, random));
            future.add(next);
        }
        var panel = panel(past, days);
        var forecast = PanelForecaster.of(Voices.ALL).forecast(panel);
        var windows = PanelWindows.of(panel, forecast);

        int covered = 0;
        int moved = 0;
        for (int s = 0; s < past.size(); s++) {
            var week = windows.over(s, 0, 7);
            double sum = 0;
            double single = 0;
            for (int h = 0; h < 7; h++) {
                sum += forecast.mean(s, h);
                single += windows.over(s, h, 1).quantile(0.95);
            }
            assertThat(week.mean()).isCloseTo(sum, within(1e-6));
            assertThat(week.quantile(0.95)).isLessThan(single);
            covered += Arrays.stream(future.get(s), 0, 7).sum() <= week.quantile(0.95) ? 1 : 0;
            moved += Arrays.stream(future.get(s), 0, 7).sum() <= windows.quantile(s, 0, 7, 0.95) ? 1 : 0;
            assertThat(windows.quantile(s, 3, 1, 0.95))
                    .isEqualTo(windows.over(s, 3, 1).quantile(0.95));
        }
        assertThat(moved / 60.0).isBetween(0.88, 1.0);
        assertThat(covered / 60.0).isBetween(0.88, 1.0);
    }

    private static double poisson(double mean, Random random) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    @Test
    @EnabledIfSystemProperty(named = "bench", matches = "true")
    void coversWindowsOfRealDays() throws IOException {
        var file = LaunchTests.DATA.resolve("m5open.csv.gz");
        assumeTrue(Files.exists(file), "No sales at %s: set QUARTERMASTER_SHARED.".formatted(file));
        var sold = LaunchTests.read(file, Frequency.DAILY).sold();
        int end = sold.getFirst().first() + sold.getFirst().units().length;
        int periods = end - HORIZON - 1_100;
        var past = sold.stream()
                .map(one ->
                        Arrays.copyOfRange(one.units(), Math.max(0, 1_100 - one.first()), one.units().length - HORIZON))
                .map(PanelWindowsTests::floats)
                .toList();
        var panel = panel(past, periods);
        long begun = System.nanoTime();
        var windows = PanelWindows.of(panel, PanelForecaster.of(Voices.ALL).forecast(panel));
        System.out.printf("m5 panel of %d days: %.1f s%n", periods, (System.nanoTime() - begun) / 1e9);
        for (int length : LENGTHS) {
            var counts = new int[7];
            for (int s = 0; s < past.size(); s++) {
                double[] units = sold.get(s).units();
                var alone =
                        Forecaster.standard().forecast(panel.series().get(s).alone(MONDAY, Frequency.DAILY), HORIZON);
                for (int first = 0; first + length <= HORIZON; first += length) {
                    double came = Arrays.stream(
                                    units, units.length - HORIZON + first, units.length - HORIZON + first + length)
                            .sum();
                    var window = windows.over(s, first, length);
                    counts[0]++;
                    counts[1] += came <= window.quantile(0.95) ? 1 : 0;
                    counts[2] += came <= window.quantile(0.99) ? 1 : 0;
                    counts[5] += came <= windows.quantile(s, first, length, 0.95) ? 1 : 0;
                    counts[6] += came <= windows.quantile(s, first, length, 0.99) ? 1 : 0;
                    counts[3] += came <= alone.over(first, length).quantile(0.95) ? 1 : 0;
                    counts[4] += came <= alone.over(first, length).quantile(0.99) ? 1 : 0;
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "windows of %d days: covered at .95/.99 %.1f/%.1f %%, moved %.1f/%.1f %%; alone %.1f/%.1f %%%n",
                    length,
                    100.0 * counts[1] / counts[0],
                    100.0 * counts[2] / counts[0],
                    100.0 * counts[5] / counts[0],
                    100.0 * counts[6] / counts[0],
                    100.0 * counts[3] / counts[0],
                    100.0 * counts[4] / counts[0]);
            assertThat((double) counts[1] / counts[0]).isBetween(0.90, 0.985);
        }
    }

    private static float[] floats(double[] units) {
        var floats = new float[units.length];
        for (int i = 0; i < units.length; i++) {
            floats[i] = (float) units[i];
        }
        return floats;
    }
}
