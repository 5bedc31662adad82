package io.quartermaster.forecasting.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

/// The booster learns what there is to learn, the same with any number of threads, and survives
/// what there is not.
class BoosterTests {

    private static final int ROWS = 4_000;
    private static final BoosterSettings SETTINGS =
            BoosterSettings.standard().withTrees(250).withThreads(1);

    private static float[][] features() {
        var features = new float[ROWS][3];
        for (int r = 0; r < ROWS; r++) {
            for (int f = 0; f < 3; f++) {
                features[r][f] = (float) Dice.roll(11 + f, r);
            }
        }
        return features;
    }

    private static Rows rows(float[][] features, DoubleBinaryOperator truth) {
        var target = new float[features.length];
        for (int r = 0; r < target.length; r++) {
            target[r] = (float) truth.applyAsDouble(features[r][0], features[r][1]);
        }
        return rows(features, target);
    }

    private static Rows rows(float[][] features, float[] target) {
        var weight = new float[target.length];
        Arrays.fill(weight, 1);
        return Rows.of(features, target, new float[target.length], weight);
    }

    private static double ask(Booster booster, float... features) {
        var bins = new byte[features.length];
        booster.borders().bin(features, bins);
        return Math.exp(booster.at(bins));
    }

    @Test
    void learnsAStep() {
        var booster = Booster.fit(rows(features(), (a, _) -> a < 0.5 ? 2 : 6), SETTINGS);

        assertThat(ask(booster, 0.2f, 0.5f, 0.5f)).isBetween(1.9, 2.1);
        assertThat(ask(booster, 0.8f, 0.5f, 0.5f)).isBetween(5.8, 6.2);
    }

    /// A promotion that works only with a display: neither alone tells anything.
    @Test
    void learnsThatTwoThingsWorkOnlyTogether() {
        var booster = Booster.fit(rows(features(), (a, b) -> a < 0.5 == b < 0.5 ? 1 : 5), SETTINGS);

        assertThat(ask(booster, 0.2f, 0.2f, 0.5f)).isBetween(0.9, 1.3);
        assertThat(ask(booster, 0.2f, 0.8f, 0.5f)).isBetween(4.5, 5.2);
    }

    @Test
    void growsTheSameTreesWithOneThreadAsWithTwo() {
        var rows = rows(features(), (a, b) -> Math.floor(8 * a * b));
        var one = Booster.fit(rows, SETTINGS);
        var two = Booster.fit(rows, SETTINGS.withThreads(2));

        for (int r = 0; r < ROWS; r++) {
            assertThat(Double.doubleToLongBits(two.expected(rows, r)))
                    .isEqualTo(Double.doubleToLongBits(one.expected(rows, r)));
        }
    }

    @Test
    void staysFiniteWhereThereIsNothingToLearn() {
        var constant = new float[ROWS];
        Arrays.fill(constant, 3);
        var unknown = new float[ROWS];
        Arrays.fill(unknown, Float.NaN);
        var same = new float[ROWS][3];

        assertThat(ask(Booster.fit(rows(features(), constant), SETTINGS), .5f, .5f, .5f))
                .isBetween(2.9, 3.1);
        assertThat(ask(Booster.fit(rows(features(), new float[ROWS]), SETTINGS), .5f, .5f, .5f))
                .isBetween(0.0, 0.1);
        assertThat(ask(Booster.fit(rows(features(), unknown), SETTINGS), .5f, .5f, .5f))
                .isEqualTo(1);
        assertThat(ask(Booster.fit(rows(same, constant), SETTINGS), 0, 0, 0)).isBetween(2.9, 3.1);
        assertThat(ask(Booster.fit(rows(new float[][] {{1, 2, 3}}, new float[] {4}), SETTINGS), 1, 2, 3))
                .isEqualTo(1);
        assertThat(ask(Booster.fit(rows(new float[0][3], new float[0]), SETTINGS)))
                .isEqualTo(1);
    }

    /// What chance has put in differs from bag to bag, so together they are nearer to the truth.
    @Test
    void threeBagsBelieveLessInChanceThanOne() {
        var three = Booster.fit(BoosterTests::noise, SETTINGS);
        var one = Booster.fit(BoosterTests::noise, SETTINGS.withBags(1));

        assertThat(three.trees()).isEqualTo(3 * one.trees());
        assertThat(strays(three)).isLessThan(0.6 * strays(one));
    }

    private static Rows noise(int bag) {
        var noise = new float[ROWS];
        for (int r = 0; r < ROWS; r++) {
            noise[r] = (float) Math.floor(8 * Dice.roll(99 + bag, r));
        }
        return rows(features(), noise);
    }

    /// How far forecasts of what is pure chance are from its mean, in squares.
    private static double strays(Booster booster) {
        double squares = 0;
        for (int i = 0; i < 500; i++) {
            double off = ask(booster, (float) Dice.roll(1, i), (float) Dice.roll(2, i), (float) Dice.roll(3, i)) - 3.5;
            squares += off * off;
        }
        return squares;
    }

    /// Half of the rows scatter twice as far as the others, around the same middle.
    @Test
    void underThePinballLossItLearnsWhatIsExceededOnceInTen() {
        var features = features();
        var target = new float[ROWS];
        var start = new float[ROWS];
        Arrays.fill(start, (float) QuantileTrees.odds(0.9));
        for (int r = 0; r < ROWS; r++) {
            double odds = QuantileTrees.odds(Math.clamp(Dice.roll(77, r), 1e-6, 1 - 1e-6));
            target[r] = (float) (features[r][0] < 0.5 ? odds : 2 * odds);
        }
        var rows = rows(features, target).of(target, start);

        var booster = Booster.fit(rows, SETTINGS.forQuantile(0.9, 200).withTrees(250));

        assertThat(exceeded(rows, booster, features, true)).isBetween(0.08, 0.12);
        assertThat(exceeded(rows, booster, features, false)).isBetween(0.08, 0.12);
    }

    private static double exceeded(Rows rows, Booster booster, float[][] features, boolean tame) {
        int exceeded = 0;
        int all = 0;
        for (int r = 0; r < ROWS; r++) {
            if (features[r][0] < 0.5 == tame) {
                exceeded += rows.target()[r] > rows.start()[r] + booster.at(rows, r) ? 1 : 0;
                all++;
            }
        }
        return (double) exceeded / all;
    }

    @Test
    void learnsFromWhatIsNotKnown() {
        var features = features();
        var target = new float[ROWS];
        for (int r = 0; r < ROWS; r++) {
            boolean known = r % 3 != 0;
            features[r][0] = known ? features[r][0] : Float.NaN;
            target[r] = known ? 1 : 7;
        }
        var booster = Booster.fit(rows(features, target), SETTINGS);

        assertThat(ask(booster, Float.NaN, 0.5f, 0.5f)).isBetween(6.5, 7.5);
        assertThat(ask(booster, 0.5f, 0.5f, 0.5f)).isBetween(0.9, 1.2);
    }
}
