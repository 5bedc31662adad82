package io.quartermaster.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.planning.DemandOutlook.Point;
import io.quartermaster.planning.OrderUpTo.Cover;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A shop that orders by our levels against one that orders by a min/max of weeks, as most do:
/// two thousand seeded days, the same customers, and what it all cost.
class OrderUpToSimulationTests {

    private static final int DAYS = 2_000;
    private static final double SERVICE_LEVEL = 0.95;

    private record Levels(double reorderPoint, double orderUpTo) {}

    private record Coming(int day, double units) {}

    private record Result(double cost, double fillRate) {}

    @ParameterizedTest(name = "{0} a day, {1} days of lead time, unit cost {2}")
    @CsvSource({"5, 7, 4.00", "20, 3, 12.50", "1, 14, 30.00", "60, 10, 0.80", "3, 21, 75.00"})
    void costsLessThanAMinMaxOfWeeks(double daily, int leadTimeDays, double unitCost) {
        var costs = new Costs(unitCost, 0.25, 5, unitCost * 0.5);
        var outlook = outlook(daily, leadTimeDays + 1);
        double reorderPoint = ReorderPoint.units(outlook, SERVICE_LEVEL);
        var ours = new Levels(reorderPoint, OrderUpTo.units(outlook, reorderPoint, costs, new Cover(1, 90)));
        var minMax = new Levels(daily * (leadTimeDays + 7), daily * (leadTimeDays + 35));

        var our = simulate(ours, daily, leadTimeDays, costs);
        var their = simulate(minMax, daily, leadTimeDays, costs);

        assertThat(our.cost()).isLessThan(their.cost());
        assertThat(our.fillRate()).isGreaterThan(SERVICE_LEVEL);
    }

    private static Result simulate(Levels levels, double daily, int leadTimeDays, Costs costs) {
        var random = new Random(20261121);
        var coming = new ArrayDeque<Coming>();
        double shelf = levels.orderUpTo();
        double cost = 0;
        double asked = 0;
        double served = 0;
        for (int day = 0; day < DAYS; day++) {
            while (!coming.isEmpty() && coming.getFirst().day() <= day) {
                shelf += coming.removeFirst().units();
            }
            int demand = poisson(random, daily);
            double sold = Math.min(shelf, demand);
            shelf -= sold;
            asked += demand;
            served += sold;
            cost += (demand - sold) * costs.stockOutCost() + shelf * costs.holdingPerUnitAndDay();
            double position = shelf + coming.stream().mapToDouble(Coming::units).sum();
            if (position <= levels.reorderPoint()) {
                coming.add(new Coming(day + leadTimeDays + 1, Math.ceil(levels.orderUpTo() - position)));
                cost += costs.orderLineCost();
            }
        }
        return new Result(cost, served / asked);
    }

    private static DemandOutlook outlook(double daily, int days) {
        var random = new Random(7);
        var totals = new double[20_000];
        Arrays.setAll(totals, _ -> {
            double sum = 0;
            for (int day = 0; day < days; day++) {
                sum += poisson(random, daily);
            }
            return sum;
        });
        Arrays.sort(totals);
        List<Point> points = DemandOutlook.CHANCES.stream()
                .map(chance -> new Point(chance, totals[(int) (chance * totals.length)]))
                .toList();
        return new DemandOutlook(days, daily * days, points);
    }

    /// Knuth's way: fine for small means.
    private static int poisson(Random random, double mean) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
