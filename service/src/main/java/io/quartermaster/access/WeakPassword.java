package io.quartermaster.access;

/// The password could be guessed.
public final class WeakPassword extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WeakPassword(String why) {
        super(why);
    }
}
