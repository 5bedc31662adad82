package io.quartermaster.forecasting.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.forecasting.Reason;
import io.quartermaster.forecasting.WindowDemand;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// All sell eight a week. Those of the leaflet scatter three times as far as chance would have it,
/// and neither mean nor spread has noticed.
class QuantileTreesTests {

    private static final int ROWS = 30_000;
    private static final double MEAN = 8;
    private static final BoosterSettings SETTINGS = BoosterSettings.standard().withThreads(1);
    private static final WindowDemand FORETOLD = new WindowDemand(MEAN, Math.sqrt(MEAN), true);
    private static final float[] LEAFLET = {1, 0.5f};
    private static final float[] PLAIN = {0, 0.5f};

    private static Rows rows() {
        var features = new float[ROWS][2];
        var target = new float[ROWS];
        var start = new float[ROWS];
        var weight = new float[ROWS];
        Arrays.fill(start, (float) Math.log(MEAN));
        Arrays.fill(weight, 1);
        for (int r = 0; r < ROWS; r++) {
            boolean leaflet = r % 2 == 0;
            features[r] = new float[] {leaflet ? 1 : 0, (float) Dice.roll(5, r)};
            var truth = new WindowDemand(MEAN, Math.sqrt(leaflet ? 3 * MEAN : MEAN), true);
            target[r] = (float) truth.quantile(Math.clamp(Dice.roll(6, r), 1e-6, 1 - 1e-6));
        }
        return Rows.of(features, target, start, weight);
    }

    private static float[] moved(Rows rows, Reason leaflet, float[] asked) {
        var nothing = Booster.fit(rows, SETTINGS.withTrees(0));
        var trees = QuantileTrees.fit(rows, new Reason[] {leaflet, Reason.LATELY}, nothing, nothing, SETTINGS, true);
        var bins = new byte[asked.length];
        rows.borders().bin(asked, bins);
        return trees.moved(bins);
    }

    private static double covered(Rows rows, boolean leaflet, double level) {
        double enough = FORETOLD.quantile(level);
        int covered = 0;
        for (int r = leaflet ? 0 : 1; r < ROWS; r += 2) {
            covered += rows.target()[r] <= enough ? 1 : 0;
        }
        return covered / (ROWS / 2.0);
    }

    /// Half of the rows are wilder than the other: a level that fits both together fits neither.
    @Test
    void levelsAreMovedWhereDemandScattersOtherwiseThanForetold() {
        var rows = rows();
        double pooled = 0.983;
        assertThat(covered(rows, true, pooled)).isLessThan(0.93);
        assertThat(covered(rows, false, pooled)).isGreaterThan(0.98);

        float[] wild = moved(rows, Reason.PROMOTION, LEAFLET);
        float[] tame = moved(rows, Reason.PROMOTION, PLAIN);

        assertThat(covered(rows, true, QuantileTrees.level(pooled, 0.95, wild, 1)))
                .isBetween(0.93, 0.98);
        assertThat(covered(rows, false, QuantileTrees.level(pooled, 0.95, tame, 1)))
                .isBetween(0.93, 0.985);
    }

    /// What moves every level alike would be another mean.
    @Test
    void whatMovesAllLevelsAlikeIsLeftToTheMean() {
        float[] wild = moved(rows(), Reason.PROMOTION, LEAFLET);

        assertThat(wild[1] + wild[2] + wild[3] + wild[4]).isCloseTo(0, within(1e-5f));
        assertThat(wild[0]).isNegative();
        assertThat(wild[5]).isGreaterThan(wild[3]);
    }

    @Test
    void aDateTellsNothing() {
        assertThat(moved(rows(), Reason.SEASON, LEAFLET)).isEqualTo(moved(rows(), Reason.SEASON, PLAIN));
    }

    @Test
    void betweenLearntLevelsTheWayIsTakenOnTheScaleOfLogOdds() {
        float[] moved = {-0.5f, -0.2f, 0, 0.2f, 0.6f, 1};
        double middle = QuantileTrees.chance((QuantileTrees.odds(0.95) + QuantileTrees.odds(0.99)) / 2);

        assertThat(QuantileTrees.odds(QuantileTrees.level(middle, middle, moved, 1)) - QuantileTrees.odds(middle))
                .isCloseTo(0.8, within(1e-6));
        assertThat(QuantileTrees.odds(QuantileTrees.level(0.999, 0.999, moved, 0.5)) - QuantileTrees.odds(0.999))
                .isCloseTo(0.5, within(1e-6));
        assertThat(QuantileTrees.level(0.9, 0.9, moved, 0)).isEqualTo(0.9);
        assertThat(QuantileTrees.level(0.9, 0.9, new float[0], 1)).isEqualTo(0.9);
    }
}
