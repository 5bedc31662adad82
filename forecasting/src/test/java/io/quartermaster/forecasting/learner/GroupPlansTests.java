package io.quartermaster.forecasting.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.forecasting.Frequency;
import io.quartermaster.forecasting.panel.KnownColumn;
import io.quartermaster.forecasting.panel.Panel;
import io.quartermaster.forecasting.panel.PanelSeries;
import io.quartermaster.forecasting.panel.StaticColumn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Two articles in six shops: the leaflet makes three times the ice of it, and no more salt. Shop
/// five has never been in the leaflet.
class GroupPlansTests {

    private static final int WEEKS = 80;
    private static final int SHOPS = 6;
    private static final int ICE_IN_FIVE = 5;
    private static final int SALT_IN_FIVE = 11;
    private static final double LEVEL = 10;

    private static boolean inLeaflet(int shop, int week) {
        return shop < 5 && (Dice.roll(3, 100L * shop + week) < 0.1 || week == WEEKS - 1) || week == WEEKS;
    }

    private static Panel shops(float lastWeeksIce) {
        var series = new ArrayList<PanelSeries>();
        var leaflet = new float[2 * SHOPS][WEEKS + 1];
        int[] article = new int[2 * SHOPS];
        for (int s = 0; s < 2 * SHOPS; s++) {
            article[s] = s / SHOPS;
            var units = new float[WEEKS];
            for (int t = 0; t <= WEEKS; t++) {
                leaflet[s][t] = inLeaflet(s % SHOPS, t) ? 1 : 0;
                if (t < WEEKS) {
                    units[t] = article[s] == 0 && leaflet[s][t] > 0 ? 30 : 10;
                }
            }
            if (article[s] == 0) {
                units[WEEKS - 1] = lastWeeksIce;
            }
            series.add(new PanelSeries("s" + s, 0, units));
        }
        return new Panel(
                Frequency.WEEKLY,
                LocalDate.of(2024, 1, 3),
                WEEKS,
                1,
                series,
                List.of(new KnownColumn("leaflet", false, leaflet)),
                List.of(),
                List.of(new StaticColumn("article", article)));
    }

    /// What the article's group says of the week to come, or of another, seen from some week.
    private static double lift(Panel panel, int series, int before, double foretold) {
        var surroundings = new Surroundings(panel, WEEKS);
        var plan = surroundings.plans[0];
        double usual = plan.usual(series, before, surroundings.rhythm.usual());
        double[] steps = {plan.step(plan.off(series, WEEKS, usual))};
        return surroundings.groups[0].lift(series, steps, before, LEVEL, foretold);
    }

    @Test
    void foretellsAShopsFirstLeafletByWhatItDidElsewhere() {
        var panel = shops(10);

        // the level before a leaflet is a little more than ten, for there were leaflets before
        assertThat(lift(panel, ICE_IN_FIVE, WEEKS, 1)).isCloseTo(2.5, within(0.25));
        assertThat(lift(panel, SALT_IN_FIVE, WEEKS, 1)).isCloseTo(1, within(0.05));
    }

    @Test
    void doesNotLookAtWhatCameAfter() {
        assertThat(lift(shops(900), ICE_IN_FIVE, WEEKS - 1, 1)).isEqualTo(lift(shops(10), ICE_IN_FIVE, WEEKS - 1, 1));
    }

    @Test
    void leansOnWhatCoarserGroupsSayWhereItHasSeenNothing() {
        assertThat(lift(shops(10), ICE_IN_FIVE, 1, 1.7)).isEqualTo(1.7);
    }

    @Test
    void knowsHowMuchOfAGroupIsPlannedFor() {
        var groups = new Surroundings(shops(10), WEEKS).groups[0];

        assertThat(groups.mean(ICE_IN_FIVE, 0, WEEKS))
                .as("everybody is in the next leaflet")
                .isGreaterThan(2);
        assertThat(groups.mean(ICE_IN_FIVE, 0, WEEKS)).isEqualTo(groups.mean(SALT_IN_FIVE, 0, WEEKS));
    }
}
