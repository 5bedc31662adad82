package io.quartermaster.connectors;

import io.quartermaster.retail.ConnectionId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The connections as they are kept in the database, read again every few seconds: another
/// instance of the service may have changed them. An unknown name never costs a question to the
/// database.
@Component
class StoredConnections implements Connections {

    private static final long FRESH_FOR_NANOS = Duration.ofSeconds(5).toNanos();

    private final ConnectionStore store;
    private final Map<String, Connector> connectors;
    private volatile Snapshot snapshot;

    StoredConnections(ConnectionStore store, List<Connector> connectors, BootstrapConnections bootstrap) {
        this.store = store;
        this.connectors = connectors.stream().collect(Collectors.toMap(Connector::platform, Function.identity()));
        bootstrap.connections().forEach((id, account) -> keep(account.connection(id)));
        this.snapshot = read();
    }

    private record Snapshot(Map<ConnectionId, Connection> byId, long readAt) {}

    @Override
    public Optional<Connection> find(ConnectionId id) {
        return Optional.ofNullable(current().byId.get(id));
    }

    @Override
    public List<Connection> all() {
        return List.copyOf(current().byId.values());
    }

    @Override
    public void save(Connection connection) {
        keep(connection);
        snapshot = read();
    }

    @Override
    public Connector connectorOf(Connection connection) {
        var connector = connectors.get(connection.platform());
        if (connector == null) {
            throw new IllegalArgumentException(
                    """
                    No connector serves the platform (%s) of the connection %s.
                    Maybe it is one of %s.""".formatted(connection.platform(), connection.id(), connectors.keySet()));
        }
        return connector;
    }

    private void keep(Connection connection) {
        connectorOf(connection);
        store.save(connection);
    }

    private Snapshot current() {
        var known = snapshot;
        if (System.nanoTime() - known.readAt > FRESH_FOR_NANOS) {
            synchronized (this) {
                if (snapshot.readAt == known.readAt) {
                    snapshot = read();
                }
                known = snapshot;
            }
        }
        return known;
    }

    private Snapshot read() {
        var byId = store.all().stream().collect(Collectors.toMap(Connection::id, Function.identity()));
        return new Snapshot(Map.copyOf(byId), System.nanoTime());
    }
}
