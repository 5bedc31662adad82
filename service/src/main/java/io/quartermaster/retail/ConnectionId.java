package io.quartermaster.retail;

/// One configured account at one outside system: the source of every event.
public record ConnectionId(String value) implements Id {

    public ConnectionId {
        value = Id.require("connection id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
