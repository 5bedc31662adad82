package io.quartermaster.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// Words that nobody can guess, and what is kept of them: a hash, from which they cannot be had
/// back.
///
/// A plain SHA-256 is enough here, as each word has 256 random bits; passwords are another
/// matter.
final class Secrets {

    private static final int RANDOM_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    static String make() {
        var bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException("This Java has no SHA-256.", fault);
        }
    }
}
