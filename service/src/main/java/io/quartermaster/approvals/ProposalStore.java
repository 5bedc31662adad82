package io.quartermaster.approvals;

import io.quartermaster.access.Role;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.ProposalId;
import io.quartermaster.retail.SkillId;
import io.quartermaster.retail.UserId;
import io.quartermaster.retail.VariantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps proposals. Who decides holds the row first: [#lock].
@Component
class ProposalStore {

    static final String SELECT = """
            select p.*, r.content
            from approvals.proposal p
            join approvals.revision r on r.proposal = p.id and r.revision = p.revision
            """;

    private final JdbcClient jdbc;

    ProposalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One at a time for one skill and one matter, until the transaction ends.
    void lockMatter(SkillId skill, String about) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(:matter, 1))")
                .param("matter", skill.value() + "\n" + about)
                .query(Integer.class)
                .single();
    }

    Optional<ProposalRow> lock(ProposalId id) {
        return jdbc.sql(SELECT + "where p.id = :id for update of p")
                .param("id", id.value())
                .query((row, _) -> row(row))
                .optional();
    }

    /// The open one: it waits, or its approval can still be undone.
    Optional<ProposalRow> lockOpen(SkillId skill, String about) {
        return jdbc.sql(SELECT + """
                        where p.skill = :skill and p.about = :about
                          and (p.state = 'WAITING' or (p.state = 'APPROVED' and p.released_at is null))
                        for update of p""")
                .param("skill", skill.value())
                .param("about", about)
                .query((row, _) -> row(row))
                .optional();
    }

    Optional<ProposalRow> newest(SkillId skill, String about) {
        return jdbc.sql(SELECT + """
                        where p.skill = :skill and p.about = :about order by p.made_at desc, p.id desc limit 1""")
                .param("skill", skill.value())
                .param("about", about)
                .query((row, _) -> row(row))
                .optional();
    }

    Optional<ProposalRow> waiting(SkillId skill, String about) {
        return jdbc.sql(SELECT + "where p.skill = :skill and p.about = :about and p.state = 'WAITING'")
                .param("skill", skill.value())
                .param("about", about)
                .query((row, _) -> row(row))
                .optional();
    }

    Optional<ProposalRow> find(ProposalId id) {
        return jdbc.sql(SELECT + "where p.id = :id")
                .param("id", id.value())
                .query((row, _) -> row(row))
                .optional();
    }

    /// Those whose time has come, passing over what others hold.
    List<ProposalRow> due(String condition, Instant now, int limit) {
        return jdbc.sql(SELECT + "where " + condition + " limit :limit for update of p skip locked")
                .param("now", at(now))
                .param("limit", limit)
                .query((row, _) -> row(row))
                .list();
    }

    void insert(ProposalRow row, Instant escalatesAt) {
        var proposal = row.proposal();
        jdbc.sql("""
                        insert into approvals.proposal
                            (id, skill, about, location, state, revision, correlation, requester, persons_lines,
                             value_minor, currency, act_by, asked_role, made_at, expires_at, escalates_at)
                        values (:id, :skill, :about, :location, :state, :revision, :correlation, :requester, '{}',
                             :value, :currency, :actBy, :asked, :made, :expires, :escalates)""")
                .param("id", row.id().value())
                .param("skill", proposal.skill().value())
                .param("about", proposal.about())
                .param("location", proposal.scope().location().value())
                .param("state", row.state().name())
                .param("revision", row.revision())
                .param("correlation", row.correlation().value())
                .param("requester", row.requester().value())
                .param("value", proposal.value().minorUnits())
                .param("currency", proposal.value().currency().getCurrencyCode())
                .param("actBy", proposal.actBy())
                .param("asked", row.askedRole().name())
                .param("made", at(row.madeAt()))
                .param("expires", at(row.expiresAt()))
                .param("escalates", at(escalatesAt))
                .update();
    }

    void revise(ProposalRow row) {
        var changedBy = row.changedBy();
        jdbc.sql("""
                        update approvals.proposal
                        set revision = :revision, changed_by = :changedBy, persons_lines = :lines,
                            value_minor = :value, currency = :currency, act_by = :actBy, asked_role = :asked,
                            expires_at = :expires, location = :location
                        where id = :id""")
                .param("id", row.id().value())
                .param("revision", row.revision())
                .param("changedBy", changedBy == null ? null : changedBy.value())
                .param(
                        "lines",
                        row.personsLines().stream()
                                .map(VariantId::value)
                                .sorted()
                                .toArray(String[]::new))
                .param("value", row.proposal().value().minorUnits())
                .param("currency", row.proposal().value().currency().getCurrencyCode())
                .param("actBy", row.proposal().actBy())
                .param("asked", row.askedRole().name())
                .param("expires", at(row.expiresAt()))
                .param("location", row.proposal().scope().location().value())
                .update();
    }

    void decide(ProposalId id, ProposalState state, DeskItem.Decision decision, @Nullable Instant undoUntil) {
        jdbc.sql("""
                        update approvals.proposal
                        set state = :state, decisions = decisions + 1, decided_by = :by, decided_at = :at,
                            by_policy = :byPolicy, notes = :notes, undo_until = :undoUntil, outcome = ''
                        where id = :id""")
                .param("id", id.value())
                .param("state", state.name())
                .param("by", decision.by().value())
                .param("at", at(decision.at()))
                .param("byPolicy", decision.byPolicy())
                .param("notes", decision.notes())
                .param("undoUntil", undoUntil == null ? null : at(undoUntil))
                .update();
    }

    void undo(ProposalId id, Instant expiresAt) {
        jdbc.sql("""
                        update approvals.proposal
                        set state = 'WAITING', decided_by = null, decided_at = null, by_policy = false, notes = '',
                            undo_until = null, expires_at = :expires
                        where id = :id""").param("id", id.value()).param("expires", at(expiresAt)).update();
    }

    void release(ProposalId id, Instant now) {
        jdbc.sql("update approvals.proposal set released_at = :now where id = :id")
                .param("id", id.value())
                .param("now", at(now))
                .update();
    }

    void become(ProposalId id, ProposalState state, String outcome) {
        jdbc.sql("update approvals.proposal set state = :state, outcome = :outcome where id = :id")
                .param("id", id.value())
                .param("state", state.name())
                .param("outcome", outcome)
                .update();
    }

    void escalate(ProposalId id, Role asked, Instant next) {
        jdbc.sql("update approvals.proposal set asked_role = :asked, escalates_at = :next where id = :id")
                .param("id", id.value())
                .param("asked", asked.name())
                .param("next", at(next))
                .update();
    }

    static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    static ProposalRow row(ResultSet row) throws SQLException {
        var changedBy = row.getString("changed_by");
        var lines = Arrays.stream((String[]) row.getArray("persons_lines").getArray());
        return new ProposalRow(
                new ProposalId(row.getString("id")),
                row.getInt("revision"),
                ProposalState.valueOf(row.getString("state")),
                DeskJson.read(row.getString("content"), Proposal.class),
                new CorrelationId(row.getString("correlation")),
                new UserId(row.getString("requester")),
                changedBy == null ? null : new UserId(changedBy),
                lines.map(VariantId::new).collect(Collectors.toSet()),
                Role.valueOf(row.getString("asked_role")),
                instant(row, "made_at"),
                instant(row, "expires_at"),
                row.getInt("decisions"),
                decision(row),
                instantOrNull(row, "undo_until"),
                instantOrNull(row, "released_at"),
                row.getString("outcome"));
    }

    private static DeskItem.@Nullable Decision decision(ResultSet row) throws SQLException {
        var by = row.getString("decided_by");
        return by == null
                ? null
                : new DeskItem.Decision(
                        new UserId(by),
                        instant(row, "decided_at"),
                        row.getBoolean("by_policy"),
                        row.getString("notes"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
