package io.quartermaster.access;

import io.quartermaster.retail.UserId;

/// Nobody is called so.
public final class UnknownUser extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownUser(UserId id) {
        super("Nobody is called %s here.".formatted(id));
    }
}
