package io.quartermaster.books.stock;

import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.Unit;
import io.quartermaster.retail.VariantId;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;

/// So much of a variant, as a paper keeps it.
///
/// @param variant as it was called when it was told; it may have been merged since
record Goods(String variant, BigDecimal amount, Unit unit) {

    static Goods of(VariantId variant, Quantity quantity) {
        return new Goods(variant.value(), quantity.amount(), quantity.unit());
    }

    static List<Goods> renamed(List<Goods> all, UnaryOperator<String> successor) {
        return all.stream()
                .map(it -> new Goods(successor.apply(it.variant), it.amount, it.unit))
                .toList();
    }

    Shelf at(String location) {
        return new Shelf(new VariantId(variant), new LocationId(location), unit);
    }
}
