package io.quartermaster.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.demand.Totals.By;
import io.quartermaster.retail.Unit;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// When totals are made, and by whom.
class TotalsRoundTests extends TotalsInATest {

    @Test
    void totalsAreMadeAgainWhenAForecastIsNewer() {
        for (int ago = 1; ago <= 30; ago++) {
            sell(QUAY, "V1", "TILL", ago, 2, Unit.EACH);
            sell(QUAY, "V2", "TILL", ago, 2, Unit.EACH);
        }
        forecast(QUAY, "V1");
        assertThat(round().makeIfDue()).hasValue(6);
        jdbc.update("UPDATE demand.totals_made SET took = interval '0'");
        assertThat(round().makeIfDue()).as("nothing is newer").isEmpty();

        forecast(QUAY, "V2");
        jdbc.update("UPDATE demand.totals_made SET took = interval '9 s'");
        assertThat(round().makeIfDue()).as("who took long rests").isEmpty();
        jdbc.update("UPDATE demand.totals_made SET took = interval '0'");

        assertThat(round().makeIfDue()).isPresent();
        assertThat(totals.by(By.CHAIN, Set.of()).getFirst().forecasts()).isEqualTo(2);
    }

    @Test
    void waitsUntilAllForecastsAreOfTheDay() {
        sell(QUAY, "V1", "TILL", 1, 2, Unit.EACH);
        forecast(QUAY, "V1");
        jdbc.update("UPDATE demand.forecast SET first_day = first_day - 1");

        assertThat(round().makeIfDue()).isEmpty();
    }

    @Test
    void oneInstanceAtATimeMakesThem() {
        var day = today();
        var first = store.begin(day, Duration.ofHours(1), Duration.ZERO).orElseThrow();

        assertThat(store.begin(day, Duration.ofHours(1), Duration.ZERO)).isEmpty();
        jdbc.update("UPDATE demand.totals_made SET lease_until = clock_timestamp()");
        var second = store.begin(day, Duration.ofHours(1), Duration.ZERO).orElseThrow();

        var made = new TotalsStore.Making(day, clock.instant());
        assertThat(store.replace(first, made, List.of())).isFalse();
        assertThat(store.replace(second, made, List.of())).isTrue();
    }

    @Test
    void nothingIsToldBeforeAnythingWasMade() {
        assertThat(totals.by(By.CHANNEL, Set.of())).isEmpty();
    }
}
