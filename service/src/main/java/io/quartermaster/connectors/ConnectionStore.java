package io.quartermaster.connectors;

import io.quartermaster.retail.ConnectionId;
import io.quartermaster.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table of connections. What opens doors is sealed by the vault.
@Repository
class ConnectionStore {

    private static final int CONNECTIONS_MAX = 1_000;
    private static final String SEPARATOR = "\n";

    private final JdbcClient jdbc;
    private final Vault vault;

    ConnectionStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    List<Connection> all() {
        return jdbc.sql("""
                        SELECT id, platform, secrets, url, token, notification_url, setting_names, setting_values
                          FROM connectors.connection ORDER BY id LIMIT ?""")
                .param(CONNECTIONS_MAX)
                .query((row, _) -> connection(row))
                .list();
    }

    void save(Connection connection) {
        var names = connection.settings().keySet().stream().sorted().toList();
        jdbc.sql("""
                        INSERT INTO connectors.connection AS c
                               (id, platform, secrets, url, token, notification_url, setting_names, setting_values)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (id) DO UPDATE SET
                               platform = excluded.platform, secrets = excluded.secrets, url = excluded.url,
                               token = excluded.token, notification_url = excluded.notification_url,
                               setting_names = excluded.setting_names, setting_values = excluded.setting_values""")
                .params(
                        connection.id().value(),
                        connection.platform(),
                        seal(String.join(SEPARATOR, connection.secrets())),
                        connection.url(),
                        seal(connection.token()),
                        connection.notificationUrl(),
                        names.toArray(String[]::new),
                        names.stream().map(connection.settings()::get).toArray(String[]::new))
                .update();
    }

    private Connection connection(ResultSet row) throws SQLException {
        var secrets = Arrays.stream(open(row.getBytes("secrets")).split(SEPARATOR))
                .filter(secret -> !secret.isBlank())
                .toList();
        return new Connection(
                new ConnectionId(row.getString("id")),
                row.getString("platform"),
                secrets,
                row.getString("url"),
                open(row.getBytes("token")),
                row.getString("notification_url"),
                settings(row));
    }

    private static Map<String, String> settings(ResultSet row) throws SQLException {
        var names = (String[]) row.getArray("setting_names").getArray();
        var values = (String[]) row.getArray("setting_values").getArray();
        var settings = new HashMap<String, String>();
        for (var i = 0; i < names.length; i++) {
            settings.put(names[i], values[i]);
        }
        return settings;
    }

    private byte[] seal(String text) {
        return vault.seal(text.getBytes(StandardCharsets.UTF_8));
    }

    private String open(byte[] sealed) {
        return new String(vault.open(sealed), StandardCharsets.UTF_8);
    }
}
