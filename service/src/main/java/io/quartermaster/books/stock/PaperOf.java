package io.quartermaster.books.stock;

import io.quartermaster.retail.Item;
import io.quartermaster.retail.PurchaseEvent;
import io.quartermaster.retail.PurchaseEvent.GoodsReceived;
import io.quartermaster.retail.PurchaseEvent.PurchaseOrderApproved;
import io.quartermaster.retail.PurchaseEvent.PurchaseOrderCancelled;
import io.quartermaster.retail.PurchaseEvent.PurchaseOrderConfirmed;
import io.quartermaster.retail.PurchaseEvent.PurchaseOrderSent;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.SaleEvent.ReturnLine;
import io.quartermaster.retail.SaleEvent.ReturnRecorded;
import io.quartermaster.retail.SaleEvent.SaleRecorded;
import io.quartermaster.retail.TransferEvent;
import io.quartermaster.retail.TransferEvent.TransferApproved;
import io.quartermaster.retail.TransferEvent.TransferBooked;
import io.quartermaster.retail.TransferEvent.TransferCancelled;
import io.quartermaster.retail.TransferEvent.TransferReceived;
import io.quartermaster.retail.Unit;
import io.quartermaster.retail.VariantId;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes events onto the paper that they belong to.
final class PaperOf {

    private PaperOf() {}

    static String sale(SaleRecorded sale) {
        return "sale/%s/%s"
                .formatted(sale.origin().source().value(), sale.receipt().value());
    }

    static String sale(ReturnRecorded back) {
        return "sale/%s/%s"
                .formatted(back.origin().source().value(), back.receipt().value());
    }

    static String order(PurchaseEvent event) {
        return "purchase-order/" + event.order().value();
    }

    static String transfer(TransferEvent event) {
        return "transfer/" + event.transfer().value();
    }

    static boolean concernsStock(PurchaseEvent event) {
        return switch (event) {
            case PurchaseOrderApproved _, GoodsReceived _, PurchaseOrderCancelled _ -> true;
            case PurchaseOrderSent _, PurchaseOrderConfirmed _ -> false;
        };
    }

    /// An empty paper of the kind that an id begins with.
    static Paper empty(String id) {
        return switch (kind(id)) {
            case "sale" -> SalePaper.empty();
            case "purchase-order" -> OrderPaper.empty();
            case "transfer" -> TransferPaper.empty();
            case String other -> throw new IllegalStateException("The kind of paper (%s) is unknown.".formatted(other));
        };
    }

    static Class<? extends Paper> type(String kind) {
        return empty(kind).getClass();
    }

    static String kind(String id) {
        int slash = id.indexOf('/');
        return slash < 0 ? id : id.substring(0, slash);
    }

    static Paper with(Paper paper, Told told, SaleRecorded sale, Map<Item, VariantId> variants) {
        var goods = new Tally();
        sale.lines().forEach(line -> goods.add(variant(line.item(), variants), line.quantity()));
        return ((SalePaper) paper)
                .with(new SalePaper.Telling(
                        told, Told.micros(sale.asOf()), sale.location().value(), sale.state(), goods.list()));
    }

    static Paper with(Paper paper, Told told, ReturnRecorded back, Map<Item, VariantId> variants) {
        var goods = new Tally();
        back.lines().stream()
                .filter(ReturnLine::restocked)
                .forEach(line -> goods.add(variant(line.item(), variants), line.quantity()));
        return ((SalePaper) paper)
                .with(new SalePaper.Back(
                        told, back.id().value(), back.location().value(), goods.list()));
    }

    static Paper with(Paper paper, Told told, PurchaseEvent event, Map<Item, VariantId> variants) {
        var order = (OrderPaper) paper;
        var goods = new Tally();
        return switch (event) {
            case PurchaseOrderApproved approved -> {
                approved.lines().forEach(line -> goods.add(line.variant(), line.quantity()));
                yield order.with(
                        new OrderPaper.Approval(told, approved.destination().value(), goods.list()));
            }
            case GoodsReceived received -> {
                received.lines().forEach(line -> goods.add(variant(line.item(), variants), line.quantity()));
                yield order.with(
                        new OrderPaper.Received(told, received.location().value(), goods.list()));
            }
            case PurchaseOrderCancelled _ -> order.cancelledBy(told);
            case PurchaseOrderSent _, PurchaseOrderConfirmed _ -> order;
        };
    }

    static Paper with(Paper paper, Told told, TransferEvent event) {
        var transfer = (TransferPaper) paper;
        return switch (event) {
            case TransferApproved approved -> {
                var goods = new Tally();
                approved.lines().forEach(line -> goods.add(line.variant(), line.quantity()));
                yield transfer.with(new TransferPaper.Approval(
                        told, approved.from().value(), approved.to().value(), goods.list()));
            }
            case TransferBooked _ -> transfer.bookedBy(told);
            case TransferReceived _ -> transfer.receivedBy(told);
            case TransferCancelled _ -> transfer.cancelledBy(told);
        };
    }

    static VariantId variant(Item item, Map<Item, VariantId> variants) {
        var variant = variants.get(item);
        if (variant == null) {
            throw new IllegalStateException("The item (%s) was not resolved.".formatted(item.label()));
        }
        return variant;
    }

    /// Goods by variant and unit, while they are being added up.
    private static final class Tally {

        private record Sort(VariantId variant, Unit unit) {}

        private final Map<Sort, BigDecimal> amounts = new LinkedHashMap<>();

        void add(VariantId variant, Quantity quantity) {
            amounts.merge(new Sort(variant, quantity.unit()), quantity.amount(), BigDecimal::add);
        }

        List<Goods> list() {
            return amounts.entrySet().stream()
                    .map(it -> new Goods(
                            it.getKey().variant().value(),
                            it.getValue(),
                            it.getKey().unit()))
                    .toList();
        }
    }
}
