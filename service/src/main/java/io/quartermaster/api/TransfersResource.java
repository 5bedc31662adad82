package io.quartermaster.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quartermaster.books.purchasing.Purchasing;
import io.quartermaster.books.purchasing.Transfer;
import io.quartermaster.retail.ConnectionId;
import io.quartermaster.retail.TransferId;
import io.quartermaster.retail.UserId;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Stock on its way between our locations. It comes in whole, or is called off.
@RestController
@Tag(name = "transfers")
final class TransfersResource {

    private static final ConnectionId DOOR = new ConnectionId("api");

    private final Purchasing purchasing;
    private final Clock clock;

    TransfersResource(Purchasing purchasing, Clock clock) {
        this.purchasing = purchasing;
        this.clock = clock;
    }

    /// @param receivedAt now, if it is left out
    record ReceivedBody(
            @JsonProperty("received_at") @Nullable Instant receivedAt) {}

    /// @param why in a few words
    record CancelledBody(@Nullable String why) {}

    record TransferView(
            String id,
            String state,
            @JsonProperty("from_location_id") String fromLocationId,
            @JsonProperty("to_location_id") String toLocationId,
            List<TransferLineView> lines,
            @JsonProperty("expected_on") LocalDate expectedOn,
            @JsonProperty("approved_at") Instant approvedAt,
            @JsonProperty("closed_at") @Nullable Instant closedAt,
            @JsonProperty("proposal_id") String proposalId,
            String correlation) {

        static TransferView of(Transfer transfer) {
            return new TransferView(
                    transfer.id().value(),
                    transfer.state().name(),
                    transfer.from().value(),
                    transfer.to().value(),
                    transfer.lines().stream().map(TransfersResource::line).toList(),
                    transfer.expectedOn(),
                    transfer.approvedAt(),
                    transfer.closedAt(),
                    transfer.proposal().value(),
                    transfer.correlation().value());
        }
    }

    record TransferLineView(
            @JsonProperty("variant_id") String variantId, String sku, String name, BigDecimal quantity) {}

    /// Newest first, at most a thousand.
    @GetMapping("/v1/transfers")
    Page<TransferView> transfers(@RequestParam(defaultValue = Page.LIMIT_USUAL) int limit) {
        return Page.whole(purchasing.transfers(Page.limit(limit)).stream()
                .map(TransferView::of)
                .toList());
    }

    @GetMapping("/v1/transfers/{id}")
    TransferView transfer(@PathVariable String id) {
        return TransferView.of(found(id));
    }

    /// All its goods came in: they leave one location and stand at the other.
    @PostMapping("/v1/transfers/{id}/received")
    TransferView received(@PathVariable String id, @RequestBody ReceivedBody body, Principal caller) {
        var transfer = found(id);
        var at = body.receivedAt() == null ? clock.instant() : body.receivedAt();
        return Asked.read("received_at", () -> TransferView.of(purchasing.received(transfer, at, DOOR, user(caller))));
    }

    /// Its goods will not come.
    @PostMapping("/v1/transfers/{id}/cancelled")
    TransferView cancelled(@PathVariable String id, @RequestBody CancelledBody body, Principal caller) {
        var transfer = found(id);
        var why = Asked.required("why", body.why());
        return Asked.read("why", () -> TransferView.of(purchasing.calledOff(transfer, why, DOOR, user(caller))));
    }

    private Transfer found(String id) {
        return purchasing
                .transfer(Asked.read("id", () -> new TransferId(id)))
                .orElseThrow(() -> new NotFound("transfer", id));
    }

    private static UserId user(Principal caller) {
        return new UserId(caller.getName());
    }

    private static TransferLineView line(Transfer.Line line) {
        return new TransferLineView(
                line.variant().value(),
                line.sku().value(),
                line.name(),
                line.quantity().amount());
    }
}
