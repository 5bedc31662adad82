package io.quartermaster.access;

import io.quartermaster.retail.UserId;
import java.util.Locale;

/// Somebody who takes up an invitation.
///
/// @param id the name to sign in with: lower case, 2 to 60 letters, digits or `. _ @ -`
/// @param name what colleagues call them
public record NewPerson(UserId id, String name, String password) {

    private static final String SIGN_IN_NAME = "[a-z0-9][a-z0-9._@-]{1,59}";
    private static final int NAME_LENGTH_MAX = 100;

    public NewPerson {
        if (!id.value().matches(SIGN_IN_NAME)) {
            throw new IllegalArgumentException(
                    "The sign-in name (%s) must have 2 to 60 letters, digits or . _ @ -".formatted(id));
        }
        name = name.strip();
        if (name.isEmpty() || name.length() > NAME_LENGTH_MAX) {
            throw new IllegalArgumentException("The name must have 1 to %d characters.".formatted(NAME_LENGTH_MAX));
        }
    }

    public static NewPerson of(String signInName, String name, String password) {
        return new NewPerson(new UserId(signInName.toLowerCase(Locale.ROOT)), name, password);
    }

    @Override
    public String toString() {
        return "NewPerson[%s]".formatted(id); // never the password
    }
}
