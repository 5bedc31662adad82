package io.quartermaster.connectors;

import io.quartermaster.retail.ConnectionId;
import io.quartermaster.retail.LocationId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One account at one outside system, with what it takes to talk to it.
///
/// @param platform which connector serves it
/// @param secrets any of which signs its messages, the current one first; two during a rotation
/// @param url where its API is; empty if none
/// @param token what opens its API; empty if none
/// @param notificationUrl the address that the platform was given for its webhooks, byte for byte
/// @param settings what else the retailer said about it: `currency`, `zone`, `locations`,
/// `non-merchandise`
public record Connection(
        ConnectionId id,
        String platform,
        List<String> secrets,
        String url,
        String token,
        String notificationUrl,
        Map<String, String> settings) {

    public Connection {
        secrets = List.copyOf(secrets);
        settings = Map.copyOf(settings);
    }

    public Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name));
    }

    /// The currency that its prices are in when a message does not say.
    public Currency currency() {
        return Currency.getInstance(setting("currency").orElse("USD"));
    }

    /// Our name of one of its locations: as the `locations` setting maps it
    /// (`123=high-street,124=warehouse`), else its own name behind the connection's.
    public LocationId location(String theirs) {
        for (var pair : setting("locations").orElse("").split(",")) {
            var equals = pair.indexOf('=');
            if (equals > 0 && pair.substring(0, equals).strip().equals(theirs)) {
                return new LocationId(pair.substring(equals + 1));
            }
        }
        return new LocationId(id.value() + "/" + theirs);
    }

    /// Its own name of one of our locations; empty if the location is not one of its own.
    public Optional<String> theirs(LocationId ours) {
        for (var pair : setting("locations").orElse("").split(",")) {
            var equals = pair.indexOf('=');
            if (equals > 0 && pair.substring(equals + 1).strip().equals(ours.value())) {
                return Optional.of(pair.substring(0, equals).strip());
            }
        }
        var prefix = id.value() + "/";
        return ours.value().startsWith(prefix)
                ? Optional.of(ours.value().substring(prefix.length()))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "Connection[%s, %s]".formatted(id, platform); // never its secrets
    }
}
