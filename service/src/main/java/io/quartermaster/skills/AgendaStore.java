package io.quartermaster.skills;

import io.quartermaster.books.stock.Change;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.SkillId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What is to be decided, and when: one row a concern, however much happens to it. Its times are
/// the database's own, so that instances agree and a simulated clock does not hurry us.
@Component
class AgendaStore {

    private static final String NOTE = """
            INSERT INTO skills.agenda (skill, subject, location, pending, told, due_at, correlation, cause, occurred_at,
                   noticed_at)
            VALUES (:skill, :subject, :location, true, 1, clock_timestamp(), :correlation, :cause, :occurredAt,
                   clock_timestamp())
            ON CONFLICT (skill, subject, location) DO UPDATE SET
                pending = true,
                told = agenda.told + 1,
                due_at = CASE WHEN agenda.pending THEN least(agenda.due_at, agenda.free_at) ELSE agenda.free_at END,
                correlation = CASE WHEN agenda.pending AND (agenda.cause = 'SALE' OR excluded.cause <> 'SALE')
                              THEN agenda.correlation ELSE excluded.correlation END,
                occurred_at = CASE WHEN agenda.pending AND (agenda.cause = 'SALE' OR excluded.cause <> 'SALE')
                              THEN agenda.occurred_at ELSE excluded.occurred_at END,
                cause = CASE WHEN agenda.pending AND (agenda.cause = 'SALE' OR excluded.cause <> 'SALE')
                              THEN agenda.cause ELSE excluded.cause END,
                noticed_at = CASE WHEN agenda.pending THEN agenda.noticed_at ELSE clock_timestamp() END""";

    private static final String CLAIM = """
            UPDATE skills.agenda SET claimed_until = clock_timestamp() + make_interval(secs => :lease)
            WHERE (skill, subject, location) = (
                SELECT skill, subject, location FROM skills.agenda
                WHERE pending AND due_at <= clock_timestamp() AND claimed_until < clock_timestamp()
                ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING skill, subject, location, told, correlation, cause, occurred_at, noticed_at, failures""";

    private static final String FINISH = """
            UPDATE skills.agenda SET
                pending = (told <> :told), claimed_until = '-infinity', decided_at = clock_timestamp(),
                free_at = clock_timestamp() + make_interval(secs => :interval),
                due_at = clock_timestamp() + make_interval(secs => :interval),
                noticed_at = clock_timestamp(), failures = 0, failure = ''
            WHERE skill = :skill AND subject = :subject AND location = :location""";

    private static final String PUT_OFF = """
            UPDATE skills.agenda SET
                claimed_until = '-infinity', free_at = clock_timestamp() + make_interval(secs => :interval),
                due_at = clock_timestamp() + make_interval(secs => :delay), failures = :failures, failure = :failure
            WHERE skill = :skill AND subject = :subject AND location = :location""";

    private final JdbcClient jdbc;
    private final SkillSettings settings;

    AgendaStore(JdbcClient jdbc, SkillSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /// One thing to decide.
    ///
    /// @param told how often it was noted; if it is more in the end, it must be decided again
    record Item(
            SkillId skill,
            Concern concern,
            long told,
            CorrelationId correlation,
            Change.Cause cause,
            Instant occurredAt,
            Instant noticedAt,
            int failures) {}

    void note(SkillId skill, Noticed noticed) {
        var change = noticed.change();
        keyed(NOTE, skill, noticed.concern())
                .param("correlation", change.correlation().value())
                .param("cause", change.cause().name())
                .param("occurredAt", change.occurredAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Item> claim() {
        return jdbc.sql(CLAIM)
                .param("lease", seconds(settings.lease()))
                .query((row, _) -> item(row))
                .optional();
    }

    void finish(Item item) {
        keyed(FINISH, item.skill(), item.concern())
                .param("told", item.told())
                .param("interval", seconds(settings.interval()))
                .update();
    }

    void putOff(Item item, Duration delay, int failures, String why) {
        keyed(PUT_OFF, item.skill(), item.concern())
                .param("interval", seconds(settings.interval()))
                .param("delay", seconds(delay))
                .param("failures", failures)
                .param("failure", why)
                .update();
    }

    List<SkillFailure> failed(int limit) {
        return jdbc.sql("""
                        SELECT skill, subject, location, failures, failure, due_at FROM skills.agenda
                        WHERE failures > 0 ORDER BY failures DESC, skill, subject, location LIMIT :limit""")
                .param("limit", limit)
                .query((row, _) -> new SkillFailure(
                        new SkillId(row.getString("skill")),
                        concern(row),
                        row.getInt("failures"),
                        row.getString("failure"),
                        instant(row, "due_at")))
                .list();
    }

    /// How long ago that was, by the database's clock.
    Duration since(Instant then) {
        var now = jdbc.sql("SELECT clock_timestamp()")
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
        return Duration.between(then, now);
    }

    /// How many concerns wait for a decision that is due.
    long waiting() {
        return jdbc.sql("SELECT count(*) FROM skills.agenda WHERE pending")
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec keyed(String sql, SkillId skill, Concern concern) {
        return jdbc.sql(sql)
                .param("skill", skill.value())
                .param("subject", concern.subject())
                .param("location", concern.location().value());
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                new SkillId(row.getString("skill")),
                concern(row),
                row.getLong("told"),
                new CorrelationId(row.getString("correlation")),
                Change.Cause.valueOf(row.getString("cause")),
                instant(row, "occurred_at"),
                instant(row, "noticed_at"),
                row.getInt("failures"));
    }

    private static Concern concern(ResultSet row) throws SQLException {
        return new Concern(row.getString("subject"), new LocationId(row.getString("location")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static BigDecimal seconds(Duration span) {
        return BigDecimal.valueOf(span.toMillis(), 3);
    }
}
