package io.quartermaster.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowDemandTests {

    private static double quantile(double mean, double variance, double p) {
        return new WindowDemand(mean, Math.sqrt(variance), true).quantile(p);
    }

    /// By hand: Poisson of mean 2 has chances 0.135, 0.271, 0.271, 0.180, 0.090, 0.036 for 0 to 5,
    /// which add up to 0.857 at 3, 0.947 at 4 and 0.983 at 5.
    @Test
    void isPoissonWhereVarianceEqualsTheMean() {
        assertThat(quantile(2, 2, 0.85)).isEqualTo(3);
        assertThat(quantile(2, 2, 0.90)).isEqualTo(4);
        assertThat(quantile(2, 2, 0.95)).isEqualTo(5);
    }

    /// By hand: mean 2 and variance 4 is a negative binomial with size 2 and chance a half:
    /// (k+1)/2^(k+2), which adds up to 0.8906 at 4, 0.9375 at 5 and 0.9648 at 6.
    @Test
    void isNegativeBinomialWhereDemandIsWilderThanChance() {
        assertThat(quantile(2, 4, 0.89)).isEqualTo(4);
        assertThat(quantile(2, 4, 0.93)).isEqualTo(5);
        assertThat(quantile(2, 4, 0.95)).isEqualTo(6);
    }

    /// By hand: mean 2 and variance 1 is four tosses of a coin: 1/16, 4/16, 6/16, 4/16, 1/16.
    @Test
    void isBinomialWhereDemandIsTamerThanChance() {
        assertThat(quantile(2, 1, 0.30)).isEqualTo(1);
        assertThat(quantile(2, 1, 0.68)).isEqualTo(2);
        assertThat(quantile(2, 1, 0.93)).isEqualTo(3);
        assertThat(quantile(2, 1, 0.999)).isEqualTo(4);
    }

    @Test
    void isCertainWhereNothingEverVaried() {
        assertThat(quantile(12, 0, 0.99)).isEqualTo(12);
        assertThat(quantile(0, 0, 0.99)).isZero();
    }

    /// Weighed goods. By hand: with deviation equal to the mean the gamma distribution is the
    /// exponential one, and its quantile is -mean · ln(1 - p): 2.5 · ln 20 = 7.489.
    @Test
    void isGammaForWhatIsWeighed() {
        assertThat(new WindowDemand(2.5, 2.5, false).quantile(0.95)).isCloseTo(7.489, within(0.001));
    }

    /// By hand: for large even demand the normal quantile is near: 10,000 + 1.645 · 100 = 10,164.
    @ParameterizedTest
    @CsvSource({"10000, 100, 10164", "1000, 50, 1082", "1e8, 1e4, 100016449"})
    void isNearlyNormalForLargeEvenDemand(double mean, double deviation, double expected) {
        assertThat(new WindowDemand(mean, deviation, true).quantile(0.95))
                .isCloseTo(expected, within(0.02 * deviation + 1));
    }

    @Test
    void neverCrossesNorFallsBelowNothing() {
        var random = new Random(42);
        for (int run = 0; run < 2_000; run++) {
            double mean = Math.exp(random.nextDouble(-12, 14));
            double deviation = mean * Math.exp(random.nextDouble(-8, 6));
            var demand = new WindowDemand(mean, deviation, random.nextBoolean());
            double before = 0;
            for (double p : new double[] {1e-9, 0.01, 0.1, 0.5, 0.67, 0.9, 0.95, 0.99, 0.9999, 1 - 1e-12}) {
                double quantile = demand.quantile(p);

                assertThat(quantile).as("%s at %s", demand, p).isFinite().isGreaterThanOrEqualTo(before);
                if (demand.counted()) {
                    assertThat(quantile).as("%s at %s", demand, p).isEqualTo(Math.rint(quantile));
                }
                before = quantile;
            }
        }
    }

    /// By hand: the same distributions as above, read the other way.
    @Test
    void saysHowLikelyTheShelfIsEnough() {
        assertThat(new WindowDemand(2, Math.sqrt(2), true).chanceCoveredBy(4)).isCloseTo(0.947, within(0.001));
        assertThat(new WindowDemand(2, 2, true).chanceCoveredBy(5)).isCloseTo(0.9375, within(1e-9));
        assertThat(new WindowDemand(2, 1, true).chanceCoveredBy(2.7)).isCloseTo(11.0 / 16, within(1e-9));
        assertThat(new WindowDemand(2.5, 2.5, false).chanceCoveredBy(7.489)).isCloseTo(0.95, within(0.0001));
        assertThat(new WindowDemand(12, 0, true).chanceCoveredBy(11)).isZero();
        assertThat(new WindowDemand(2, 2, true).chanceCoveredBy(-1)).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> new WindowDemand(2, 2, true).chanceCoveredBy(Double.NaN));
    }

    @Test
    void readsTheSameBothWays() {
        var random = new Random(43);
        for (int run = 0; run < 2_000; run++) {
            double mean = Math.exp(random.nextDouble(-3, 9));
            var demand = new WindowDemand(mean, mean * Math.exp(random.nextDouble(-3, 2)), true);
            double units = demand.quantile(0.9);

            assertThat(demand.chanceCoveredBy(units)).as("%s", demand).isGreaterThanOrEqualTo(0.9 - 1e-6);
            assertThat(units == 0 ? 0 : demand.chanceCoveredBy(units - 1))
                    .as("%s", demand)
                    .isLessThan(0.9 + 1e-6);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, 95, Double.NaN})
    void refusesWhatIsNoChance(double p) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WindowDemand(1, 1, true).quantile(p))
                .withMessageStartingWith("The p (%s) must lie between 0 and 1".formatted(p));
    }

    @ParameterizedTest
    @CsvSource({"-1, 1, mean", "NaN, 1, mean", "1, -1, deviation", "1, Infinity, deviation"})
    void refusesWhatIsNoDemand(double mean, double deviation, String named) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WindowDemand(mean, deviation, true))
                .withMessageStartingWith("The " + named);
    }

    @Test
    void givesSeveralQuantilesAsItGivesOne() {
        var random = new Random(44);
        double[] chances = {1e-6, 0.05, 0.5, 0.95, 0.95, 0.9999, 1 - 1e-12};
        for (int run = 0; run < 1_000; run++) {
            double mean = Math.exp(random.nextDouble(-6, 9));
            var demand = new WindowDemand(mean, mean * Math.exp(random.nextDouble(-4, 3)), random.nextBoolean());
            double[] together = demand.quantiles(chances);
            for (int i = 0; i < chances.length; i++) {
                assertThat(together[i]).as("%s at %s", demand, chances[i]).isEqualTo(demand.quantile(chances[i]));
            }
        }
    }

    @Test
    void refusesChancesOutOfOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WindowDemand(1, 1, true).quantiles(0.9, 0.5))
                .withMessageStartingWith("The chance (0.5) is less than the one before (0.9).");
    }
}
