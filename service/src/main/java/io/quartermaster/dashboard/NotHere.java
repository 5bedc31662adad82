package io.quartermaster.dashboard;

/// There is no such thing, or it is not this person's to see: the page says the same for both.
final class NotHere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotHere(String what) {
        super("There is no such %s, or it belongs to a shop that is not yours.".formatted(what));
    }
}
