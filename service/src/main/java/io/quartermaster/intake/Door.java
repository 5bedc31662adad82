package io.quartermaster.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quartermaster.connectors.Authenticity.Forged;
import io.quartermaster.connectors.Authenticity.Genuine;
import io.quartermaster.connectors.Connection;
import io.quartermaster.connectors.Connections;
import io.quartermaster.connectors.InboundMessage;
import io.quartermaster.connectors.RawMessage;
import io.quartermaster.connectors.Translation;
import io.quartermaster.connectors.Translation.Malformed;
import io.quartermaster.connectors.Translation.Told;
import io.quartermaster.connectors.Translation.Translated;
import io.quartermaster.retail.ConnectionId;
import io.quartermaster.retail.SaleEvent.SaleRecorded;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Lets messages in: checks who speaks, writes down, acknowledges. Nothing is acknowledged that
/// is not durable, and nothing is understood here that can be understood later.
@Component
class Door {

    private static final String ACTION_TOPIC = "pos-sale";

    private final Connections connections;
    private final Inbox inbox;
    private final Rates rates;
    private final Callers callers;
    private final Freshness freshness;
    private final IntakeSettings settings;
    private final Clock clock;
    private final Timer acknowledged;

    Door(
            Connections connections,
            Inbox inbox,
            Rates rates,
            Callers callers,
            Freshness freshness,
            IntakeSettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.connections = connections;
        this.inbox = inbox;
        this.rates = rates;
        this.callers = callers;
        this.freshness = freshness;
        this.settings = settings;
        this.clock = clock;
        this.acknowledged = Timer.builder("quartermaster.intake.ack")
                .description("From the last byte of a message to its acknowledgement")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofNanos(500_000))
                .maximumExpectedValue(Duration.ofSeconds(5))
                .register(meters);
    }

    Reply receive(String name, RawMessage message) {
        var started = System.nanoTime();
        var connection = connectionOf(name);
        if (connection == null) {
            callers.unknown();
            return Reply.NOT_GENUINE;
        }
        return switch (connections.connectorOf(connection).authenticate(message, connection)) {
            case Forged _ -> {
                callers.forged(connection.id());
                yield Reply.NOT_GENUINE;
            }
            case Genuine genuine -> {
                var reply = receive(connection, genuine, message.body());
                acknowledged.record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
                yield reply;
            }
        };
    }

    private @Nullable Connection connectionOf(String name) {
        return name.isBlank()
                        || name.length() > ConnectionId.LENGTH_MAX
                        || name.chars().anyMatch(Character::isISOControl)
                ? null
                : connections.find(new ConnectionId(name)).orElse(null);
    }

    private Reply receive(Connection connection, Genuine genuine, byte[] body) {
        if (genuine.signedAt() != null && !freshness.isFresh(genuine.signedAt())) {
            callers.forged(connection.id());
            return Reply.NOT_GENUINE;
        }
        if (!rates.allows(connection.id())) {
            return Reply.TOO_MANY;
        }
        callers.came();
        CardMask.hide(body);
        return connections.connectorOf(connection).answersAtOnce()
                ? understand(connection, genuine, body)
                : write(connection, genuine.topic(), genuine.delivery(), body, Reply.ACKNOWLEDGED);
    }

    private Reply understand(Connection connection, Genuine genuine, byte[] body) {
        var translation = Bodies.text(body)
                .map(text -> connections
                        .connectorOf(connection)
                        .translate(new InboundMessage(connection, genuine.topic(), genuine.delivery(), text)))
                .orElse(new Malformed("The body is not UTF-8."));
        if (translation instanceof Malformed(var why)) {
            // Under a name of its own: the sender may mend the message and send it again.
            var name = "refused/" + UUID.randomUUID();
            return write(connection, genuine.topic(), name, body, Reply.malformed(why));
        }
        var reply = genuine.topic().equals(ACTION_TOPIC) ? Reply.ACTED_ON : Reply.queued(signals(translation));
        return write(connection, genuine.topic(), genuine.delivery(), body, reply);
    }

    private static int signals(Translation translation) {
        return translation instanceof Translated(var told)
                ? told.stream()
                        .map(Told::event)
                        .mapToInt(event -> event instanceof SaleRecorded sale
                                ? sale.signals().size()
                                : 0)
                        .sum()
                : 0;
    }

    private Reply write(Connection connection, String topic, String delivery, byte[] body, Reply reply) {
        var correlation = Correlations.at(clock.millis());
        var arrival = new Arrival(connection.id(), delivery, topic, correlation, body);
        var writing = inbox.write(arrival);
        if (writing.isEmpty()) {
            return Reply.NOT_NOW;
        }
        try {
            writing.get().get(settings.acknowledgeWithin().toMillis(), TimeUnit.MILLISECONDS);
            return reply;
        } catch (ExecutionException | TimeoutException fault) {
            return Reply.NOT_NOW;
        } catch (InterruptedException fault) {
            Thread.currentThread().interrupt();
            return Reply.NOT_NOW;
        }
    }
}
