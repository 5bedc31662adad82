package io.quartermaster.retail;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The life of a transfer: stock between two of our locations.
public sealed interface TransferEvent extends RetailEvent {

    TransferId transfer();

    @Override
    default Optional<String> paper() {
        return Optional.of("transfer/" + transfer().value());
    }

    /// Somebody who may said yes: from here on the goods count as promised at `from` and in transit
    /// to `to`.
    record TransferApproved(
            Origin origin,
            TransferId transfer,
            ProposalId proposal,
            LocationId from,
            LocationId to,
            List<RetailAction.TransferLine> lines,
            LocalDate expectedOn,
            UserId by)
            implements TransferEvent {

        public TransferApproved {
            lines = List.copyOf(lines);
        }
    }

    /// The platform of both locations keeps the transfer in books of its own: from here on, what it
    /// calls available at `from` leaves these goods out. Of a transfer that was asked for by mail, or
    /// by hand, no platform knows.
    ///
    /// @param reference its name there
    record TransferBooked(Origin origin, TransferId transfer, ConnectionId platform, String reference)
            implements TransferEvent {}

    /// The goods came in, all of them: they leave `from` and stand at `to`.
    record TransferReceived(Origin origin, TransferId transfer) implements TransferEvent {}

    record TransferCancelled(Origin origin, TransferId transfer, String why, UserId by) implements TransferEvent {}
}
