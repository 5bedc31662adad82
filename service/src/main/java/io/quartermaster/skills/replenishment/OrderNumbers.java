package io.quartermaster.skills.replenishment;

import io.quartermaster.approvals.DeskItem;
import io.quartermaster.approvals.ProposalState;
import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.catalog.Variant;
import io.quartermaster.books.purchasing.Purchasing;
import io.quartermaster.books.stock.Stock;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.PurchaseOrderId;
import io.quartermaster.retail.RetailAction.OrderFromSupplier;
import io.quartermaster.retail.RetailAction.TellPerson;
import io.quartermaster.retail.RetailAction.TransferStock;
import io.quartermaster.retail.TransferId;
import io.quartermaster.retail.VariantId;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The numbers of orders and transfers, and whether those that were approved are in the books.
@Component
class OrderNumbers {

    private static final int MOVEMENTS_MAX = 200;

    private final Purchasing purchasing;
    private final Stock stock;
    private final Catalog catalog;

    OrderNumbers(Purchasing purchasing, Stock stock, Catalog catalog) {
        this.purchasing = purchasing;
        this.stock = stock;
        this.catalog = catalog;
    }

    /// The number of the draft that waits, or a new one.
    PurchaseOrderId order(List<DeskItem> latest) {
        return latest.stream()
                .filter(item -> item.state() == ProposalState.WAITING)
                .flatMap(item -> item.proposal().action() instanceof OrderFromSupplier order
                        ? Stream.of(order.order())
                        : Stream.empty())
                .findFirst()
                .orElseGet(purchasing::nextOrderNumber);
    }

    /// The number of the transfer from there that waits, or a new one.
    TransferId transfer(LocationId from, List<DeskItem> latest) {
        return latest.stream()
                .filter(item -> item.state() == ProposalState.WAITING)
                .flatMap(item -> item.proposal().action() instanceof TransferStock transfer
                                && transfer.from().equals(from)
                        ? Stream.of(transfer.transfer())
                        : Stream.empty())
                .findFirst()
                .orElseGet(purchasing::nextTransferNumber);
    }

    /// Whether the stock book knows of all that was approved: what is on order is not ordered again.
    boolean areBooked(List<DeskItem> latest) {
        return latest.stream().filter(item -> isYes(item.state())).allMatch(item -> switch (item.proposal()
                .action()) {
            case OrderFromSupplier order ->
                isBooked(
                        "purchase-order/" + order.order(),
                        order.lines().getFirst().variant(),
                        order.destination());
            case TransferStock transfer ->
                isBooked(
                        "transfer/" + transfer.transfer(),
                        transfer.lines().getFirst().variant(),
                        transfer.to());
            case TellPerson _ -> true;
        });
    }

    private boolean isBooked(String paper, VariantId named, LocationId location) {
        var variant = catalog.variant(named).map(Variant::id).orElse(named);
        return stock.movements(variant, location, MOVEMENTS_MAX).stream()
                .anyMatch(movement -> movement.paper().equals(paper));
    }

    private static boolean isYes(ProposalState state) {
        return switch (state) {
            case WAITING, REFUSED, EXPIRED, WITHDRAWN, CANCELLED -> false;
            case APPROVED, DONE, CAME_BACK -> true;
        };
    }
}
