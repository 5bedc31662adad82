package io.quartermaster.access;

/// The change would leave nobody who may let others in.
public final class LastAdministrator extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LastAdministrator() {
        super("""
                This would leave nobody who may set Quartermaster up.
                Maybe make somebody else an administrator first.""");
    }
}
