package io.quartermaster.sandbox.square;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Ids as Square makes them look: letters and digits without meaning. The same thing always gets
/// the same id, so that a second run of the sandbox tells the same story.
final class SquareIds {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int LENGTH = 24;

    private SquareIds() {}

    static String of(String kind, String name) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest((kind + ":" + name).getBytes(StandardCharsets.UTF_8));
            var id = new StringBuilder();
            for (var index = 0; index < LENGTH; index++) {
                id.append(LETTERS.charAt(digest[index] & (LETTERS.length() - 1)));
            }
            return id.toString();
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException("This Java has no SHA-256.", fault);
        }
    }
}
