package io.quartermaster.retail;

/// Somebody we buy from.
public record SupplierId(String value) implements Id {

    public SupplierId {
        value = Id.require("supplier id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
