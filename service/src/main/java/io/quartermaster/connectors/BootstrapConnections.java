package io.quartermaster.connectors;

import io.quartermaster.retail.ConnectionId;
import java.util.Arrays;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Connections that are set up by settings instead of by hand:
/// `quartermaster.bootstrap.connections.<id>.platform` and so on. They replace what is kept under
/// the same id at each start.
@ConfigurationProperties("quartermaster.bootstrap")
record BootstrapConnections(@DefaultValue Map<String, Account> connections) {

    BootstrapConnections {
        connections = Map.copyOf(connections);
    }

    /// One account.
    ///
    /// @param secret what signs its messages; during a rotation the new and the old one, with a
    /// comma between
    record Account(
            @DefaultValue("") String platform,
            @DefaultValue("") String secret,
            @DefaultValue("") String url,
            @DefaultValue("") String token,
            @DefaultValue("") String notificationUrl,
            @DefaultValue Map<String, String> settings) {

        Connection connection(String id) {
            var secrets = Arrays.stream(secret.split(","))
                    .map(String::strip)
                    .filter(one -> !one.isEmpty())
                    .toList();
            return new Connection(new ConnectionId(id), platform, secrets, url, token, notificationUrl, settings);
        }

        @Override
        public String toString() {
            return "Account[%s]".formatted(platform); // never its secrets
        }
    }
}
