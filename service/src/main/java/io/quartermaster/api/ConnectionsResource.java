package io.quartermaster.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quartermaster.intake.ConnectionHealth;
import io.quartermaster.intake.Intake;
import io.quartermaster.intake.Quarantined;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// How each connection does, and what came in that was not understood.
@RestController
@Tag(name = "connections")
final class ConnectionsResource {

    /// The intake gives five hundred at most, one of which tells us whether the list goes on.
    private static final int LIMIT_MAX = 499;

    private final Intake intake;

    ConnectionsResource(Intake intake) {
        this.intake = intake;
    }

    /// How one connection does; its secrets are never told.
    ///
    /// @param holes how many things no message had told and were found by asking
    /// @param completeUntil up to when it was asked for all that changed; null if it never was
    /// @param trouble why it could not be asked last; empty if it could
    /// @param lagSeconds how long its oldest unread message has waited
    record ConnectionView(
            String id,
            String platform,
            @JsonProperty("last_message") @Nullable Instant lastMessage,
            long messages,
            long failures,
            long forged,
            long holes,
            @JsonProperty("complete_until") @Nullable Instant completeUntil,
            String trouble,
            @JsonProperty("lag_seconds") long lagSeconds) {

        static ConnectionView of(ConnectionHealth health) {
            return new ConnectionView(
                    health.id().value(),
                    health.platform(),
                    health.lastMessage(),
                    health.messages(),
                    health.failures(),
                    health.forged(),
                    health.holes(),
                    health.complete(),
                    health.trouble(),
                    health.lag().toSeconds());
        }
    }

    /// A message that was not understood, without its body: that may hold persons' data.
    record QuarantinedView(long id, String connection, String topic, String why, Instant since, boolean known) {

        static QuarantinedView of(Quarantined message) {
            return new QuarantinedView(
                    message.id(),
                    message.connection(),
                    message.topic(),
                    message.why(),
                    message.since(),
                    message.known());
        }
    }

    @GetMapping("/v1/connections")
    Page<ConnectionView> connections() {
        return Page.whole(intake.connections().stream().map(ConnectionView::of).toList());
    }

    /// Newest first; `known=true` lists those too that a person has marked as known.
    @GetMapping("/v1/quarantine")
    Page<QuarantinedView> quarantine(
            @RequestParam(defaultValue = "false") boolean known,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = Page.LIMIT_USUAL) int limit) {
        var place = Page.open(cursor);
        long before = place.isEmpty() ? Long.MAX_VALUE : Asked.read("cursor", () -> Long.valueOf(place));
        var rows = intake.quarantine(known, before, Page.limit(limit, LIMIT_MAX) + 1);
        return Page.of(rows, limit, QuarantinedView::of, message -> String.valueOf(message.id()));
    }

    /// Has it translated once more, after a mend.
    @PostMapping("/v1/quarantine/{id}/translate")
    QuarantinedView translate(@PathVariable long id) {
        var message = found(id);
        if (!intake.translateAgain(id)) {
            throw new NotFound("message that can be translated again", String.valueOf(id));
        }
        return QuarantinedView.of(message);
    }

    /// Marks it as seen: nothing is to be done about it.
    @PostMapping("/v1/quarantine/{id}/known")
    QuarantinedView markKnown(@PathVariable long id) {
        found(id);
        intake.markKnown(id);
        return QuarantinedView.of(found(id));
    }

    private Quarantined found(long id) {
        return intake.quarantined(id).orElseThrow(() -> new NotFound("message in quarantine", String.valueOf(id)));
    }
}
