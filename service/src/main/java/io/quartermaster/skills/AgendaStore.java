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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What is to be decided, and when: one row a concern, however much happens to it. Its times are
/// the database's own, so that instances agree and a simulated clock does not hurry us.
@Component
class AgendaStore {

    /// The story of the first sale is kept; what becomes urgent begins its own.
    private static final String KEPT = """
            a.pending AND (a.cause = 'SALE' OR excluded.cause <> 'SALE')
                                  AND (a.urgent_told > a.decided_told OR excluded.urgent_told = 0)""";

    /// What is urgent is due as soon as the concern is free, all else at its next turn.
    private static final String NOTE = """
            INSERT INTO skills.agenda AS a (skill, subject, location, pending, told, urgent_told, due_at, correlation,
                   cause, occurred_at, noticed_at)
            SELECT ?, ?, ?, true, 1, urgent::int, clock_timestamp(), ?, ?, ?, clock_timestamp()
            FROM (SELECT ?::boolean) AS n (urgent)
            ON CONFLICT (skill, subject, location) DO UPDATE SET
                pending = true,
                told = a.told + 1,
                urgent_told = CASE WHEN excluded.urgent_told > 0 THEN a.told + 1 ELSE a.urgent_told END,
                due_at = least(CASE WHEN a.pending THEN a.due_at END,
                               CASE WHEN excluded.urgent_told > 0 THEN a.free_at ELSE a.turn_at END),
                correlation = CASE WHEN %s
                              THEN a.correlation ELSE excluded.correlation END,
                occurred_at = CASE WHEN %s
                              THEN a.occurred_at ELSE excluded.occurred_at END,
                cause = CASE WHEN %s
                              THEN a.cause ELSE excluded.cause END,
                noticed_at = CASE WHEN %s THEN a.noticed_at ELSE clock_timestamp() END""".replace("%s", KEPT);

    private static final String CLAIM = """
            UPDATE skills.agenda SET claimed_until = clock_timestamp() + make_interval(secs => :lease)
            WHERE (skill, subject, location) = (
                SELECT skill, subject, location FROM skills.agenda
                WHERE pending AND %s AND due_at <= clock_timestamp() AND claimed_until < clock_timestamp()
                ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING skill, subject, location, told, urgent_told > decided_told AS urgent, correlation, cause,
                occurred_at, noticed_at, failures""";

    private static final String CLAIM_URGENT = CLAIM.formatted("urgent_told > decided_told");
    private static final String CLAIM_ANY = CLAIM.formatted("true");

    private static final String FINISH = """
            UPDATE skills.agenda SET
                pending = (told <> :told), claimed_until = '-infinity', decided_at = clock_timestamp(),
                free_at = clock_timestamp() + make_interval(secs => :interval),
                turn_at = clock_timestamp() + make_interval(secs => :turn),
                due_at = clock_timestamp()
                         + make_interval(secs => CASE WHEN urgent_told > :told THEN :interval ELSE :turn END),
                noticed_at = clock_timestamp(), decided_told = :told, failures = 0, failure = ''
            WHERE skill = :skill AND subject = :subject AND location = :location""";

    private static final String PUT_OFF = """
            UPDATE skills.agenda SET
                claimed_until = '-infinity', free_at = clock_timestamp() + make_interval(secs => :interval),
                due_at = clock_timestamp() + make_interval(secs => :delay), failures = :failures, failure = :failure
            WHERE skill = :skill AND subject = :subject AND location = :location""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final SkillSettings settings;

    AgendaStore(JdbcClient jdbc, JdbcTemplate batches, SkillSettings settings) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.settings = settings;
    }

    /// One thing to decide.
    ///
    /// @param told how often it was noted; if it is more in the end, it must be decided again
    /// @param urgent whether something newly wants a decision
    record Item(
            SkillId skill,
            Concern concern,
            long told,
            boolean urgent,
            CorrelationId correlation,
            Change.Cause cause,
            Instant occurredAt,
            Instant noticedAt,
            int failures) {}

    /// In one order, whatever order they come in: two who note the same do not wait in a ring.
    void note(SkillId skill, List<Noticed> noticed) {
        var sorted = noticed.stream()
                .sorted(Comparator.comparing((Noticed one) -> one.concern().subject())
                        .thenComparing(one -> one.concern().location().value()))
                .toList();
        batches.batchUpdate(NOTE, sorted, Math.max(1, sorted.size()), (to, one) -> {
            var change = one.change();
            to.setString(1, skill.value());
            to.setString(2, one.concern().subject());
            to.setString(3, one.concern().location().value());
            to.setString(4, change.correlation().value());
            to.setString(5, change.cause().name());
            to.setObject(6, change.occurredAt().atOffset(ZoneOffset.UTC));
            to.setBoolean(7, one.urgent());
        });
    }

    /// The next thing to decide, if one is due: what is urgent before all else.
    Optional<Item> claim() {
        return claim(CLAIM_URGENT).or(() -> claim(CLAIM_ANY));
    }

    private Optional<Item> claim(String sql) {
        return jdbc.sql(sql)
                .param("lease", seconds(settings.lease()))
                .query((row, _) -> item(row))
                .optional();
    }

    /// @param onTheDesk whether something lies there now that need not be thought over at every sale
    void finish(Item item, boolean onTheDesk) {
        keyed(FINISH, item.skill(), item.concern())
                .param("told", item.told())
                .param("interval", seconds(settings.interval()))
                .param("turn", seconds(onTheDesk ? settings.revision() : settings.interval()))
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
                row.getBoolean("urgent"),
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
