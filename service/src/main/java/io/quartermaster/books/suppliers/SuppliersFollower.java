package io.quartermaster.books.suppliers;

import io.quartermaster.journal.Entry;
import io.quartermaster.journal.Follower;
import io.quartermaster.retail.CatalogEvent;
import io.quartermaster.retail.CatalogEvent.VariantsMerged;
import io.quartermaster.retail.DeskEvent;
import io.quartermaster.retail.HouseEvent;
import io.quartermaster.retail.PurchaseEvent;
import io.quartermaster.retail.PurchaseEvent.GoodsReceived;
import io.quartermaster.retail.PurchaseEvent.PurchaseOrderApproved;
import io.quartermaster.retail.SaleEvent;
import io.quartermaster.retail.StockEvent;
import io.quartermaster.retail.TransferEvent;
import java.util.List;
import org.springframework.stereotype.Component;

/// Reads the journal for variants that were merged, and for suppliers that have delivered.
@Component
class SuppliersFollower implements Follower {

    private final TermsStore terms;
    private final SupplierStore suppliers;

    SuppliersFollower(TermsStore terms, SupplierStore suppliers) {
        this.terms = terms;
        this.suppliers = suppliers;
    }

    @Override
    public String id() {
        return "suppliers";
    }

    @Override
    public void follow(List<Entry> entries) {
        for (var entry : entries) {
            switch (entry.event()) {
                case VariantsMerged merged -> terms.merge(merged.from(), merged.into());
                case PurchaseOrderApproved approved -> suppliers.serves(approved.order(), approved.supplier());
                case GoodsReceived received -> suppliers.delivered(received.order());
                case CatalogEvent _, PurchaseEvent _, SaleEvent _, StockEvent _, TransferEvent _, DeskEvent _ -> {}
                case HouseEvent _ -> {}
            }
        }
    }
}
