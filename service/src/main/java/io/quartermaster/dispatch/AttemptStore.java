package io.quartermaster.dispatch;

import io.quartermaster.retail.DeskEvent.AttemptEnd;
import io.quartermaster.retail.ProposalId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps attempts: written before the call, ended after it, told to the journal last.
@Component
class AttemptStore {

    private static final int TEXT_LENGTH_MAX = 4_000;
    private static final String SELECT = "select * from dispatch.attempt ";

    private final JdbcClient jdbc;

    AttemptStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void begin(ProposalId proposal, int number, String connection, Instant at) {
        jdbc.sql("""
                        insert into dispatch.attempt (proposal, attempt, connection, began_at)
                        values (:proposal, :number, :connection, :at)""")
                .param("proposal", proposal.value())
                .param("number", number)
                .param("connection", connection)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    void end(ProposalId proposal, int number, Ended ended, Instant at) {
        jdbc.sql("""
                        update dispatch.attempt
                        set ended = :end, ended_at = :at, call = :call, answer = :answer, reference = :reference
                        where proposal = :proposal and attempt = :number and ended is null""")
                .param("proposal", proposal.value())
                .param("number", number)
                .param("end", ended.end().name())
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("call", bounded(ended.call()))
                .param("answer", bounded(ended.answer()))
                .param("reference", bounded(ended.reference()))
                .update();
    }

    List<Attempt> of(ProposalId proposal, int limit) {
        return jdbc.sql(SELECT + "where proposal = :proposal order by attempt desc limit :limit")
                .param("proposal", proposal.value())
                .param("limit", limit)
                .query((row, _) -> attempt(row))
                .list();
    }

    List<Attempt> untold(int limit) {
        return jdbc.sql(SELECT + "where ended is not null and not told order by proposal, attempt limit :limit")
                .param("limit", limit)
                .query((row, _) -> attempt(row))
                .list();
    }

    void told(List<Attempt> attempts) {
        for (var attempt : attempts) {
            jdbc.sql("update dispatch.attempt set told = true where proposal = :proposal and attempt = :number")
                    .param("proposal", attempt.proposal().value())
                    .param("number", attempt.number())
                    .update();
        }
    }

    private static String bounded(String text) {
        var legible = text.replace('\0', ' '); // PostgreSQL keeps no zero bytes
        return legible.length() > TEXT_LENGTH_MAX ? legible.substring(0, TEXT_LENGTH_MAX) : legible;
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        var end = row.getString("ended");
        var endedAt = row.getObject("ended_at", OffsetDateTime.class);
        return new Attempt(
                new ProposalId(row.getString("proposal")),
                row.getInt("attempt"),
                row.getString("connection"),
                row.getObject("began_at", OffsetDateTime.class).toInstant(),
                endedAt == null ? null : endedAt.toInstant(),
                end == null ? null : AttemptEnd.valueOf(end),
                row.getString("call"),
                row.getString("answer"),
                row.getString("reference"));
    }

    /// How an attempt ended.
    record Ended(AttemptEnd end, String call, String answer, String reference) {

        static Ended without(AttemptEnd end, String why) {
            return new Ended(end, "", why, "");
        }
    }
}
