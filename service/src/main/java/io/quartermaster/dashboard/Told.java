package io.quartermaster.dashboard;

import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.retail.CatalogEvent;
import io.quartermaster.retail.DeskEvent;
import io.quartermaster.retail.HouseEvent;
import io.quartermaster.retail.Item;
import io.quartermaster.retail.PurchaseEvent;
import io.quartermaster.retail.RetailEvent;
import io.quartermaster.retail.SaleEvent;
import io.quartermaster.retail.StockEvent;
import io.quartermaster.retail.TransferEvent;
import org.springframework.stereotype.Component;

/// What happened, told in a line: for the journal's pages.
@Component
class Told {

    private final Names names;
    private final Sentences sentences;
    private final Catalog catalog;

    Told(Names names, Sentences sentences, Catalog catalog) {
        this.names = names;
        this.sentences = sentences;
        this.catalog = catalog;
    }

    Line of(RetailEvent event) {
        return switch (event) {
            case SaleEvent sale -> sale(sale);
            case StockEvent stock -> stock(stock);
            case CatalogEvent catalog -> catalog(catalog);
            case PurchaseEvent purchase -> purchase(purchase);
            case TransferEvent transfer -> transfer(transfer);
            case DeskEvent desk -> desk(desk);
            case HouseEvent house -> house(house);
        };
    }

    private Line sale(SaleEvent event) {
        return switch (event) {
            case SaleEvent.SaleRecorded sale ->
                new Line(
                        "shopping-cart",
                        "act",
                        "Sale %s at %s".formatted(sale.receipt(), names.location(sale.location())),
                        "%s, %s, %s%s"
                                .formatted(
                                        Words.plural(sale.lines().size(), "line", "lines"),
                                        Words.plain(sale.channel()),
                                        Words.plain(sale.state()),
                                        sale.refused().isEmpty()
                                                ? ""
                                                : ", %s not counted"
                                                        .formatted(Words.plural(
                                                                sale.refused().size(), "line", "lines"))));
            case SaleEvent.ReturnRecorded back ->
                new Line(
                        "arrow-back-up",
                        "warn",
                        "Return to %s".formatted(names.location(back.location())),
                        "%s of sale %s".formatted(Words.plural(back.lines().size(), "line", "lines"), back.receipt()));
            case SaleEvent.SaleDoubted doubt ->
                new Line("alert-triangle", "warn", "Receipt %s is in doubt".formatted(doubt.receipt()), doubt.detail());
        };
    }

    private Line stock(StockEvent event) {
        var where = "%s at %s".formatted(called(event.item()), names.location(event.location()));
        return switch (event) {
            case StockEvent.StockMoved moved ->
                new Line(
                        "packages",
                        "",
                        "Stock moved: " + where,
                        "%s, %s".formatted(Words.quantity(moved.change()), Words.plain(moved.reason())));
            case StockEvent.StockReported reported ->
                new Line(
                        "packages",
                        "",
                        "Stock reported: " + where,
                        "%s %s".formatted(Words.quantity(reported.level()), Words.plain(reported.measure())));
            case StockEvent.StockCounted counted ->
                new Line("packages", "", "Stock counted: " + where, Words.quantity(counted.counted()));
            case StockEvent.LowStockSignalled _ -> new Line("alert-triangle", "warn", "Low stock: " + where, "");
        };
    }

    /// What the catalog calls it: a platform often gives a number only.
    private String called(Item item) {
        return item.name().isBlank()
                ? catalog.variant(catalog.resolve(item))
                        .map(VariantPage::called)
                        .orElse(item.label())
                : item.name();
    }

    private Line catalog(CatalogEvent event) {
        return switch (event) {
            case CatalogEvent.VariantListed listed ->
                new Line(
                        "stack-2",
                        "",
                        "Listed %s".formatted(listed.item().label()),
                        listed.item().name());
            case CatalogEvent.VariantsMerged merged ->
                new Line(
                        "stack-2",
                        "",
                        "Two names, one product",
                        "%s belongs to %s, by %s".formatted(merged.from(), merged.into(), names.user(merged.by())));
            case CatalogEvent.LocationListed listed ->
                new Line(
                        "building-store",
                        "",
                        "Location %s".formatted(listed.name()),
                        listed.zone().getId());
        };
    }

    private Line purchase(PurchaseEvent event) {
        return switch (event) {
            case PurchaseEvent.PurchaseOrderApproved approved ->
                new Line(
                        "clipboard-list",
                        "good",
                        "%s ordered from %s".formatted(approved.order(), names.supplier(approved.supplier())),
                        "%s for %s, by %s"
                                .formatted(
                                        Words.plural(approved.lines().size(), "line", "lines"),
                                        names.location(approved.destination()),
                                        names.user(approved.by())));
            case PurchaseEvent.PurchaseOrderSent sent ->
                new Line("arrow-right", "act", "%s sent to the supplier".formatted(sent.order()), sent.reference());
            case PurchaseEvent.PurchaseOrderConfirmed confirmed ->
                new Line(
                        "circle-check",
                        "good",
                        "%s confirmed by the supplier".formatted(confirmed.order()),
                        "expected " + confirmed.expectedOn());
            case PurchaseEvent.GoodsReceived received ->
                new Line(
                        "package-import",
                        "good",
                        "Goods of %s received at %s".formatted(received.order(), names.location(received.location())),
                        Words.plural(received.lines().size(), "line", "lines"));
            case PurchaseEvent.PurchaseOrderCancelled cancelled ->
                new Line("circle-x", "warn", "%s cancelled".formatted(cancelled.order()), cancelled.why());
        };
    }

    private Line transfer(TransferEvent event) {
        return switch (event) {
            case TransferEvent.TransferApproved approved ->
                new Line(
                        "arrows-exchange",
                        "good",
                        "%s from %s to %s"
                                .formatted(
                                        approved.transfer(),
                                        names.location(approved.from()),
                                        names.location(approved.to())),
                        "by " + names.user(approved.by()));
            case TransferEvent.TransferBooked booked ->
                new Line(
                        "arrow-right",
                        "act",
                        "%s handed to %s".formatted(booked.transfer(), booked.platform()),
                        booked.reference());
            case TransferEvent.TransferReceived received ->
                new Line("package-import", "good", "%s received".formatted(received.transfer()), "");
            case TransferEvent.TransferCancelled cancelled ->
                new Line("circle-x", "warn", "%s cancelled".formatted(cancelled.transfer()), cancelled.why());
        };
    }

    private Line desk(DeskEvent event) {
        return switch (event) {
            case DeskEvent.ProposalMade made ->
                new Line("info-circle", "act", "Proposed: " + sentences.of(made.action()), made.because());
            case DeskEvent.ProposalDecided decided ->
                new Line(
                        DeskEvent.YES.contains(decided.verdict()) ? "check" : "x",
                        DeskEvent.YES.contains(decided.verdict()) ? "good" : "warn",
                        "%s by %s".formatted(Words.capital(Words.plain(decided.verdict())), names.user(decided.by())),
                        sentences.of(decided.action()) + (decided.notes().isBlank() ? "" : ": " + decided.notes()));
            case DeskEvent.ActionAttempted attempted ->
                new Line(
                        attempted.end() == DeskEvent.AttemptEnd.DONE ? "circle-check" : "refresh",
                        attempted.end() == DeskEvent.AttemptEnd.DONE ? "good" : "warn",
                        "Try %d by %s: %s"
                                .formatted(attempted.attempt(), attempted.connection(), Words.plain(attempted.end())),
                        attempted.answer());
        };
    }

    private Line house(HouseEvent event) {
        return switch (event) {
            case HouseEvent.SignedIn in ->
                new Line("key", "", "%s signed in".formatted(names.user(in.by())), "by " + in.how());
            case HouseEvent.SettingChanged changed ->
                new Line(
                        "adjustments-horizontal",
                        "",
                        "%s %s changed by %s"
                                .formatted(Words.capital(changed.what()), changed.which(), names.user(changed.by())),
                        changed.change());
            case HouseEvent.HoleFilled hole ->
                new Line(
                        "refresh",
                        "warn",
                        "Asked %s for what it had not told".formatted(hole.connection()),
                        "%s: %s".formatted(hole.what(), Words.plural(hole.entries(), "thing", "things")));
            case HouseEvent.PersonForgotten forgotten ->
                new Line("user", "", "Somebody was forgotten, as %s asked".formatted(forgotten.connection()), "");
        };
    }

    record Line(String icon, String tone, String what, String detail) {}
}
