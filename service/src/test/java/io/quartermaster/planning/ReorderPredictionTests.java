package io.quartermaster.planning;

import static io.quartermaster.retail.Quantity.each;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.planning.OrderQuantity.Packs;
import io.quartermaster.planning.ReorderPrediction.Ask;
import org.junit.jupiter.api.Test;

class ReorderPredictionTests {

    private static final Packs SINGLY = new Packs(each(0), each(0));

    /// By hand: 14 · 5.2 = 72.8 are asked for; 1.645 · √(7 · 5.2) = 9.92 are for bad luck; 15 are
    /// there: 72.8 + 9.92 − 15 = 67.72, so 68. They last 2.9 days and an order takes 7.
    @Test
    void coversTheHorizonAndWarnsThatTheShelfRunsDryBefore() {
        var prediction = ReorderPrediction.of(new Ask("A123-BLUE", 15, 5.2, 7), SINGLY, 14);

        assertThat(prediction.demandOverHorizon()).isCloseTo(72.8, within(1e-9));
        assertThat(prediction.needed()).isCloseTo(67.72, within(0.01)).isGreaterThanOrEqualTo(57.8);
        assertThat(prediction.suggestedQuantity()).isEqualTo(each(68));
        assertThat(prediction.daysLeft()).isCloseTo(2.88, within(0.01));
        assertThat(prediction.warnings()).containsExactly("stock-out before arrival");
    }

    @Test
    void suggestsNothingWhereThereIsEnough() {
        var prediction = ReorderPrediction.of(new Ask("A123-BLUE", 150, 5.2, 7), SINGLY, 14);

        assertThat(prediction.suggestedQuantity()).isEqualTo(each(0));
        assertThat(prediction.warnings()).isEmpty();
    }

    @Test
    void reachesAtLeastUntilTheGoodsAreIn() {
        var prediction = ReorderPrediction.of(new Ask("A123-BLUE", 0, 5, 30), SINGLY, 14);

        assertThat(prediction.demandOverHorizon()).isEqualTo(150);
    }

    @Test
    void roundsToThePacksThatWeKnow() {
        var prediction = ReorderPrediction.of(new Ask("A123-BLUE", 15, 5.2, 7), new Packs(each(24), each(0)), 14);

        assertThat(prediction.suggestedQuantity()).isEqualTo(each(72));
    }

    @Test
    void refusesAHorizonOfNoDays() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReorderPrediction.of(new Ask("A123-BLUE", 15, 5.2, 7), SINGLY, 0))
                .withMessageContaining("forecast_horizon_days (0)");
    }
}
