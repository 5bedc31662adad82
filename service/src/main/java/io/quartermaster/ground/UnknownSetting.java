package io.quartermaster.ground;

/// A setting was given that nobody reads: most likely a slip of the pen, so we do not start.
public final class UnknownSetting extends IllegalStateException {

    private static final long serialVersionUID = 1;

    UnknownSetting(String message) {
        super(message);
    }
}
