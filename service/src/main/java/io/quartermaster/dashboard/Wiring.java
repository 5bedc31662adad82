package io.quartermaster.dashboard;

import io.quartermaster.access.HouseNews;
import io.quartermaster.connectors.Connection;
import io.quartermaster.connectors.Connections;
import io.quartermaster.retail.ConnectionId;
import io.quartermaster.retail.UserId;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Adds connections, and changes them, as an administrator typed them.
@Component
class Wiring {

    private static final String NAME = "[a-z0-9][a-z0-9-]{0,39}";
    private static final int SETTINGS_MAX = 50;
    private static final int LENGTH_MAX = 2_000;

    private final Connections connections;
    private final HouseNews news;

    Wiring(Connections connections, HouseNews news) {
        this.connections = connections;
        this.news = news;
    }

    /// @throws IllegalArgumentException if something in the form cannot be
    @Transactional
    public void save(WireForm form, UserId by) {
        if (!form.id().matches(NAME)) {
            throw new IllegalArgumentException("The name must have 1 to 40 small letters, digits or hyphens.");
        }
        var id = new ConnectionId(form.id());
        var before = connections.find(id);
        var connection = new Connection(
                id,
                form.platform(),
                form.secret().isEmpty()
                        ? before.map(Connection::secrets).orElse(List.of())
                        : secrets(form.secret(), before.map(Connection::secrets).orElse(List.of())),
                address("address of the API", form.url()),
                form.token().isEmpty() ? before.map(Connection::token).orElse("") : form.token(),
                address("webhook address", form.notificationUrl()),
                settings(form.settings()));
        connections.connectorOf(connection); // refuses a platform that nobody serves
        connections.save(connection);
        news.changed(by, "connection", form.id(), before.isPresent() ? "changed" : "added, " + form.platform());
    }

    /// The new secret signs from now on; the one before is still taken, so that nothing is lost while
    /// both sides change over.
    private static List<String> secrets(String wanted, List<String> before) {
        return before.isEmpty() || before.getFirst().equals(wanted)
                ? List.of(wanted)
                : List.of(wanted, before.getFirst());
    }

    private static String address(String what, String text) {
        if (text.isEmpty() || (text.length() <= LENGTH_MAX && text.matches("https?://\\S+"))) {
            return text;
        }
        throw new IllegalArgumentException("The %s must begin with https:// or http://".formatted(what));
    }

    private static TreeMap<String, String> settings(String text) {
        var settings = new TreeMap<String, String>();
        text.lines().filter(line -> !line.isBlank()).limit(SETTINGS_MAX).forEach(line -> {
            var equals = line.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("Write each setting as name=value, a line each.");
            }
            settings.put(
                    line.substring(0, equals).strip(),
                    line.substring(equals + 1).strip());
        });
        return settings;
    }
}
