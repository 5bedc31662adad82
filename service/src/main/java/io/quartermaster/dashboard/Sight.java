package io.quartermaster.dashboard;

import io.quartermaster.access.User;
import io.quartermaster.journal.Entry;
import io.quartermaster.retail.CatalogEvent;
import io.quartermaster.retail.DeskEvent;
import io.quartermaster.retail.HouseEvent;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.PurchaseEvent;
import io.quartermaster.retail.RetailAction;
import io.quartermaster.retail.RetailAction.OrderFromSupplier;
import io.quartermaster.retail.RetailAction.TellPerson;
import io.quartermaster.retail.RetailAction.TransferStock;
import io.quartermaster.retail.RetailEvent;
import io.quartermaster.retail.SaleEvent;
import io.quartermaster.retail.StockEvent;
import io.quartermaster.retail.TransferEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What of the journal somebody may read: what happened where they work.
///
/// An event that names no place happened where its paper belongs, as far as the entries at hand
/// tell; what belongs nowhere is for those who work everywhere.
record Sight(User user) {

    List<Entry> of(List<Entry> entries) {
        if (user.worksEverywhere()) {
            return entries;
        }
        var papers = papers(entries);
        return entries.stream()
                .filter(entry -> places(entry.event(), papers).stream().anyMatch(user::worksAt))
                .toList();
    }

    private static Set<LocationId> places(RetailEvent event, Map<String, Set<LocationId>> papers) {
        var named = places(event);
        return named.isEmpty()
                ? event.paper()
                        .map(paper -> papers.getOrDefault(paper, Set.of()))
                        .orElse(Set.of())
                : named;
    }

    private static Map<String, Set<LocationId>> papers(List<Entry> entries) {
        var papers = new HashMap<String, Set<LocationId>>();
        for (var entry : entries) {
            var event = entry.event();
            event.paper()
                    .ifPresent(paper ->
                            papers.computeIfAbsent(paper, _ -> new HashSet<>()).addAll(places(event)));
        }
        return papers;
    }

    private static Set<LocationId> places(RetailEvent event) {
        return switch (event) {
            case SaleEvent.SaleRecorded sale -> Set.of(sale.location());
            case SaleEvent.ReturnRecorded back -> Set.of(back.location());
            case SaleEvent.SaleDoubted doubt -> Set.of(doubt.location());
            case StockEvent stock -> Set.of(stock.location());
            case PurchaseEvent.PurchaseOrderApproved approved -> Set.of(approved.destination());
            case PurchaseEvent.GoodsReceived received -> Set.of(received.location());
            case PurchaseEvent.PurchaseOrderSent _,
                    PurchaseEvent.PurchaseOrderConfirmed _,
                    PurchaseEvent.PurchaseOrderCancelled _ -> Set.of();
            case TransferEvent.TransferApproved approved -> Set.copyOf(List.of(approved.from(), approved.to()));
            case TransferEvent.TransferBooked _, TransferEvent.TransferReceived _, TransferEvent.TransferCancelled _ ->
                Set.of();
            case DeskEvent.ProposalMade made -> places(made.action());
            case DeskEvent.ProposalDecided decided -> places(decided.action());
            case DeskEvent.ActionAttempted _, CatalogEvent _, HouseEvent _ -> Set.of();
        };
    }

    private static Set<LocationId> places(RetailAction action) {
        return switch (action) {
            case OrderFromSupplier order -> Set.of(order.destination());
            case TransferStock transfer -> Set.copyOf(List.of(transfer.from(), transfer.to()));
            case TellPerson tell -> Set.of(tell.location());
        };
    }
}
