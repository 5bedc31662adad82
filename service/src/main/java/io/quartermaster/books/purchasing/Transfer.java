package io.quartermaster.books.purchasing;

import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.ProposalId;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.Sku;
import io.quartermaster.retail.TransferId;
import io.quartermaster.retail.VariantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Stock on its way from one of our locations to another.
///
/// @param closedAt when it came in or was cancelled; null while it is on its way
public record Transfer(
        TransferId id,
        LocationId from,
        LocationId to,
        State state,
        List<Line> lines,
        LocalDate expectedOn,
        Instant approvedAt,
        @Nullable Instant closedAt,
        CorrelationId correlation,
        ProposalId proposal) {

    public Transfer {
        lines = List.copyOf(lines);
    }

    /// Whether its goods are still expected.
    public boolean isOpen() {
        return state == State.APPROVED;
    }

    /// The same transfer, come to its end.
    Transfer closed(State end, Instant at) {
        return new Transfer(id, from, to, end, lines, expectedOn, approvedAt, at, correlation, proposal);
    }

    public enum State {
        APPROVED,
        RECEIVED,
        CANCELLED
    }

    public record Line(VariantId variant, Sku sku, String name, Quantity quantity) {}
}
