package io.quartermaster.retail;

/// Stock on its way between two of our locations, by the number that stands on its note.
public record TransferId(String value) implements Id {

    public TransferId {
        value = Id.require("transfer id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
