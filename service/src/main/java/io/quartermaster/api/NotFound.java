package io.quartermaster.api;

/// A program asked for something that is not there.
final class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotFound(String what, String which) {
        super("There is no %s (%s).".formatted(what, which));
    }
}
