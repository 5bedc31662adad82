package io.quartermaster.connectors;

import io.quartermaster.retail.RetailAction;
import java.util.List;

/// An outside system (a till, a web shop, an ERP, a mail server), reduced to what Quartermaster
/// asks of it.
///
/// To add one: `docs/guides/add-a-connector.md`. Every connector passes `ConnectorContract`.
public interface Connector {

    /// The platform's name, as it stands in a connection: `shopify`.
    String platform();

    /// What it can and cannot do, in words for people.
    Capabilities capabilities();

    /// Says whether the connection's owner sent this. Compares in constant time, on the raw bytes.
    Authenticity authenticate(RawMessage message, Connection connection);

    /// Says what a message means, and nothing else: no I/O, no clock, no state. The same bytes
    /// always mean the same, so that the inbox can be translated again after a mend.
    Translation translate(InboundMessage message);

    /// Whether the sender wants to hear at once what became of its message. Such a message is
    /// translated before it is answered, and refused if it is malformed; others are only written
    /// down.
    default boolean answersAtOnce() {
        return false;
    }

    /// Fetches what a message only pointed at. The answer comes back as messages of its own, which
    /// are written down before they are translated.
    Fetched fetch(FetchRequest request, Connection connection);

    /// What the platform can be asked for by the time of its last change, so that lost messages are
    /// made good; nothing for a system that only tells.
    default List<String> polls() {
        return List.of();
    }

    /// Of what it [polls][#polls], that of which we take no messages: to find it is no hole.
    default List<String> onlyPolled() {
        return List.of();
    }

    /// Asks for a page of what changed. What it answers means the same as the message that told it
    /// at the time, and bears the same keys: what was heard already is not counted again.
    default Polled poll(PollRequest request, Connection connection) {
        return new Polled.Nothing("%s cannot be asked for %s.".formatted(connection.id(), request.what()));
    }

    /// Does `action` in the outside system, and waits for its answer.
    ///
    /// It is called again with the same `key` when we crashed or lost the answer: the second call
    /// must not do the thing twice.
    ///
    /// @return how it ended. A fault of the network or of the far side is no exception: it is
    /// [Outcome.TryLater]
    Outcome perform(RetailAction action, IdempotencyKey key, Connection connection);

    /// Likewise, for what goes to somebody by name: a letter needs an address, a platform does not.
    /// This is what the dispatch calls.
    default Outcome deliver(Delivery delivery, Connection connection) {
        return perform(delivery.action(), delivery.key(), connection);
    }

    /// Whether the outside system sees by the key that it was asked before. If it does not, as mail,
    /// an attempt that began and never ended is not repeated until a person says so.
    default boolean recognisesRepeats() {
        return true;
    }
}
