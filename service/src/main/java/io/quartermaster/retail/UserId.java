package io.quartermaster.retail;

/// Somebody, or a program, that may sign in; `system` is Quartermaster itself.
public record UserId(String value) implements Id {

    public UserId {
        value = Id.require("user id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
