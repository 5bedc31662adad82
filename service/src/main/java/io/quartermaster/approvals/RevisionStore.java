package io.quartermaster.approvals;

import io.quartermaster.retail.ProposalId;
import io.quartermaster.retail.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps what each revision said, the facts it stood on, and all that happened to a proposal.
@Component
class RevisionStore {

    private static final int STEPS_MAX = 1_000;

    private final JdbcClient jdbc;

    RevisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Writes a revision down, and the step that led to it.
    void add(ProposalId id, Revision revision, DeskItem.Step step) {
        var facts = revision.facts();
        var suggested = revision.suggested();
        jdbc.sql("""
                        insert into approvals.revision
                            (proposal, revision, written_by, written_at, content, suggested, facts_version, facts)
                        values (:id, :revision, :by, :at, :content, :suggested, :version, :facts)""")
                .param("id", id.value())
                .param("revision", step.revision())
                .param("by", step.by().value())
                .param("at", ProposalStore.at(step.at()))
                .param("content", DeskJson.text(revision.content()))
                .param("suggested", suggested == null ? null : DeskJson.text(suggested))
                .param("version", facts == null ? null : facts.version())
                .param("facts", facts == null ? null : facts.json())
                .update();
        add(id, step);
    }

    void add(ProposalId id, DeskItem.Step step) {
        jdbc.sql("""
                        insert into approvals.step (proposal, at, by_whom, revision, what, notes)
                        values (:id, :at, :by, :revision, :what, :notes)""")
                .param("id", id.value())
                .param("at", ProposalStore.at(step.at()))
                .param("by", step.by().value())
                .param("revision", step.revision())
                .param("what", step.what())
                .param("notes", step.notes())
                .update();
    }

    /// What the skill wrote, at that revision or last before it.
    Optional<Revision> bySkill(ProposalId id, int revision) {
        return jdbc.sql("""
                        select content, suggested, facts_version, facts from approvals.revision
                        where proposal = :id and revision <= :revision and facts is not null
                          and exists (select 1 from approvals.revision
                                      where proposal = :id and revision = :revision)
                        order by revision desc limit 1""")
                .param("id", id.value())
                .param("revision", revision)
                .query((row, _) -> new Revision(
                        DeskJson.read(row.getString("content"), Proposal.class),
                        DeskJson.read(row.getString("suggested"), Proposal.class),
                        new FrozenFacts(row.getInt("facts_version"), row.getString("facts"))))
                .optional();
    }

    List<DeskItem.Step> history(ProposalId id) {
        return jdbc.sql("""
                        select * from (select * from approvals.step where proposal = :id
                                       order by number desc limit :most) newest
                        order by number""")
                .param("id", id.value())
                .param("most", STEPS_MAX)
                .query((row, _) -> step(row))
                .list();
    }

    private static DeskItem.Step step(ResultSet row) throws SQLException {
        return new DeskItem.Step(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new UserId(row.getString("by_whom")),
                row.getInt("revision"),
                row.getString("what"),
                row.getString("notes"));
    }

    /// What one revision said.
    ///
    /// @param suggested what the skill itself wrote; null in a person's revision
    /// @param facts what the skill looked at; null in a person's revision
    record Revision(
            Proposal content,
            @Nullable Proposal suggested,
            @Nullable FrozenFacts facts) {

        static Revision byPerson(Proposal content) {
            return new Revision(content, null, null);
        }
    }
}
