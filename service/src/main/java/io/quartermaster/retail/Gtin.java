package io.quartermaster.retail;

/// The GS1 number on the pack, digits only. The check digit is the catalog's to doubt.
public record Gtin(String value) implements Id {

    public Gtin {
        value = Id.require("GTIN", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
