package io.quartermaster.books.purchasing;

import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.purchasing.OrderStory.Step;
import io.quartermaster.journal.Entry;
import io.quartermaster.journal.Follower;
import io.quartermaster.retail.CatalogEvent;
import io.quartermaster.retail.CatalogEvent.VariantsMerged;
import io.quartermaster.retail.DeskEvent;
import io.quartermaster.retail.HouseEvent;
import io.quartermaster.retail.Item;
import io.quartermaster.retail.PurchaseEvent;
import io.quartermaster.retail.PurchaseEvent.GoodsReceived;
import io.quartermaster.retail.PurchaseEvent.PurchaseOrderApproved;
import io.quartermaster.retail.PurchaseEvent.PurchaseOrderCancelled;
import io.quartermaster.retail.PurchaseEvent.PurchaseOrderConfirmed;
import io.quartermaster.retail.PurchaseEvent.PurchaseOrderSent;
import io.quartermaster.retail.SaleEvent;
import io.quartermaster.retail.StockEvent;
import io.quartermaster.retail.TransferEvent;
import io.quartermaster.retail.TransferEvent.TransferApproved;
import io.quartermaster.retail.TransferEvent.TransferBooked;
import io.quartermaster.retail.TransferEvent.TransferCancelled;
import io.quartermaster.retail.TransferEvent.TransferReceived;
import io.quartermaster.retail.VariantId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Reads the journal for the lives of purchase orders and transfers.
@Component
class PurchasingFollower implements Follower {

    private final Catalog catalog;
    private final OrderStore orders;
    private final TransferStore transfers;

    PurchasingFollower(Catalog catalog, OrderStore orders, TransferStore transfers) {
        this.catalog = catalog;
        this.orders = orders;
        this.transfers = transfers;
    }

    @Override
    public String id() {
        return "purchasing";
    }

    @Override
    public void follow(List<Entry> entries) {
        var items = new HashSet<Item>();
        for (var entry : entries) {
            if (entry.event() instanceof GoodsReceived received) {
                received.lines().forEach(line -> items.add(line.item()));
            }
        }
        var variants = items.isEmpty() ? Map.<Item, VariantId>of() : catalog.resolveAll(items);
        for (var entry : entries) { // few of these come in a day: one at a time is fast enough
            switch (entry.event()) {
                case PurchaseEvent event ->
                    orders.change(event.order(), story -> told(story, event, step(entry), variants));
                case TransferEvent event ->
                    transfers.change(event.transfer(), story -> told(story, event, step(entry)));
                case VariantsMerged merged -> orders.merge(merged.from(), merged.into());
                case CatalogEvent _, SaleEvent _, StockEvent _, DeskEvent _, HouseEvent _ -> {}
            }
        }
    }

    private static Step step(Entry entry) {
        var origin = entry.event().origin();
        var key = origin.source().value() + "/" + origin.sourceKey();
        return new Step(key, origin.occurredAt(), entry.correlation().value());
    }

    private static OrderStory told(OrderStory story, PurchaseEvent event, Step step, Map<Item, VariantId> variants) {
        return switch (event) {
            case PurchaseOrderApproved approved -> story.with(approval(approved, step));
            case PurchaseOrderSent _ -> story.sentBy(step);
            case PurchaseOrderConfirmed confirmed ->
                story.with(new OrderStory.Confirmation(step, confirmed.expectedOn()));
            case GoodsReceived received -> story.with(arrival(received, step, variants));
            case PurchaseOrderCancelled _ -> story.cancelledBy(step);
        };
    }

    private static OrderStory.Approval approval(PurchaseOrderApproved approved, Step step) {
        return new OrderStory.Approval(
                step,
                approved.proposal().value(),
                approved.supplier().value(),
                approved.destination().value(),
                approved.expectedOn(),
                approved.lines().stream()
                        .map(line -> new OrderStory.Wanted(
                                line.variant().value(),
                                line.sku().value(),
                                line.name(),
                                line.quantity().amount(),
                                line.quantity().unit().name(),
                                line.unitCost().amount(),
                                line.unitCost().currency().getCurrencyCode()))
                        .toList());
    }

    private static OrderStory.Arrival arrival(GoodsReceived received, Step step, Map<Item, VariantId> variants) {
        return new OrderStory.Arrival(
                step,
                received.location().value(),
                received.lines().stream()
                        .map(line -> new OrderStory.Came(
                                variant(line.item(), variants).value(),
                                line.item().label(),
                                line.item().name(),
                                line.quantity().amount(),
                                line.quantity().unit().name()))
                        .toList());
    }

    private static VariantId variant(Item item, Map<Item, VariantId> variants) {
        var variant = variants.get(item);
        if (variant == null) {
            throw new IllegalStateException("The item (%s) was not resolved.".formatted(item.label()));
        }
        return variant;
    }

    private static TransferStory told(TransferStory story, TransferEvent event, Step step) {
        return switch (event) {
            case TransferApproved approved ->
                story.with(new TransferStory.Approval(
                        step,
                        approved.proposal().value(),
                        approved.from().value(),
                        approved.to().value(),
                        approved.expectedOn(),
                        approved.lines().stream()
                                .map(line -> new TransferStory.Sent(
                                        line.variant().value(),
                                        line.sku().value(),
                                        line.name(),
                                        line.quantity().amount(),
                                        line.quantity().unit().name()))
                                .toList()));
            case TransferBooked _ -> story;
            case TransferReceived _ -> story.receivedBy(step);
            case TransferCancelled _ -> story.cancelledBy(step);
        };
    }
}
