package io.quartermaster.api;

/// A program asked for something that cannot be understood: it should ask otherwise.
final class BadRequest extends RuntimeException {

    private static final long serialVersionUID = 1;

    BadRequest(String message) {
        super(message);
    }

    BadRequest(String message, Throwable cause) {
        super(message, cause);
    }
}
