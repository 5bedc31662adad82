package io.quartermaster.forecasting.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.forecasting.Explanation;
import io.quartermaster.forecasting.Reason;
import io.quartermaster.forecasting.panel.KnownColumn;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What forecasts of the promoted shops are made of: the parts add up, and the promotion has its
/// share.
class PanelReasonsTests {

    private static final int SHOPS = 40;
    private static final int WEEKS = 110;
    private static final int AHEAD = 6;
    private static final double NEARLY = 1e-9;

    private static PanelForecast forecast = new PanelForecast(
            new float[0][], (_, _, _) -> new double[3], (_, _, _, _) -> Explanation.ofFactors(0, java.util.Map.of()));

    @BeforeAll
    static void learn() {
        forecast = PanelForecaster.of(Voices.ALL).forecast(PanelForecasterTests.shops(true));
    }

    @Test
    void addsUpAndMultipliesToTheMean() {
        for (int shop = 0; shop < SHOPS; shop++) {
            for (int h = 0; h < AHEAD; h++) {
                holds(forecast.explanation(shop, h, 1), forecast.mean(shop, h));
            }
            double together = 0;
            for (int h = 1; h < AHEAD; h++) {
                together += forecast.mean(shop, h);
            }
            holds(forecast.explanation(shop, 1, AHEAD - 1), together);
        }
    }

    private static void holds(Explanation explanation, double mean) {
        double sum = explanation.base();
        double product = explanation.base();
        for (var factor : explanation.factors()) {
            sum += factor.units();
            product *= factor.factor();
        }
        assertThat(explanation.mean()).isCloseTo(mean, within(NEARLY * mean));
        assertThat(sum).as("%s", explanation).isCloseTo(mean, within(NEARLY * mean));
        assertThat(product).as("%s", explanation).isCloseTo(mean, within(NEARLY * mean));
    }

    @Test
    void theVoicesSayTogetherWhatIsForecastButForItsCorrection() {
        for (int shop = 0; shop < SHOPS; shop++) {
            var explanation = forecast.explanation(shop, 2, 1);
            double shares = 0;
            double said = 0;
            for (var voice : explanation.voices()) {
                shares += voice.share();
                said += voice.share() * voice.mean();
            }
            assertThat(shares).isCloseTo(1, within(NEARLY));
            assertThat(said / explanation.mean()).isBetween(0.94, 1.06);
        }
    }

    /// A promotion sells four times as much: most of that is put down to it, and weeks without one
    /// are explained by there being none.
    @Test
    void putsThePromotionDownToThePromotion() {
        double with = 0;
        double without = 0;
        int promoted = 0;
        for (int shop = 0; shop < SHOPS; shop++) {
            for (int h = 0; h < AHEAD; h++) {
                double factor = Math.log(forecast.explanation(shop, h, 1).factor(Reason.PROMOTION));
                if (PanelForecasterTests.promoted(shop, WEEKS + h)) {
                    with += factor;
                    promoted++;
                } else {
                    without += factor;
                }
            }
        }
        double lift = Math.exp(with / promoted - without / (SHOPS * AHEAD - promoted));

        assertThat(lift).isBetween(3.0, 5.0);
    }

    @Test
    void refusesStepsBeyondTheHorizon() {
        assertThatIllegalArgumentException().isThrownBy(() -> forecast.explanation(0, 3, 4));
    }

    /// A tree with one split: what any row gets, and what the split adds, is what the leaf says.
    @Test
    void goesDownATreeStepByStep() {
        var tree = new Tree(
                new int[] {3, -1, 1, -1, -1},
                new int[] {10, 0, 5, 0, 0},
                new int[] {1, 0, 3, 0, 0},
                new int[] {2, 0, 4, 0, 0},
                new float[] {0.125f, -0.5f, 0.5f, 0.25f, 1});
        var moved = new double[4];

        float any = tree.explain(new byte[] {0, 9, 0, 11}, moved);

        assertThat(any).isEqualTo(0.125f);
        assertThat(moved).containsExactly(0, 0.5, 0, 0.375);
        assertThat(any + moved[1] + moved[3]).isEqualTo(tree.at(new byte[] {0, 9, 0, 11}));
    }

    @Test
    void knowsAPlanByItsName() {
        assertThat(reason("sell_price", false)).isEqualTo(Reason.PRICE);
        assertThat(reason("tpr_only", false)).isEqualTo(Reason.PROMOTION);
        assertThat(reason("event_name", true)).isEqualTo(Reason.EVENT);
        assertThat(PlanReasons.together(List.of(Reason.EVENT, Reason.PRICE))).isEqualTo(Reason.PRICE);
    }

    private static Reason reason(String column, boolean coded) {
        return PlanReasons.of(new KnownColumn(column, coded, new float[0][]));
    }
}
