package io.quartermaster.access;

import io.quartermaster.retail.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// One-time links, as rows. They age by the database's own clock.
@Repository
class LinkStore {

    private final JdbcClient jdbc;

    LinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(byte[] hash, OneTimeLink link, Duration validFor) {
        var person = link.person();
        jdbc.sql("""
                insert into access.one_time_link (token_hash, purpose, person, role, locations, made_by, expires_at)
                values (:hash, :purpose, :person, :role, :locations, :by, now() + make_interval(secs => :seconds))""")
                .param("hash", hash)
                .param("purpose", link.purpose().name())
                .param("person", person == null ? null : person.value())
                .param("role", link.role().name())
                .param("locations", AccessStore.locationWords(link.locations()))
                .param("by", link.madeBy().value())
                .param("seconds", validFor.toSeconds())
                .update();
    }

    Optional<OneTimeLink> find(byte[] hash) {
        return jdbc.sql("""
                select * from access.one_time_link
                where token_hash = :hash and used_at is null and expires_at > now()""").param("hash", hash).query((row, _) -> link(row)).optional();
    }

    /// Uses it up: of two who come at once, one finds it.
    Optional<OneTimeLink> use(byte[] hash) {
        return jdbc.sql("""
                update access.one_time_link set used_at = now()
                where token_hash = :hash and used_at is null and expires_at > now()
                returning *""").param("hash", hash).query((row, _) -> link(row)).optional();
    }

    /// Makes worthless all open links of one purpose.
    void withdraw(OneTimeLink.Purpose purpose) {
        jdbc.sql("update access.one_time_link set used_at = now() where purpose = :purpose and used_at is null")
                .param("purpose", purpose.name())
                .update();
    }

    private static OneTimeLink link(ResultSet row) throws SQLException {
        var person = row.getString("person");
        return new OneTimeLink(
                OneTimeLink.Purpose.valueOf(row.getString("purpose")),
                person == null ? null : new UserId(person),
                Role.valueOf(row.getString("role")),
                AccessStore.locations(row),
                new UserId(row.getString("made_by")));
    }
}
