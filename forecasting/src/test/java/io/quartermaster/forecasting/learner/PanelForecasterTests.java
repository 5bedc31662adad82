package io.quartermaster.forecasting.learner;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.forecasting.Frequency;
import io.quartermaster.forecasting.panel.KnownColumn;
import io.quartermaster.forecasting.panel.Panel;
import io.quartermaster.forecasting.panel.PanelSeries;
import io.quartermaster.forecasting.panel.RealisedColumn;
import io.quartermaster.forecasting.panel.StaticColumn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/// Forty shops' weeks; a promotion, planned ahead for some of them, doubles and redoubles what is
/// sold.
class PanelForecasterTests {

    private static final int WEEKS = 110;
    private static final int AHEAD = 6;
    private static final double LIFT = 4;
    private static final double[] LEVELS = {.05, .5, .95, .99};

    static boolean promoted(int shop, int week) {
        return Dice.roll(5, 1_000L * shop + week) < 0.15;
    }

    private static float units(int shop, int week) {
        double mean = (4 + shop % 7) * (promoted(shop, week) ? LIFT : 1);
        return Math.round(mean * (0.7 + 0.6 * Dice.roll(6, 1_000L * shop + week)));
    }

    private static float[] flags(int shop, int weeks) {
        var flags = new float[weeks];
        for (int t = 0; t < weeks; t++) {
            flags[t] = promoted(shop, t) ? 1 : 0;
        }
        return flags;
    }

    static Panel shops(boolean knownAhead) {
        var series = new ArrayList<PanelSeries>();
        var known = new float[40][];
        var seen = new float[40][];
        for (int shop = 0; shop < 40; shop++) {
            var units = new float[WEEKS];
            for (int t = 0; t < WEEKS; t++) {
                units[t] = units(shop, t);
            }
            series.add(new PanelSeries("shop " + shop, 0, units));
            known[shop] = flags(shop, WEEKS + AHEAD);
            seen[shop] = flags(shop, WEEKS);
        }
        return new Panel(
                Frequency.WEEKLY,
                LocalDate.of(2024, 1, 3),
                WEEKS,
                AHEAD,
                series,
                knownAhead ? List.of(new KnownColumn("feature", false, known)) : List.of(),
                knownAhead ? List.of() : List.of(new RealisedColumn("feature", seen)),
                List.of());
    }

    /// The mean of what is forecast for weeks with a promotion over that of weeks without.
    private static double foreseenLift(PanelForecast forecast) {
        double with = 0;
        double without = 0;
        int promotions = 0;
        for (int shop = 0; shop < 40; shop++) {
            for (int h = 0; h < AHEAD; h++) {
                double share = forecast.mean(shop, h) / (4 + shop % 7);
                if (promoted(shop, WEEKS + h)) {
                    with += share;
                    promotions++;
                } else {
                    without += share;
                }
            }
        }
        return with / promotions / (without / (40 * AHEAD - promotions));
    }

    @Test
    void foreseesAPlannedPromotion() {
        var forecast = PanelForecaster.of(Voices.ALL).forecast(shops(true));

        assertThat(foreseenLift(forecast)).isBetween(3.3, 4.6);
    }

    @Test
    void doesNotForeseeWhatNobodyTellsItAhead() {
        assertThat(foreseenLift(PanelForecaster.of(Voices.PORTFOLIO).forecast(shops(true))))
                .isBetween(0.8, 1.25);
        assertThat(foreseenLift(PanelForecaster.of(Voices.ALL).forecast(shops(false))))
                .isBetween(0.8, 1.25);
    }

    @Test
    void saysTheSameTwice() {
        var one = PanelForecaster.of(Voices.ALL).forecast(shops(true));
        var two = PanelForecaster.of(Voices.ALL).forecast(shops(true));

        for (int shop = 0; shop < 40; shop++) {
            assertThat(two.mean(shop, 3)).isEqualTo(one.mean(shop, 3));
            assertThat(two.quantiles(shop, 3, LEVELS)).isEqualTo(one.quantiles(shop, 3, LEVELS));
        }
    }

    /// Ten series that no shop should have, among ten that any has.
    @Test
    void hasAnAnswerForEverySeries() {
        List<IntToDoubleFunction> odd = List.of(
                _ -> 5,
                _ -> 0,
                t -> t == 399 ? 3 : Double.NaN,
                t -> t % 9 < 5 ? Double.NaN : t % 4,
                t -> t == 300 ? 10_000 : t % 3,
                t -> t % 10 == 0 ? -4 : 2,
                _ -> Double.NaN,
                t -> t < 380 ? 0 : 6,
                t -> t > 200 ? 0 : 30,
                t -> 0.37 * (t % 5));
        var series = new ArrayList<PanelSeries>();
        for (int s = 0; s < 20; s++) {
            var units = new float[400];
            for (int t = 0; t < units.length; t++) {
                units[t] = s < 10 ? (float) odd.get(s).applyAsDouble(t) : (float) Math.floor(6 * Dice.roll(s, t));
            }
            series.add(new PanelSeries("s" + s, 0, units));
        }
        series.add(new PanelSeries("one day", 399, new float[] {2}));
        var panel = new Panel(
                Frequency.DAILY,
                LocalDate.of(2023, 12, 1), // passes 29 February 2024
                400,
                14,
                series,
                List.of(),
                List.of(),
                List.of(new StaticColumn("shop", new int[21])));
        for (var voices : Voices.values()) {
            answersAll(PanelForecaster.of(voices).forecast(panel), 21, 14);
        }
    }

    private static void answersAll(PanelForecast forecast, int series, int horizon) {
        for (int s = 0; s < series; s++) {
            for (int h = 0; h < horizon; h++) {
                assertThat(forecast.mean(s, h)).as("series %d", s).isFinite().isNotNegative();
                double last = 0;
                for (double units : forecast.quantiles(s, h, LEVELS)) {
                    assertThat(units).as("series %d", s).isFinite().isGreaterThanOrEqualTo(last);
                    last = units;
                }
            }
        }
    }

    @Test
    void answersForAPanelOfOneDay() {
        var panel = new Panel(
                Frequency.DAILY,
                LocalDate.of(2024, 2, 29),
                1,
                28,
                List.of(new PanelSeries("new", 0, new float[] {3})),
                List.of(),
                List.of(),
                List.of());

        answersAll(PanelForecaster.of(Voices.ALL).forecast(panel), 1, 28);
    }
}
