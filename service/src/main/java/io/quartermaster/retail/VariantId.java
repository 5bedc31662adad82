package io.quartermaster.retail;

/// The identity of one thing that is stocked and counted: one size, one colour.
public record VariantId(String value) implements Id {

    public VariantId {
        value = Id.require("variant id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
