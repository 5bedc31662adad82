package io.quartermaster.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every model owes: figures one can order by, whatever it is fed. A model's own test
/// extends this, and adds a forecast worked out by hand.
abstract class ForecastModelContract {

    private static final int SEED = 20_261_121;

    protected abstract ForecastModel model();

    /// Reads `demand`, where `NaN` is a period that was not seen.
    protected static ForecastModel.Memory having(ForecastModel model, Frequency frequency, double... demand) {
        var memory = model.begin(frequency);
        for (double units : demand) {
            if (Double.isNaN(units)) {
                memory.skip();
            } else {
                memory.observe(units);
            }
        }
        return memory;
    }

    protected final ForecastModel.Memory having(double... demand) {
        return having(model(), Frequency.DAILY, demand);
    }

    @Test
    void hasAName() {
        assertThat(model().name()).isNotBlank();
    }

    @Test
    void expectsNothingOfWhatItHasNotSeen() {
        assertThat(having().ahead(1)).isZero();
        assertThat(having(Double.NaN, Double.NaN).ahead(3)).isZero();
    }

    @Test
    void expectsNothingOfWhatNeverSold() {
        assertThat(having(new double[50]).ahead(1)).isZero();
    }

    @Test
    void saysTheSameOfAllPeriodsAtOnceAsOfEach() {
        var random = new Random(SEED);
        for (var frequency : Frequency.values()) {
            double[] demand = IntStream.range(0, 137)
                    .mapToDouble(i -> i % 23 == 5 ? Double.NaN : random.nextInt(3) == 0 ? random.nextInt(9) : 0)
                    .toArray();
            var memory = having(model(), frequency, demand);
            var means = new double[60];
            memory.aheadInto(means);

            assertThat(means)
                    .containsExactly(IntStream.rangeClosed(1, means.length)
                            .mapToDouble(memory::ahead)
                            .toArray());
        }
    }

    @Test
    void goesOnWithWhatNeverChanges() {
        var memory = having(IntStream.range(0, 70).mapToDouble(_ -> 8).toArray());

        // Croston SBA is 5 % low by intention.
        assertThat(memory.ahead(1)).isCloseTo(8, within(0.41));
        assertThat(memory.ahead(28)).isCloseTo(8, within(0.41));
    }

    @Test
    void takesAnEmptyShelfForNoSignOfLowDemand() {
        var sold = new double[84];
        for (int i = 0; i < sold.length; i++) {
            sold[i] = i % 10 < 4 ? Double.NaN : 6; // four days of ten without stock
        }

        assertThat(having(sold).ahead(5)).isCloseTo(6, within(0.31));
    }

    @Test
    void countsInAnyUnit() {
        var random = new Random(SEED);
        var pieces = random.ints(100, 0, 9).asDoubleStream().toArray();
        var dozens = IntStream.range(0, 100).mapToDouble(i -> pieces[i] * 12).toArray();

        assertThat(having(dozens).ahead(2)).isCloseTo(12 * having(pieces).ahead(2), within(1e-6));
    }

    @Test
    void seesThatSaturdaysSellDouble() {
        var memory = having(
                IntStream.range(0, 182).mapToDouble(i -> i % 7 == 5 ? 20 : 10).toArray());

        assertThat(memory.ahead(6) / memory.ahead(1)).isCloseTo(2, within(0.2));
    }

    @Test
    void readsTwoSeriesWithoutMixingThem() {
        var model = model();
        var mine = model.begin(Frequency.DAILY);
        var other = model.begin(Frequency.DAILY);
        for (int i = 0; i < 40; i++) {
            mine.observe(3);
            other.observe(300);
        }

        assertThat(mine.ahead(1)).isLessThan(4);
    }

    @ParameterizedTest
    @EnumSource
    void neverExpectsLessThanNothing(Frequency frequency) {
        var random = new Random(SEED);
        for (int run = 0; run < 200; run++) {
            var memory = having(model(), frequency, wild(random));

            for (int ahead = 1; ahead <= 60; ahead++) {
                assertThat(memory.ahead(ahead))
                        .as("run %d, %d ahead", run, ahead)
                        .isFinite()
                        .isNotNegative();
            }
        }
    }

    /// Zeros, gaps, huge orders, all mixed.
    private static double[] wild(Random random) {
        var demand = new double[random.nextInt(150)];
        double mean = Math.exp(random.nextDouble(-2, 8));
        for (int i = 0; i < demand.length; i++) {
            demand[i] = switch (random.nextInt(6)) {
                case 0 -> Double.NaN;
                case 1, 2 -> 0;
                case 3 -> Math.rint(mean);
                case 4 -> random.nextDouble() * mean;
                default -> random.nextInt(50) == 0 ? 1e9 : mean;
            };
        }
        return demand;
    }
}
