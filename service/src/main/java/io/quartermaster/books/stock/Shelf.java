package io.quartermaster.books.stock;

import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Unit;
import io.quartermaster.retail.VariantId;
import java.util.Map;

/// One variant at one location, counted in one unit: units are never added up together.
record Shelf(VariantId variant, LocationId location, Unit unit) implements Comparable<Shelf> {

    Shelf renamed(Map<String, String> successors) {
        var successor = successors.get(variant.value());
        return successor == null ? this : new Shelf(new VariantId(successor), location, unit);
    }

    @Override
    public int compareTo(Shelf other) {
        int byVariant = variant.value().compareTo(other.variant.value());
        int byLocation = location.value().compareTo(other.location.value());
        return byVariant != 0 ? byVariant : byLocation != 0 ? byLocation : unit.compareTo(other.unit);
    }
}
