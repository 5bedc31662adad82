package io.quartermaster.retail;

import java.util.Optional;

/// Something that happened. Every till, web shop and ERP is translated into these words, and
/// nothing above the connectors knows any others; what Quartermaster itself decided and did is
/// told in them too, so that the journal is one story.
public sealed interface RetailEvent
        permits SaleEvent, StockEvent, CatalogEvent, PurchaseEvent, TransferEvent, DeskEvent, HouseEvent {

    Origin origin();

    /// The paper that this event belongs to, such as `purchase-order/PO-1001`: an event that names
    /// a paper joins the story that the paper began with, whoever tells it.
    default Optional<String> paper() {
        return Optional.empty();
    }
}
