package io.quartermaster.retail;

/// A sale, by the till's or the shop's own number; it is unique within its connection.
public record ReceiptId(String value) implements Id {

    public ReceiptId {
        value = Id.require("receipt id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
