package io.quartermaster.access;

import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// People, as rows.
@Repository
class AccessStore {

    private final JdbcClient jdbc;

    AccessStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<User> person(UserId id) {
        return jdbc.sql("select * from access.person where id = :id")
                .param("id", id.value())
                .query((row, _) -> user(row))
                .optional();
    }

    List<User> people(String after, int limit) {
        return jdbc.sql("select * from access.person where id > :after order by id limit :limit")
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> user(row))
                .list();
    }

    /// The hash of an active person's password; empty if there is none.
    Optional<String> passwordHash(UserId id) {
        return jdbc.sql(
                        "select password_hash from access.person where id = :id and active and password_hash is not null")
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    /// @return false if somebody is called so already
    boolean add(User user, @Nullable String passwordHash) {
        return jdbc.sql("""
                        insert into access.person (id, name, password_hash, role, locations, active)
                        values (:id, :name, :hash, :role, :locations, :active)
                        on conflict (id) do nothing""")
                        .param("id", user.id().value())
                        .param("name", user.name())
                        .param("hash", passwordHash)
                        .param("role", user.role().name())
                        .param("locations", locationWords(user.locations()))
                        .param("active", user.active())
                        .update()
                == 1;
    }

    void change(UserId id, Role role, Set<LocationId> locations) {
        jdbc.sql("update access.person set role = :role, locations = :locations where id = :id")
                .param("id", id.value())
                .param("role", role.name())
                .param("locations", locationWords(locations))
                .update();
    }

    void letIn(UserId id, boolean active) {
        jdbc.sql("update access.person set active = :active where id = :id")
                .param("id", id.value())
                .param("active", active)
                .update();
    }

    boolean hasAdministrator() {
        return jdbc.sql("select exists (select 1 from access.person where active and role = 'ADMIN')")
                .query(Boolean.class)
                .single();
    }

    private static User user(ResultSet row) throws SQLException {
        return new User(
                new UserId(row.getString("id")),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                locations(row),
                row.getBoolean("active"));
    }

    static Set<LocationId> locations(ResultSet row) throws SQLException {
        return words(row, "locations").map(LocationId::new).collect(Collectors.toSet());
    }

    static Stream<String> words(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray());
    }

    static String[] locationWords(Set<LocationId> locations) {
        return locations.stream().map(LocationId::value).sorted().toArray(String[]::new);
    }
}
