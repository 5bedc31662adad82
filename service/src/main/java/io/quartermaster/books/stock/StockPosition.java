package io.quartermaster.books.stock;

import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.VariantId;
import java.time.Instant;

/// What we believe of one variant at one location.
///
/// @param onHand physically there, as far as we know; negative when oversold or miscounted
/// @param committed promised to customers or to another location, not yet handed over
/// @param inTransit left another location, not yet here
/// @param onOrder bought, not yet received
/// @param asOf the newest thing that we heard of it
public record StockPosition(
        VariantId variant,
        LocationId location,
        Quantity onHand,
        Quantity committed,
        Quantity inTransit,
        Quantity onOrder,
        Instant asOf) {

    /// On hand, plus what is coming, less what is promised: the figure that a reorder point is
    /// compared with.
    public Quantity inventoryPosition() {
        return onHand.plus(onOrder).plus(inTransit).minus(committed);
    }

    /// On hand less what is promised: what a shop may sell now.
    public Quantity availableToSell() {
        return onHand.minus(committed);
    }

    /// Where to read on after this one; see [StockFilter].
    public String cursor() {
        return location.value() + "|" + variant.value();
    }
}
