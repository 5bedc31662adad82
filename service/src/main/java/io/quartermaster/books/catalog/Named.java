package io.quartermaster.books.catalog;

import io.quartermaster.retail.CatalogEvent.LocationListed;
import io.quartermaster.retail.CatalogEvent.VariantListed;
import io.quartermaster.retail.CatalogEvent.VariantsMerged;
import io.quartermaster.retail.DeskEvent;
import io.quartermaster.retail.HouseEvent;
import io.quartermaster.retail.Item;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.PurchaseEvent;
import io.quartermaster.retail.PurchaseEvent.GoodsReceived;
import io.quartermaster.retail.PurchaseEvent.PurchaseOrderApproved;
import io.quartermaster.retail.RetailEvent;
import io.quartermaster.retail.SaleEvent.ReturnRecorded;
import io.quartermaster.retail.SaleEvent.SaleDoubted;
import io.quartermaster.retail.SaleEvent.SaleRecorded;
import io.quartermaster.retail.StockEvent;
import io.quartermaster.retail.TransferEvent;
import io.quartermaster.retail.TransferEvent.TransferApproved;
import java.util.Set;

/// Which items and places an event names.
final class Named {

    private Named() {}

    static void in(RetailEvent event, Set<Item> items, Set<LocationId> places) {
        switch (event) {
            case SaleRecorded sale -> {
                sale.lines().forEach(line -> items.add(line.item()));
                places.add(sale.location());
            }
            case ReturnRecorded back -> {
                back.lines().forEach(line -> items.add(line.item()));
                places.add(back.location());
            }
            case SaleDoubted doubted -> places.add(doubted.location());
            case StockEvent stock -> {
                items.add(stock.item());
                places.add(stock.location());
            }
            case VariantListed listing -> items.add(listing.item());
            case GoodsReceived received -> {
                received.lines().forEach(line -> items.add(line.item()));
                places.add(received.location());
            }
            case PurchaseOrderApproved approved -> places.add(approved.destination());
            case PurchaseEvent _ -> {}
            case TransferApproved approved -> {
                places.add(approved.from());
                places.add(approved.to());
            }
            case TransferEvent _, VariantsMerged _, LocationListed _, DeskEvent _, HouseEvent _ -> {}
        }
    }
}
