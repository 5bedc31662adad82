package io.quartermaster.access;

import io.quartermaster.retail.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// API keys, as rows.
@Repository
class KeyStore {

    private final JdbcClient jdbc;

    KeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ApiKey> find(String name) {
        return jdbc.sql("select * from access.api_key where name = :name")
                .param("name", name)
                .query((row, _) -> key(row))
                .optional();
    }

    /// The key of that hash, if it still opens anything.
    Optional<ApiKey> valid(byte[] hash) {
        return jdbc.sql("select * from access.api_key where key_hash = :hash and revoked_at is null")
                .param("hash", hash)
                .query((row, _) -> key(row))
                .optional();
    }

    /// Whether there is, or was, such a key.
    boolean knows(byte[] hash) {
        return jdbc.sql("select exists (select 1 from access.api_key where key_hash = :hash)")
                .param("hash", hash)
                .query(Boolean.class)
                .single();
    }

    List<ApiKey> all(int limit) {
        return jdbc.sql("select * from access.api_key order by revoked_at is not null, name limit :limit")
                .param("limit", limit)
                .query((row, _) -> key(row))
                .list();
    }

    /// @return false if a key is called so already
    boolean add(String name, byte[] hash, String hint, Set<Scope> scopes, UserId by) {
        return jdbc.sql("""
                        insert into access.api_key (name, key_hash, hint, scopes, made_by)
                        values (:name, :hash, :hint, :scopes, :by)
                        on conflict do nothing""")
                        .param("name", name)
                        .param("hash", hash)
                        .param("hint", hint)
                        .param(
                                "scopes",
                                scopes.stream().map(Scope::word).sorted().toArray(String[]::new))
                        .param("by", by.value())
                        .update()
                == 1;
    }

    void replace(String name, byte[] hash, String hint) {
        jdbc.sql("""
                update access.api_key set key_hash = :hash, hint = :hint, revoked_at = null where name = :name""")
                .param("name", name)
                .param("hash", hash)
                .param("hint", hint)
                .update();
    }

    boolean revoke(String name) {
        return jdbc.sql("update access.api_key set revoked_at = now() where name = :name and revoked_at is null")
                        .param("name", name)
                        .update()
                == 1;
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        var revokedAt = row.getTimestamp("revoked_at");
        return new ApiKey(
                row.getString("name"),
                row.getString("hint"),
                scopes(row),
                new UserId(row.getString("made_by")),
                row.getTimestamp("created_at").toInstant(),
                revokedAt == null ? null : revokedAt.toInstant());
    }

    private static Set<Scope> scopes(ResultSet row) throws SQLException {
        return AccessStore.words(row, "scopes")
                .map(word -> Scope.of(word).orElseThrow())
                .collect(Collectors.toSet());
    }
}
