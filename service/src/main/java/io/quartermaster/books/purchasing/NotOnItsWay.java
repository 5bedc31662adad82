package io.quartermaster.books.purchasing;

import java.util.Locale;

/// A transfer has come to its end already: nothing more can happen to it.
public class NotOnItsWay extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NotOnItsWay(Transfer transfer) {
        super("""
                The transfer (%s) is %s already.
                Maybe somebody else was faster.""".formatted(transfer.id(), transfer.state().name().toLowerCase(Locale.ROOT)));
    }
}
