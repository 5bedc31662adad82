package io.quartermaster.access;

/// The one-time link is used, too old, or was never made.
public final class LinkUsedUp extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LinkUsedUp() {
        super("This link was used already, or is too old. Maybe ask for a new one.");
    }
}
