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
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

class AgendaStoreTests {

    private static final SkillId SKILL = new SkillId("replenishment");
    private static final LocationId HERE = new LocationId("high-street");
    private static final Concern ACME = new Concern("ACME", HERE);

    private static final DataSource SOURCE = TestDatabase.fresh();
    private static final JdbcClient DATABASE = JdbcClient.create(SOURCE);
    private static final Duration LONG = Duration.ofMinutes(10);

    private final AgendaStore agenda = agenda(LONG);

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
        agenda.finish(agenda.claim().orElseThrow(), false);

        note("two", Cause.SALE);

        assertThat(agenda.claim()).isEmpty();
        assertThat(agenda.waiting()).isEqualTo(1);
    }

    @Test
    void decidesAgainWhatChangedWhileItWasDecided() {
        note("one", Cause.SALE);
        var item = agenda.claim().orElseThrow();
        note("two", Cause.SALE);

        agenda.finish(item, false);

        assertThat(agenda.waiting()).isEqualTo(1);
    }

    @Test
    void isDoneWhenNothingChangedMeanwhile() {
        note("one", Cause.SALE);

        agenda.finish(agenda.claim().orElseThrow(), false);

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

        agenda.finish(agenda.claim().orElseThrow(), false);

        assertThat(agenda.failed(10)).isEmpty();
    }

    @Test
    void whatLiesOnTheDeskWaitsForItsTurnUnlessSomethingIsUrgent() {
        var busy = agenda(Duration.ofMillis(1));
        note("one", Cause.SALE);
        busy.finish(busy.claim().orElseThrow(), true);

        note("figures-moved", Cause.SALE);
        assertThat(busy.claim()).isEmpty();

        noteUrgent("a-second-article-runs-low");
        await(() -> busy.claim().filter(AgendaStore.Item::urgent).isPresent());
    }

    @Test
    void whatBecameUrgentWhileItWasDecidedIsDecidedAtOnce() {
        var busy = agenda(Duration.ofMillis(1));
        noteUrgent("one");
        var item = busy.claim().orElseThrow();
        noteUrgent("two");

        busy.finish(item, true);

        await(() -> busy.claim().isPresent());
    }

    @Test
    void theUrgentIsDecidedBeforeWhatWaitedLonger() {
        note("waiting-long", Cause.SALE);
        var other = new Concern("OTHER", HERE);
        agenda.note(SKILL, List.of(new Noticed(other, change("urgent", Cause.SALE), true)));

        assertThat(agenda.claim())
                .get()
                .satisfies(item -> assertThat(item.concern()).isEqualTo(other));
    }

    private static AgendaStore agenda(Duration interval) {
        var settings = new SkillSettings(interval, LONG, Duration.ofSeconds(1), 500, 1, LONG);
        return new AgendaStore(DATABASE, new JdbcTemplate(SOURCE), settings);
    }

    private static void await(BooleanSupplier condition) {
        var until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("what was waited for did not come").isLessThan(until);
            Thread.onSpinWait();
        }
    }

    private void note(String story, Cause cause) {
        agenda.note(SKILL, List.of(new Noticed(ACME, change(story, cause), false)));
    }

    private void noteUrgent(String story) {
        agenda.note(SKILL, List.of(new Noticed(ACME, change(story, Cause.SALE), true)));
    }

    private static Change change(String story, Cause cause) {
        return new Change(
                new VariantId("V1"), HERE, new CorrelationId(story), Instant.parse("2026-11-21T10:00:00Z"), cause);
    }
}
