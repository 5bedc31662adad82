package io.quartermaster.connectors;

import io.quartermaster.retail.ConnectionId;
import java.util.List;
import java.util.Optional;

/// The connections that are set up, and the connector that serves each.
public interface Connections {

    Optional<Connection> find(ConnectionId id);

    List<Connection> all();

    /// Adds a connection, or replaces the one of the same id. Secrets are kept encrypted.
    void save(Connection connection);

    /// @throws IllegalArgumentException if no connector serves its platform
    Connector connectorOf(Connection connection);
}
