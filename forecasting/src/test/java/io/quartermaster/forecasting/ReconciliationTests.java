package io.quartermaster.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReconciliationTests {

    private record Shelf(String shop, String category) {}

    private static final List<Function<Shelf, String>> GROUPINGS =
            List.of(Shelf::shop, Shelf::category, _ -> "everything");

    /// By hand: the least (a − 4)² + (b − 6)² + (a + b − 13)² is where each of the three gives way
    /// by one.
    @Test
    void twoShopsAndTheirTotalMeetHalfWay() {
        var hierarchy = Hierarchy.of(List.of("north", "south"), List.of(_ -> "both"));
        var reconciliation = new Reconciliation(hierarchy, new double[] {1, 1}, new double[] {1});

        var series = reconciliation.reconcile(new double[] {4, 6}, new double[] {13});

        assertThat(series).containsExactly(new double[] {5, 7}, within(1e-9));
        assertThat(hierarchy.sums(series)).containsExactly(new double[] {12}, within(1e-9));
    }

    @Test
    void whoIsSureGivesWayLittle() {
        var hierarchy = Hierarchy.of(List.of("north", "south"), List.of(_ -> "both"));
        var reconciliation = new Reconciliation(hierarchy, new double[] {1, 100}, new double[] {0.01});

        var series = reconciliation.reconcile(new double[] {4, 6}, new double[] {13});

        assertThat(series[0]).isCloseTo(4, within(0.05));
        assertThat(series[1]).isCloseTo(9, within(0.05));
    }

    @Test
    void whatAgreesAlreadyStays() {
        var shelves = shelves(40);
        var hierarchy = Hierarchy.of(shelves, GROUPINGS);
        var series = new Random(7).doubles(40, 0, 9).toArray();

        var same = reconciliation(hierarchy, 7).reconcile(series, hierarchy.sums(series));

        assertThat(same).containsExactly(series, within(1e-7));
    }

    @Test
    void nothingSellsLessThanNothing() {
        for (int seed = 0; seed < 50; seed++) {
            var hierarchy = Hierarchy.of(shelves(60), GROUPINGS);
            var random = new Random(seed);
            var series = random.doubles(60, 0, 3).toArray();
            var totals = Arrays.stream(hierarchy.sums(series))
                    .map(total -> total * random.nextDouble(0, 1.2))
                    .toArray();

            var agreed = reconciliation(hierarchy, seed).reconcile(series, totals);

            assertThat(Arrays.stream(agreed).boxed())
                    .as("seed %d", seed)
                    .allMatch(units -> units >= 0 && Double.isFinite(units));
        }
    }

    /// The point of it: where totals are foreseen better than series, series gain by listening to
    /// them.
    @Test
    void aGoodForecastOfTheTotalMendsThoseOfTheSeries() {
        var shelves = shelves(200);
        var hierarchy = Hierarchy.of(shelves, GROUPINGS);
        var random = new Random(11);
        var truth = random.doubles(200, 2, 9).toArray();
        var series = Arrays.stream(truth)
                .map(units -> Math.max(0, units * 0.8 + random.nextGaussian()))
                .toArray();
        var totals = hierarchy.sums(truth);
        var reconciliation = new Reconciliation(hierarchy, filled(200, 3), filled(totals.length, 1));

        var agreed = reconciliation.reconcile(series, totals);

        assertThat(error(agreed, truth)).isLessThan(0.75 * error(series, truth));
    }

    @Test
    void groupsOfOneNameAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hierarchy.of(List.of(new Shelf("tea", "tea")), List.of(Shelf::shop, Shelf::category)))
                .withMessageContaining("(tea)");
    }

    private static Reconciliation reconciliation(Hierarchy hierarchy, long seed) {
        var random = new Random(seed);
        return new Reconciliation(
                hierarchy,
                random.doubles(hierarchy.series(), 0.1, 5).toArray(),
                random.doubles(hierarchy.totals().size(), 0.1, 5).toArray());
    }

    private static List<Shelf> shelves(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Shelf("shop " + i % 4, "category " + i % 7))
                .toList();
    }

    private static double[] filled(int length, double value) {
        var values = new double[length];
        Arrays.fill(values, value);
        return values;
    }

    private static double error(double[] forecast, double[] truth) {
        return IntStream.range(0, truth.length)
                .mapToDouble(i -> Math.pow(forecast[i] - truth[i], 2))
                .sum();
    }
}
