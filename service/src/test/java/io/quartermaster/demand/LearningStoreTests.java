package io.quartermaster.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.TestDatabase;
import io.quartermaster.demand.LearningStore.Learnt;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/// Of several instances one learns, once a day.
class LearningStoreTests {

    private static final JdbcTemplate DATABASE = new JdbcTemplate(TestDatabase.fresh());
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final Duration HOUR = Duration.ofHours(1);

    private final LearningStore one = new LearningStore(DATABASE);
    private final LearningStore other = new LearningStore(DATABASE);

    @BeforeEach
    void beginWithNothing() {
        DATABASE.update("DELETE FROM demand.learning");
    }

    @Test
    void oneInstanceLearnsAndTheOtherLeavesItAlone() {
        assertThat(one.begin(MONDAY, HOUR, Duration.ZERO)).isTrue();
        assertThat(other.begin(MONDAY, HOUR, Duration.ZERO)).isFalse();
        assertThat(other.begin(MONDAY.plusDays(1), HOUR, Duration.ZERO)).isFalse();
    }

    @Test
    void aDayThatHasEndedIsNotLearntAgain() {
        one.begin(MONDAY, HOUR, Duration.ZERO);
        one.end(MONDAY, new Learnt(60, 365, "failed"));

        assertThat(other.begin(MONDAY, HOUR, Duration.ZERO)).isFalse();
        assertThat(other.begin(MONDAY.plusDays(1), HOUR, Duration.ZERO)).isTrue();
    }

    @Test
    void whoDiedAtWorkIsSucceededWhenTheLeaseIsOver() {
        one.begin(MONDAY, HOUR, Duration.ZERO);
        DATABASE.update("UPDATE demand.learning SET lease_until = clock_timestamp() - interval '1 second'");

        assertThat(other.begin(MONDAY, HOUR, Duration.ZERO)).isTrue();
    }

    @Test
    void nightsOfAFastClockAreNotAllLearnt() {
        one.begin(MONDAY, HOUR, Duration.ZERO);
        one.end(MONDAY, new Learnt(60, 365, "moved 60 forecasts"));

        assertThat(one.begin(MONDAY.plusDays(1), HOUR, HOUR)).isFalse();
    }
}
