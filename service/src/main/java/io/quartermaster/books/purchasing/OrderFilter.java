package io.quartermaster.books.purchasing;

import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.SupplierId;
import io.quartermaster.retail.VariantId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which purchase orders a screen asks for.
///
/// @param states in these states; empty for all
/// @param destinations to these; empty for all
/// @param supplier of this one; null for all
/// @param variant that hold this one; null for all
/// @param sort what comes first
public record OrderFilter(
        Set<PurchaseOrder.State> states,
        Set<LocationId> destinations,
        @Nullable SupplierId supplier,
        @Nullable VariantId variant,
        Sort sort) {

    public OrderFilter {
        states = Set.copyOf(states);
        destinations = Set.copyOf(destinations);
    }

    public static OrderFilter everything() {
        return new OrderFilter(Set.of(), Set.of(), null, null, Sort.NEWEST_FIRST);
    }

    /// Those with goods still to come, the next delivery first.
    public static OrderFilter open() {
        return new OrderFilter(
                Set.of(
                        PurchaseOrder.State.APPROVED,
                        PurchaseOrder.State.SENT,
                        PurchaseOrder.State.CONFIRMED,
                        PurchaseOrder.State.PARTLY_RECEIVED),
                Set.of(),
                null,
                null,
                Sort.NEXT_DELIVERY_FIRST);
    }

    public enum Sort {
        NEXT_DELIVERY_FIRST,
        NEWEST_FIRST
    }
}
