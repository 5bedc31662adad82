package io.quartermaster.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quartermaster.books.purchasing.Purchasing;
import io.quartermaster.books.purchasing.Transfer;
import io.quartermaster.retail.TransferId;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Stock on its way between our locations.
@RestController
@Tag(name = "transfers")
final class TransfersResource {

    private final Purchasing purchasing;

    TransfersResource(Purchasing purchasing) {
        this.purchasing = purchasing;
    }

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
        return purchasing
                .transfer(Asked.read("id", () -> new TransferId(id)))
                .map(TransferView::of)
                .orElseThrow(() -> new NotFound("transfer", id));
    }

    private static TransferLineView line(Transfer.Line line) {
        return new TransferLineView(
                line.variant().value(),
                line.sku().value(),
                line.name(),
                line.quantity().amount());
    }
}
