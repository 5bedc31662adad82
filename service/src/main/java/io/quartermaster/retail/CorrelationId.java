package io.quartermaster.retail;

/// What ties together all that followed from one message: from a sale to the goods it made us
/// buy.
public record CorrelationId(String value) implements Id {

    public CorrelationId {
        value = Id.require("correlation id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
