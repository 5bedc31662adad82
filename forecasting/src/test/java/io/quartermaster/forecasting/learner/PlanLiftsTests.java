package io.quartermaster.forecasting.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.forecasting.Frequency;
import io.quartermaster.forecasting.panel.KnownColumn;
import io.quartermaster.forecasting.panel.Panel;
import io.quartermaster.forecasting.panel.PanelSeries;
import io.quartermaster.forecasting.panel.StaticColumn;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Twenty shops sell ten units a week, thirty in a week of the leaflet, none when all are closed.
class PlanLiftsTests {

    private static final int SHOPS = 20;
    private static final int WEEKS = 104;
    private static final int AHEAD = 6;
    private static final int NOTHING = 0;
    private static final int LEAFLET = 1;
    private static final int CLOSED = 2;

    private static int plan(int shop, int week) {
        if (week % 26 == 25) {
            return CLOSED;
        }
        return (week + 3 * shop) % 7 == 0 ? LEAFLET : NOTHING;
    }

    private static float sold(int plan) {
        return switch (plan) {
            case LEAFLET -> 30;
            case CLOSED -> 0;
            default -> 10;
        };
    }

    private static Panel panel(List<StaticColumn> attributes) {
        var series = IntStream.range(0, SHOPS)
                .mapToObj(shop -> {
                    var units = new float[WEEKS];
                    for (int week = 0; week < WEEKS; week++) {
                        units[week] = sold(plan(shop, week));
                    }
                    return new PanelSeries("shop " + shop, 0, units);
                })
                .toList();
        var values = new float[SHOPS][WEEKS + AHEAD];
        for (int shop = 0; shop < SHOPS; shop++) {
            for (int week = 0; week < values[shop].length; week++) {
                values[shop][week] = plan(shop, week);
            }
        }
        var known = List.of(new KnownColumn("leaflet", true, values));
        return new Panel(
                Frequency.WEEKLY, LocalDate.of(2024, 1, 1), WEEKS, AHEAD, series, known, List.of(), attributes);
    }

    private static StaticColumn regions() {
        return new StaticColumn(
                "region", IntStream.range(0, SHOPS).map(shop -> shop % 2).toArray());
    }

    @Test
    void weeksOfTheLeafletCountForUsualOnesOnceItIsKnownWhatItDoes() {
        var surroundings = new Surroundings(panel(List.of(regions())), WEEKS);

        float[] freed = new PlanLifts(surroundings).freed(3, WEEKS);

        for (int week = WEEKS / 2; week < WEEKS; week++) {
            if (plan(3, week) != CLOSED) {
                assertThat((double) freed[week]).as("week %d", week).isCloseTo(10, within(2.5));
            }
        }
    }

    @Test
    void weeksInWhichAllAreClosedSayNothingOfUsualOnes() {
        var surroundings = new Surroundings(panel(List.of(regions())), WEEKS);

        float[] freed = new PlanLifts(surroundings).freed(3, WEEKS);

        assertThat(freed[103]).isNaN();
    }

    @Test
    void whatTheLeafletDoesIsLearntFromWhatCameBefore() {
        var whole = new PlanLifts(new Surroundings(panel(List.of(regions())), WEEKS)).freed(3, 60);
        var then = new PlanLifts(new Surroundings(panel(List.of(regions())), WEEKS).at(60)).freed(3, 60);

        assertThat(then).containsExactly(whole);
    }

    @Test
    void withoutGroupsNothingIsFreed() {
        var surroundings = new Surroundings(panel(List.of()), WEEKS);

        assertThat(new PlanLifts(surroundings).freed(3, WEEKS))
                .containsExactly(surroundings.panel.series().get(3).units());
    }

    @Test
    void theModelsAloneForeseeTheNextLeaflet() {
        var surroundings = new Surroundings(panel(List.of(regions())), WEEKS);
        float[][] lifts = new float[SHOPS][AHEAD];
        var features = new Features(surroundings);
        for (int shop = 0; shop < SHOPS; shop++) {
            var past = new SeriesPast(surroundings.panel.series().get(shop).units(), WEEKS, AHEAD, 52);
            for (int h = 0; h < AHEAD; h++) {
                features.fill(shop, past, WEEKS, WEEKS + h);
                lifts[shop][h] = (float) features.lift();
            }
        }

        var alone = Alone.at(surroundings, WEEKS, lifts);

        for (int shop = 0; shop < SHOPS; shop++) {
            for (int h = 0; h < AHEAD; h++) {
                float comes = sold(plan(shop, WEEKS + h));
                assertThat((double) alone.means()[shop][h]).isCloseTo(comes, within(0.4 * comes));
            }
        }
    }
}
