package io.quartermaster.retail;

/// Something that Quartermaster suggested; also the idempotency key of what is done about it.
public record ProposalId(String value) implements Id {

    public ProposalId {
        value = Id.require("proposal id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
