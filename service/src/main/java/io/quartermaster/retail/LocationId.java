package io.quartermaster.retail;

/// A place that holds stock: a shop, a back room, a warehouse.
public record LocationId(String value) implements Id {

    public LocationId {
        value = Id.require("location id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
