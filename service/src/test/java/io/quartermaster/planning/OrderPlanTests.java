package io.quartermaster.planning;

import static io.quartermaster.retail.Quantity.each;
import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.planning.DemandOutlook.Point;
import io.quartermaster.planning.OrderPlan.Holding;
import io.quartermaster.planning.OrderPlan.Terms;
import io.quartermaster.planning.OrderQuantity.Packs;
import io.quartermaster.planning.OrderUpTo.Cover;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Five a day for eight days, 60 at 95 %; held for thirty days, as holding costs nothing here.
class OrderPlanTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final DemandFigures demand = new DemandFigures(
            new DemandOutlook(8, 40, List.of(new Point(0.5, 40), new Point(0.95, 60))),
            Collections.nCopies(30, 5.0),
            Collections.nCopies(7, 1.0),
            1,
            1_825,
            0.9,
            18);

    private final Terms terms =
            new Terms(0.95, new Costs(0, 0.25, 5, 1), new Cover(1, 30), new Packs(each(12), each(0)));

    @Test
    void isNotDueAboveTheReorderPoint() {
        var plan = OrderPlan.of(new Holding(each(61), each(61)), demand, terms, TODAY);

        assertThat(plan.due()).isFalse();
        assertThat(plan.order().quantity()).isEqualTo(each(0));
    }

    /// By hand: reorder point 60, batch 5 · 30 = 150, order up to 210; 210 − 60 = 150 are 12.5 packs
    /// of twelve, so 156. The shelf holds 60 for 12 days.
    @Test
    void ordersUpToTheTargetAtTheReorderPoint() {
        var plan = OrderPlan.of(new Holding(each(60), each(60)), demand, terms, TODAY);

        assertThat(plan.due()).isTrue();
        assertThat(plan.reorderPoint()).isEqualTo(each(60));
        assertThat(plan.safetyStock()).isEqualTo(each(20));
        assertThat(plan.orderUpTo()).isEqualTo(each(210));
        assertThat(plan.order().quantity()).isEqualTo(each(156));
        assertThat(plan.stockOut()).isEqualTo(TODAY.plusDays(12));
    }

    @Test
    void countsWhatIsAlreadyOnItsWay() {
        assertThat(OrderPlan.of(new Holding(each(10), each(70)), demand, terms, TODAY)
                        .due())
                .isFalse();
    }

    @Test
    void ordersMoreThanTheTargetWhenTheTillOversold() {
        var plan = OrderPlan.of(new Holding(each(-6), each(-6)), demand, terms, TODAY);

        assertThat(plan.order().quantity()).isEqualTo(each(216));
        assertThat(plan.stockOut()).isEqualTo(TODAY);
    }

    /// By hand: 12 there, five a day, goods on the fifth day from now: 25 are asked for, 13 missed.
    @Test
    void reckonsWhatIsMissedUntilTheGoodsComeIn() {
        assertThat(OrderPlan.missed(new Holding(each(12), each(12)), demand, TODAY, TODAY.plusDays(5)))
                .isEqualTo(each(13));
        assertThat(OrderPlan.missed(new Holding(each(-2), each(-2)), demand, TODAY, TODAY.plusDays(1)))
                .isEqualTo(each(5));
    }

    /// By hand: 60 for the reorder point and 2 · 5 until the next review stay; 100 − 70 = 30 may go.
    @Test
    void givesAwayOnlyWhatItDoesNotNeedItself() {
        assertThat(OrderPlan.surplus(new Holding(each(100), each(120)), demand, 0.95, 2))
                .isEqualTo(each(30));
        assertThat(OrderPlan.surplus(new Holding(each(70), each(200)), demand, 0.95, 2))
                .isEqualTo(each(0));
    }

    /// By hand: (18 · 0.9 + 1) / 20 = 86 %; never tried is 1 / 2.
    @Test
    void isAsSureAsTheBacktestWas() {
        assertThat(demand.confidencePercent()).isEqualTo(86);
        assertThat(new DemandFigures(demand.protection(), List.of(), List.of(), 1, 0, 0, 0).confidencePercent())
                .isEqualTo(50);
    }
}
