package io.quartermaster.retail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A customer bought, or brought back.
public sealed interface SaleEvent extends RetailEvent {

    /// A sale as it stands now: tills tell the whole receipt each time it changes, so a later
    /// telling replaces an earlier one, whatever order they arrive in.
    ///
    /// @param asOf the teller's version of the receipt; the telling with the greatest is the truth
    /// @param location where it was sold, or who serves it
    /// @param lines what we count
    /// @param refused lines that we do not count, each with its reason
    /// @param statedTotal what the teller says it adds up to; null if it says nothing
    /// @param customer who bought, if known: null for most
    record SaleRecorded(
            Origin origin,
            ReceiptId receipt,
            Instant asOf,
            LocationId location,
            Channel channel,
            SaleState state,
            List<SaleLine> lines,
            List<RefusedLine> refused,
            @Nullable Money statedTotal,
            @Nullable SubjectId customer)
            implements SaleEvent {

        public SaleRecorded {
            lines = List.copyOf(lines);
            refused = List.copyOf(refused);
        }

        public SaleRecorded by(SubjectId customer) {
            return new SaleRecorded(
                    origin, receipt, asOf, location, channel, state, lines, refused, statedTotal, customer);
        }

        /// What this sale says about demand, a signal a line, in the form that other programs read.
        public List<DemandSignal> signals() {
            return lines.stream()
                    .map(line -> DemandSignal.of(line, location, origin.occurredAt()))
                    .toList();
        }
    }

    /// Goods came back, or money was given back for them.
    ///
    /// @param receipt the sale that they came from; it may reach us later than its return
    record ReturnRecorded(
            Origin origin,
            ReturnId id,
            ReceiptId receipt,
            LocationId location,
            List<ReturnLine> lines,
            List<RefusedLine> refused)
            implements SaleEvent {

        public ReturnRecorded {
            lines = List.copyOf(lines);
            refused = List.copyOf(refused);
        }
    }

    /// A receipt that cannot be quite right: it is counted, and a person is told.
    ///
    /// @param detail the figures that do not fit, in a sentence
    record SaleDoubted(Origin origin, ReceiptId receipt, LocationId location, Doubt doubt, String detail)
            implements SaleEvent {}

    /// One line of a receipt.
    ///
    /// @param line the teller's own key of the line, unique within the receipt
    /// @param quantity what was sold; positive
    /// @param amount what was paid for the line, after discounts; zero or more
    record SaleLine(String line, Item item, Quantity quantity, Money amount) {

        public SaleLine {
            quantity.requirePositive();
        }
    }

    /// One line of a return.
    ///
    /// @param saleLine the line of the sale that came back; the item decides if it is unknown there
    /// @param amount what was given back, positive
    /// @param restocked whether it went back on the shelf
    record ReturnLine(String line, String saleLine, Item item, Quantity quantity, Money amount, boolean restocked) {

        public ReturnLine {
            quantity.requirePositive();
        }
    }

    /// A line that we do not count, in the teller's own words.
    ///
    /// @param label the SKU or name as told; may be empty
    /// @param quantity as told, at most forty characters
    /// @param amount the money of the line as told; zero when it cannot be read
    record RefusedLine(String line, String label, String quantity, Money amount, Refusal why, String detail) {}

    enum Refusal {
        NO_SKU,
        NOT_MERCHANDISE,
        NO_PRICE,
        NEGATIVE_PRICE,
        QUANTITY_NOT_POSITIVE,
        UNREADABLE
    }

    enum Doubt {
        LINES_DO_NOT_ADD_UP
    }

    /// How a sale came about: at the till, in the shop's own web shop, or on somebody else's.
    enum Channel {
        TILL,
        WEB,
        MARKETPLACE
    }

    /// How far a sale has come. A till's sale is handed over at once; a web order is only promised
    /// until it leaves.
    enum SaleState {
        PROMISED,
        HANDED_OVER,
        CANCELLED
    }
}
