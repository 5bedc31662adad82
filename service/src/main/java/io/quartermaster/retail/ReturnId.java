package io.quartermaster.retail;

/// Goods that came back, by the till's own number; it is unique within its connection.
public record ReturnId(String value) implements Id {

    public ReturnId {
        value = Id.require("return id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
