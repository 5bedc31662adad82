package io.quartermaster.vault;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

/// Encrypts and decrypts under one key (AES-256-GCM, by Tink). What it is bound to must be said
/// again to decrypt: a text cannot be moved to another row.
final class Cipher {

    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final AesGcmJce aead;

    Cipher(byte[] key) {
        try {
            aead = new AesGcmJce(key);
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("This Java has no AES-GCM.", fault);
        }
    }

    static byte[] freshKey() {
        var key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return key;
    }

    byte[] encrypt(byte[] plain, String boundTo) {
        try {
            return aead.encrypt(plain, boundTo.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException(
                    "%d bytes for %s cannot be encrypted.".formatted(plain.length, boundTo), fault);
        }
    }

    byte[] decrypt(byte[] secret, String boundTo) {
        try {
            return aead.decrypt(secret, boundTo.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("""
                    What is kept for %s does not open.
                    Maybe the master key is not the one that it was locked with.""".formatted(boundTo), fault);
        }
    }
}
