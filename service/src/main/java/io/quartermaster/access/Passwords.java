package io.quartermaster.access;

import java.util.Locale;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// How passwords are kept and compared: Argon2id, with the costs that OWASP's Password Storage
/// Cheat Sheet names as the least (19 MiB of memory, two passes, one lane).
@Component
class Passwords {

    static final int LENGTH_MIN = 12;
    static final int LENGTH_MAX = 128;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int DIFFERENT_CHARACTERS_MIN = 5;

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);

    /// What a stranger's password is compared with, so that a stranger waits as long as a friend.
    private final String nobodys = hash(Secrets.make());

    final String hash(String password) {
        return encoder.encode(password);
    }

    boolean matches(String password, String hash) {
        return encoder.matches(password, hash);
    }

    /// Takes as long as [#matches], and never does.
    void matchNobody(String password) {
        encoder.matches(password, nobodys);
    }

    /// @throws WeakPassword if it could be guessed
    void requireStrong(NewPerson person) {
        var password = person.password();
        if (password.length() < LENGTH_MIN || password.length() > LENGTH_MAX) {
            throw new WeakPassword("The password must have %d to %d characters. Maybe take four words."
                    .formatted(LENGTH_MIN, LENGTH_MAX));
        }
        if (password.chars().distinct().count() < DIFFERENT_CHARACTERS_MIN) {
            throw new WeakPassword("The password says the same few characters over and over. Maybe take four words.");
        }
        var lower = password.toLowerCase(Locale.ROOT);
        if (lower.contains(person.id().value()) || lower.contains("quartermaster")) {
            throw new WeakPassword("The password has your name, or ours, in it. Maybe take four words.");
        }
    }
}
