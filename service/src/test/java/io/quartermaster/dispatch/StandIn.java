package io.quartermaster.dispatch;

import io.quartermaster.connectors.Authenticity;
import io.quartermaster.connectors.Capabilities;
import io.quartermaster.connectors.Connection;
import io.quartermaster.connectors.Connections;
import io.quartermaster.connectors.Connector;
import io.quartermaster.connectors.FetchRequest;
import io.quartermaster.connectors.Fetched;
import io.quartermaster.connectors.IdempotencyKey;
import io.quartermaster.connectors.InboundMessage;
import io.quartermaster.connectors.Outcome;
import io.quartermaster.connectors.RawMessage;
import io.quartermaster.connectors.Translation;
import io.quartermaster.retail.ConnectionId;
import io.quartermaster.retail.ProposalId;
import io.quartermaster.retail.RetailAction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// An outside system that counts what it did, and the only connection there is.
final class StandIn implements Connector, Connections {

    private final Connection connection;
    private final boolean recognises;
    private final Map<String, AtomicInteger> effects = new ConcurrentHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();
    private Runnable before = () -> {};
    private Runnable after = () -> {};
    private Function<Integer, Outcome> answer = _ -> new Outcome.Done("ref", new Outcome.Call("asked", "did it"));

    private StandIn(String platform, boolean recognises) {
        this(platform, recognises, Map.of());
    }

    private StandIn(String platform, boolean recognises, Map<String, String> settings) {
        this.connection = new Connection(new ConnectionId("far-side"), platform, List.of(), "", "", "", settings);
        this.recognises = recognises;
    }

    /// A post office: who asks twice gets two mails.
    static StandIn post() {
        return new StandIn("email", false);
    }

    /// A platform that knows by the key that it did it already.
    static StandIn shop() {
        return new StandIn("email", true);
    }

    /// A platform that keeps the stock of our locations.
    ///
    /// @param locations as its setting maps them
    static StandIn tillOf(String locations) {
        return new StandIn("shopify", true, Map.of("locations", locations));
    }

    StandIn around(Runnable first, Runnable last) {
        before = first;
        after = last;
        return this;
    }

    /// By the number of the call, from 1.
    StandIn answering(Function<Integer, Outcome> by) {
        answer = by;
        return this;
    }

    int effects(ProposalId key) {
        return effects.getOrDefault(key.value(), new AtomicInteger()).get();
    }

    int calls() {
        return calls.get();
    }

    @Override
    public Outcome perform(RetailAction action, IdempotencyKey key, Connection by) {
        before.run();
        var outcome = answer.apply(calls.incrementAndGet());
        if (outcome instanceof Outcome.Done) {
            var done = effects.computeIfAbsent(key.value(), _ -> new AtomicInteger());
            if (!recognises || done.get() == 0) {
                done.incrementAndGet();
            }
        }
        after.run();
        return outcome;
    }

    @Override
    public boolean recognisesRepeats() {
        return recognises;
    }

    @Override
    public String platform() {
        return connection.platform();
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(List.of());
    }

    @Override
    public Authenticity authenticate(RawMessage message, Connection by) {
        return new Authenticity.Forged("no");
    }

    @Override
    public Translation translate(InboundMessage message) {
        return new Translation.Ignored("no");
    }

    @Override
    public Fetched fetch(FetchRequest request, Connection by) {
        return new Fetched.Nothing("no");
    }

    @Override
    public Optional<Connection> find(ConnectionId id) {
        return Optional.of(connection).filter(it -> it.id().equals(id));
    }

    @Override
    public List<Connection> all() {
        return List.of(connection);
    }

    @Override
    public void save(Connection other) {
        throw new UnsupportedOperationException("There is one connection only.");
    }

    @Override
    public Connector connectorOf(Connection of) {
        return this;
    }
}
