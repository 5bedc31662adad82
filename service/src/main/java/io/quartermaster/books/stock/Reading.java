package io.quartermaster.books.stock;

import io.quartermaster.books.stock.Report.Measure;
import io.quartermaster.journal.Entry;
import io.quartermaster.retail.CatalogEvent;
import io.quartermaster.retail.CatalogEvent.VariantsMerged;
import io.quartermaster.retail.DeskEvent;
import io.quartermaster.retail.HouseEvent;
import io.quartermaster.retail.Item;
import io.quartermaster.retail.PurchaseEvent;
import io.quartermaster.retail.PurchaseEvent.GoodsReceived;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.RetailEvent;
import io.quartermaster.retail.SaleEvent.ReturnRecorded;
import io.quartermaster.retail.SaleEvent.SaleDoubted;
import io.quartermaster.retail.SaleEvent.SaleRecorded;
import io.quartermaster.retail.StockEvent;
import io.quartermaster.retail.StockEvent.LowStockSignalled;
import io.quartermaster.retail.StockEvent.StockCounted;
import io.quartermaster.retail.StockEvent.StockMoved;
import io.quartermaster.retail.StockEvent.StockReported;
import io.quartermaster.retail.TransferEvent;
import io.quartermaster.retail.Unit;
import io.quartermaster.retail.VariantId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// What a batch of the journal means for stock, sorted by what it belongs to.
final class Reading {

    private final Map<Item, VariantId> variants;

    /// What each paper is told, in the form of a step from the paper before to the paper after.
    final Map<String, List<UnaryOperator<Paper>>> papers = new LinkedHashMap<>();

    final List<Row> adjustments = new ArrayList<>();
    final List<Report> reports = new ArrayList<>();
    final List<Change> signals = new ArrayList<>();
    final List<Merger> mergers = new ArrayList<>();

    record Merger(VariantId from, VariantId into, Told told) {}

    Reading(Map<Item, VariantId> variants) {
        this.variants = variants;
    }

    /// Which items an event names that concern stock.
    static void items(RetailEvent event, Set<Item> items) {
        switch (event) {
            case SaleRecorded sale -> sale.lines().forEach(line -> items.add(line.item()));
            case ReturnRecorded back -> back.lines().forEach(line -> items.add(line.item()));
            case StockEvent stock -> items.add(stock.item());
            case GoodsReceived received -> received.lines().forEach(line -> items.add(line.item()));
            case SaleDoubted _, CatalogEvent _, PurchaseEvent _, TransferEvent _, DeskEvent _, HouseEvent _ -> {}
        }
    }

    void read(Entry entry) {
        var told = Told.by(entry);
        switch (entry.event()) {
            case SaleRecorded sale -> paper(PaperOf.sale(sale), it -> PaperOf.with(it, told, sale, variants));
            case ReturnRecorded back -> paper(PaperOf.sale(back), it -> PaperOf.with(it, told, back, variants));
            case StockEvent stock -> read(stock, told);
            case PurchaseEvent purchase
            when PaperOf.concernsStock(purchase) ->
                paper(PaperOf.order(purchase), it -> PaperOf.with(it, told, purchase, variants));
            case TransferEvent transfer -> paper(PaperOf.transfer(transfer), it -> PaperOf.with(it, told, transfer));
            case VariantsMerged merged -> mergers.add(new Merger(merged.from(), merged.into(), told));
            case PurchaseEvent _, SaleDoubted _, CatalogEvent _, DeskEvent _, HouseEvent _ -> {}
        }
    }

    private void read(StockEvent event, Told told) {
        switch (event) {
            case StockMoved moved -> adjust(moved, told);
            case StockReported reported -> {
                var measure =
                        switch (reported.measure()) {
                            case ON_HAND -> Measure.ON_HAND;
                            case AVAILABLE -> Measure.AVAILABLE;
                        };
                report(reported, reported.level(), measure, told);
            }
            case StockCounted counted -> report(counted, counted.counted(), Measure.COUNTED, told);
            case LowStockSignalled signal ->
                signals.add(new Change(
                        shelf(signal, Unit.EACH).variant(),
                        signal.location(),
                        new io.quartermaster.retail.CorrelationId(told.correlation()),
                        told.at(),
                        Change.Cause.LOW_STOCK_SIGNAL));
        }
    }

    private void adjust(StockMoved moved, Told told) {
        var paper = "adjustment/%s/%s".formatted(moved.origin().source().value(), told.key());
        var shelf = shelf(moved, moved.change().unit());
        var amounts = Amounts.onHand(moved.change().amount());
        adjustments.add(new Row(
                paper, 0, shelf, told.at(), Movement.Kind.ADJUSTMENT, told.sequence(), told.correlation(), amounts));
    }

    private void report(StockEvent event, Quantity level, Measure measure, Told told) {
        var paper = "report/%s/%s".formatted(event.origin().source().value(), told.key());
        reports.add(new Report(paper, shelf(event, level.unit()), told, level.amount(), measure));
    }

    private Shelf shelf(StockEvent event, Unit unit) {
        return new Shelf(PaperOf.variant(event.item(), variants), event.location(), unit);
    }

    private void paper(String id, UnaryOperator<Paper> step) {
        papers.computeIfAbsent(id, _ -> new ArrayList<>()).add(step);
    }
}
