package io.quartermaster.books.sales;

import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.journal.Entry;
import io.quartermaster.journal.Follower;
import io.quartermaster.retail.CatalogEvent;
import io.quartermaster.retail.CatalogEvent.VariantsMerged;
import io.quartermaster.retail.DeskEvent;
import io.quartermaster.retail.HouseEvent;
import io.quartermaster.retail.Item;
import io.quartermaster.retail.PurchaseEvent;
import io.quartermaster.retail.SaleEvent.ReturnRecorded;
import io.quartermaster.retail.SaleEvent.SaleDoubted;
import io.quartermaster.retail.SaleEvent.SaleRecorded;
import io.quartermaster.retail.StockEvent;
import io.quartermaster.retail.TransferEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.springframework.stereotype.Component;

/// Reads the journal for sales, returns and doubts about them.
@Component
class SalesFollower implements Follower {

    private final Catalog catalog;
    private final ReceiptStore receipts;
    private final MergedVariants merged;

    SalesFollower(Catalog catalog, ReceiptStore receipts, MergedVariants merged) {
        this.catalog = catalog;
        this.receipts = receipts;
        this.merged = merged;
    }

    @Override
    public String id() {
        return "sales";
    }

    @Override
    public void follow(List<Entry> entries) {
        var sales = new Newest<SaleRow>();
        var backs = new Newest<BackRow>();
        var doubts = new ArrayList<Entry>();
        var items = new HashSet<Item>();
        for (var entry : entries) {
            switch (entry.event()) {
                case SaleRecorded sale -> {
                    sales.put(SaleRow.of(entry, sale));
                    sale.lines().forEach(line -> items.add(line.item()));
                }
                case ReturnRecorded back -> {
                    backs.put(BackRow.of(entry, back));
                    back.lines().forEach(line -> items.add(line.item()));
                }
                case SaleDoubted _ -> doubts.add(entry);
                case VariantsMerged one -> merged.merge(one.from(), one.into());
                case CatalogEvent _, StockEvent _, PurchaseEvent _, TransferEvent _, DeskEvent _, HouseEvent _ -> {}
            }
        }
        var names = merged.named(catalog.resolveAll(items));
        receipts.saveSales(sales.all(), names);
        receipts.saveBacks(backs.all(), names);
        receipts.saveDoubts(doubts);
    }
}
