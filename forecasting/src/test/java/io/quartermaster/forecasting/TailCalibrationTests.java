package io.quartermaster.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Levels are moved to where windows cover what they promise, and never out of order or bounds.
class TailCalibrationTests {

    private static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);
    private static final int KNOWN = 400;
    private static final int HORIZON = 28;
    private static final int SHOPS = 400;

    /// Poisson demand around a level of its own; now and then a week sells four times as much, too
    /// rarely for one series to know.
    private static double[] bursts(Random random, double chanceOfBurst) {
        double level = 1 + random.nextInt(6);
        var units = new double[KNOWN + HORIZON];
        double now = level;
        for (int day = 0; day < units.length; day++) {
            if (day % 7 == 0) {
                now = random.nextDouble() < chanceOfBurst ? 4 * level : level;
            }
            units[day] = Draw.poisson(random, now);
        }
        return units;
    }

    private static List<double[]> shops(double chanceOfBurst) {
        var random = new Random(17);
        return IntStream.range(0, SHOPS)
                .mapToObj(_ -> bursts(random, chanceOfBurst))
                .toList();
    }

    private static DemandSeries known(double[] units) {
        return DemandSeries.daily(MONDAY, Arrays.copyOf(units, KNOWN));
    }

    private static TailCalibration learnt(List<double[]> shops) {
        var learning = new TailLearning(Frequency.DAILY);
        shops.forEach(units -> Forecaster.standard().forecast(known(units), HORIZON, learning));
        return learning.calibration();
    }

    private static double covered(List<double[]> shops, TailCalibration tails, int length, double p) {
        int covered = 0;
        int windows = 0;
        for (double[] units : shops) {
            var forecast = Forecaster.standard().forecast(known(units), HORIZON);
            double level = tails.level(forecast.demandClass(), length, p);
            for (int first = 0; first + length <= HORIZON; first += length) {
                double came = Arrays.stream(units, KNOWN + first, KNOWN + first + length)
                        .sum();
                covered += came <= forecast.over(first, length).quantile(level) ? 1 : 0;
                windows++;
            }
        }
        return (double) covered / windows;
    }

    @Test
    void mendsWhatIsWilderThanForetold() {
        var shops = shops(0.03);
        var tails = learnt(shops);

        for (int length : new int[] {7, 14, 28}) {
            double before = covered(shops, TailCalibration.NONE, length, 0.99);
            double after = covered(shops, tails, length, 0.99);
            System.out.printf("windows of %d days at .99: %.4f, moved %.4f%n", length, before, after);
            assertThat(after).as("windows of %d".formatted(length)).isCloseTo(0.99, within(0.01));
            assertThat(after).isGreaterThan(before);
        }
        assertThat(covered(shops, TailCalibration.NONE, 7, 0.99)).isLessThan(0.975);
    }

    @Test
    void leavesWhatIsAsForetoldNearlyAsItIs() {
        var tails = learnt(shops(0));

        for (double p : new double[] {0.5, 0.8, 0.9, 0.95}) {
            assertThat(tails.level(DemandClass.SMOOTH, 7, p)).isCloseTo(p, within(0.03));
        }
    }

    @Test
    void asksForWhatIsWantedBeforeAnythingWasLearnt() {
        var nothing = new TailLearning(Frequency.DAILY);
        Forecaster.standard().forecast(DemandSeries.daily(MONDAY), HORIZON, nothing);
        Forecaster.standard().forecast(DemandSeries.daily(MONDAY, new double[KNOWN]), HORIZON, nothing);
        Forecaster.standard().forecast(DemandSeries.daily(MONDAY, 3, 1, 4, 1, 5, 9, 2, 6), HORIZON, nothing);

        assertThat(nothing.windows()).isZero();
        for (var tails : List.of(TailCalibration.NONE, nothing.calibration())) {
            for (double p : new double[] {1e-9, 0.3, 0.95, 0.99, 0.999_999}) {
                assertThat(tails.level(DemandClass.LUMPY, 7, p)).isEqualTo(p);
            }
            assertThat(tails.toBytes()).hasSize(1);
            assertThat(TailCalibration.read(tails.toBytes()).level(DemandClass.ERRATIC, 3, 0.9))
                    .isEqualTo(0.9);
        }
    }

    @Test
    void risesWithWhatIsAskedForAndStaysBelowOne() {
        var tails = learnt(shops(0.05));

        for (var kind : DemandClass.values()) {
            for (int periods = 1; periods < 100; periods += 3) {
                double last = 0;
                double lastFurther = 0;
                for (int i = 1; i < 1_000; i++) {
                    double p = i < 500 ? i / 501.0 : 1 - Math.pow(10, -i / 100.0);
                    double level = tails.level(kind, periods, Math.max(p, 1e-12));
                    double further = tails.furtherLevel(kind, periods, Math.max(p, 1e-12));
                    assertThat(level).isBetween(0.0, 1.0 - 1e-13);
                    assertThat(further).isBetween(0.0, 1.0 - 1e-13);
                    if (i != 500) { // from here on the levels begin again, more finely
                        assertThat(level).isGreaterThanOrEqualTo(last);
                        assertThat(further).isGreaterThanOrEqualTo(lastFurther);
                    }
                    last = level;
                    lastFurther = further;
                }
            }
        }
    }

    @Test
    void learnsTheSameInAnyOrderAndKeepsItInBytes() {
        var shops = shops(0.05);
        var tails = learnt(shops);

        assertThat(learnt(shops.reversed()).toBytes()).isEqualTo(tails.toBytes());
        var read = TailCalibration.read(tails.toBytes());
        assertThat(read.toBytes()).isEqualTo(tails.toBytes());
        assertThat(read.level(DemandClass.SMOOTH, 5, 0.97)).isEqualTo(tails.level(DemandClass.SMOOTH, 5, 0.97));
    }

    @Test
    void leavesTheForecastItselfAsItIs() {
        var history = known(shops(0.05).getFirst());

        var watched = Forecaster.standard().forecast(history, HORIZON, new TailLearning(Frequency.DAILY));

        assertThat(watched.toBytes())
                .isEqualTo(Forecaster.standard().forecast(history, HORIZON).toBytes());
    }

    @Test
    void doesNotMixDaysAndWeeks() {
        var weekly = DemandSeries.of(MONDAY, Frequency.WEEKLY, new double[] {1, 2, 3, 4}, new boolean[4]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Forecaster.standard().forecast(weekly, 8, new TailLearning(Frequency.DAILY)))
                .withMessageStartingWith("The frequency (WEEKLY) is not the one that is learnt from (DAILY).");
    }

    @Test
    void looksAtAThousandOfManySeriesSpreadEvenly() {
        for (int count : new int[] {1, 999, 1_000, 1_001, 30_490}) {
            int[] picked = IntStream.range(0, count)
                    .filter(s -> TailLearning.looksAt(s, count))
                    .toArray();
            assertThat(picked).hasSize(Math.min(count, TailLearning.SERIES_MOST));
            assertThat(picked[picked.length / 2]).isCloseTo(count / 2, within(count / 500 + 1));
        }
    }

    @Test
    void refusesBytesThatAreNoCalibration() {
        byte[] changed = learnt(shops(0.05)).toBytes();
        changed[9] = (byte) 0x7f; // the second level, out of all bounds

        for (byte[] bytes : List.of(new byte[0], new byte[] {9}, new byte[] {1, 2}, changed)) {
            assertThatIllegalArgumentException().isThrownBy(() -> TailCalibration.read(bytes));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TailCalibration.NONE.level(DemandClass.SMOOTH, 0, 0.9))
                .withMessageContaining("periods (0)");
    }
}
