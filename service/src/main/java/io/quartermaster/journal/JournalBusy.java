package io.quartermaster.journal;

/// The journal cannot take more just now, or its database does not answer: nothing is lost, but
/// the caller must come back. To append the same again does no harm.
public final class JournalBusy extends RuntimeException {

    private static final long serialVersionUID = 1;

    JournalBusy(String message) {
        super(message);
    }

    JournalBusy(String message, Throwable cause) {
        super(message, cause);
    }
}
