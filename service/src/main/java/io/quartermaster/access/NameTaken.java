package io.quartermaster.access;

/// Somebody, or some key, is called so already.
public final class NameTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NameTaken(String name) {
        super("The name (%s) is taken. Maybe add the shop or the year to it.".formatted(name));
    }
}
