package io.quartermaster.retail;

/// A person, without saying who: random, and worth nothing outside the vault.
public record SubjectId(String value) implements Id {

    public SubjectId {
        value = Id.require("subject id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
