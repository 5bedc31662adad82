package io.quartermaster.retail;

/// Our order to a supplier, by the number that stands on it.
public record PurchaseOrderId(String value) implements Id {

    public PurchaseOrderId {
        value = Id.require("purchase order id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
