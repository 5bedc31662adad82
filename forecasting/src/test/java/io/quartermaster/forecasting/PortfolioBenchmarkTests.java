package io.quartermaster.forecasting;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Figures for the README: as many series, days and quantiles as Walmart's M5 data have, drawn
/// by a weekday profile and a Poisson distribution around levels spread as there; run with
/// `-Dbench=true`.
@EnabledIfSystemProperty(named = "bench", matches = "true")
class PortfolioBenchmarkTests {

    private static final int DAYS = 1_941;
    private static final int HORIZON = 28;
    private static final double[] NINE = {.005, .025, .165, .25, .5, .75, .835, .975, .995};
    private static final double[] WEEK = {0.93, 0.87, 0.87, 0.88, 1.0, 1.22, 1.23};
    private static final LocalDate FIRST = LocalDate.of(2011, 1, 29);

    private static DemandSeries series(int number) {
        var random = new Random(number);
        double level = Math.exp(-0.2 + 1.2 * random.nextGaussian());
        var units = new double[DAYS];
        for (int day = random.nextInt(DAYS / 2); day < DAYS; day++) {
            units[day] = Draw.poisson(random, level * WEEK[day % WEEK.length]);
        }
        return DemandSeries.daily(FIRST, units);
    }

    @Test
    void takesTimeLinearInSeries() {
        forecast(IntStream.range(0, 1_000)
                .mapToObj(PortfolioBenchmarkTests::series)
                .toList());
        for (int count : new int[] {1_000, 10_000, 30_490}) {
            System.gc();
            var all = IntStream.range(0, count)
                    .mapToObj(PortfolioBenchmarkTests::series)
                    .toList();
            System.gc();
            long kept = used();
            long before = System.nanoTime();
            double sum = forecast(all);
            double seconds = (System.nanoTime() - before) / 1e9;
            System.out.printf("%d series: %.1f s, %d MB for the series (sum %.3f)%n", count, seconds, kept >> 20, sum);
            assertThat(sum).isPositive().isEqualTo(forecast(all.subList(0, count)));
        }
    }

    private static long used() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /// On all cores; the sum is taken in order, so that it shows whether the bits are the same.
    private static double forecast(List<DemandSeries> all) {
        return all.parallelStream().map(PortfolioBenchmarkTests::forecast).toList().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    private static double forecast(DemandSeries series) {
        var forecast = Forecaster.standard().forecast(series, HORIZON);
        double sum = 0;
        for (int day = 0; day < HORIZON; day++) {
            sum += forecast.mean(day) + forecast.over(day, 1).quantiles(NINE)[4];
        }
        return sum;
    }

    @Test
    void takesAFewMillisecondsAModel() {
        var some = IntStream.range(0, 200)
                .mapToObj(PortfolioBenchmarkTests::series)
                .toList();
        var models = new ArrayList<>(ForecastModel.all());
        models.add(new Ets(Ets.Form.ANA));
        for (int round = 0; round < 6; round++) {
            for (var model : models) {
                var demand = some.stream().map(LearnableDemand::of).toList();
                long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                double sum = 0;
                for (var each : demand) {
                    var memory = model.begin(Frequency.DAILY);
                    each.tell(memory, 0, each.length());
                    sum += memory.ahead(1);
                }
                long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
                if (round == 5) {
                    System.out.printf("%s: %.4f ms a series (%.1f)%n", model.name(), spent / 1e6 / some.size(), sum);
                }
            }
        }
    }
}
