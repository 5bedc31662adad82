package io.quartermaster.skills;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.TestDatabase;
import io.quartermaster.books.stock.Change;
import io.quartermaster.books.stock.Change.Cause;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.SkillId;
import io.quartermaster.retail.VariantId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AgendaStoreTests {

    private static final SkillId SKILL = new SkillId("replenishment");
    private static final LocationId HERE = new LocationId("high-street");
    private static final Concern ACME = new Concern("ACME", HERE);

    private static final JdbcClient DATABASE = JdbcClient.create(TestDatabase.fresh());

    private final AgendaStore agenda = new AgendaStore(
            DATABASE, new SkillSettings(Duration.ofMinutes(10), Duration.ofSeconds(1), 500, Duration.ofMinutes(10)));

    @BeforeEach
    void beginWithNothing() {
        DATABASE.sql("DELETE FROM skills.agenda").update();
    }

    @Test
    void makesAThousandChangesOneDecision() {
        for (int i = 0; i < 1_000; i++) {
            note("sale-" + i, Cause.SALE);
        }

        assertThat(agenda.claim())
                .get()
                .satisfies(item -> assertThat(item.told()).isEqualTo(1_000));
        assertThat(agenda.claim()).isEmpty();
    }

    @Test
    void tellsTheStoryOfTheFirstSale() {
        note("a-delivery", Cause.OTHER);
        note("the-sale", Cause.SALE);
        note("another-sale", Cause.SALE);

        assertThat(agenda.claim()).get().satisfies(item -> {
            assertThat(item.correlation()).isEqualTo(new CorrelationId("the-sale"));
            assertThat(item.cause()).isEqualTo(Cause.SALE);
        });
    }

    @Test
    void waitsBetweenTwoDecisionsOnOneConcern() {
        note("one", Cause.SALE);
        agenda.finish(agenda.claim().orElseThrow());

        note("two", Cause.SALE);

        assertThat(agenda.claim()).isEmpty();
        assertThat(agenda.waiting()).isEqualTo(1);
    }

    @Test
    void decidesAgainWhatChangedWhileItWasDecided() {
        note("one", Cause.SALE);
        var item = agenda.claim().orElseThrow();
        note("two", Cause.SALE);

        agenda.finish(item);

        assertThat(agenda.waiting()).isEqualTo(1);
    }

    @Test
    void isDoneWhenNothingChangedMeanwhile() {
        note("one", Cause.SALE);

        agenda.finish(agenda.claim().orElseThrow());

        assertThat(agenda.waiting()).isZero();
    }

    @Test
    void keepsAFailureAndTriesAgain() {
        note("one", Cause.SALE);

        agenda.putOff(agenda.claim().orElseThrow(), Duration.ZERO, 1, "the books are closed");

        assertThat(agenda.failed(10)).singleElement().satisfies(failure -> {
            assertThat(failure.concern()).isEqualTo(ACME);
            assertThat(failure.why()).isEqualTo("the books are closed");
        });
        assertThat(agenda.claim())
                .get()
                .satisfies(item -> assertThat(item.failures()).isEqualTo(1));
    }

    @Test
    void forgetsAFailureThatIsOver() {
        note("one", Cause.SALE);
        agenda.putOff(agenda.claim().orElseThrow(), Duration.ZERO, 1, "the books are closed");

        agenda.finish(agenda.claim().orElseThrow());

        assertThat(agenda.failed(10)).isEmpty();
    }

    private void note(String story, Cause cause) {
        var change = new Change(
                new VariantId("V1"), HERE, new CorrelationId(story), Instant.parse("2026-11-21T10:00:00Z"), cause);
        agenda.note(SKILL, new Noticed(ACME, change));
    }
}
