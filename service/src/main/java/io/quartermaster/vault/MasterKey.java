package io.quartermaster.vault;

import com.google.crypto.tink.subtle.Hkdf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/// The one key that opens all others. Who loses it loses every person's data for good; who steals
/// it and the database can read them.
///
/// It is never used itself: each use has a key of its own, derived by HKDF-SHA256 (RFC 5869).
final class MasterKey {

    private static final int BYTES = 32;
    private static final String FILE_NAME = "master.key";
    private static final byte[] NO_SALT = {};

    private final byte[] secret;

    private MasterKey(byte[] secret) {
        if (secret.length != BYTES) {
            throw new IllegalArgumentException("""
                    The master key has %d bytes, not %d.
                    Maybe make a new one: openssl rand -base64 32""".formatted(secret.length, BYTES));
        }
        this.secret = secret.clone();
    }

    static MasterKey of(VaultSettings settings) {
        return settings.masterKey().isBlank()
                ? inFile(settings.home().toAbsolutePath().normalize().resolve(FILE_NAME))
                : new MasterKey(decode(settings.masterKey(), "QUARTERMASTER_MASTER_KEY"));
    }

    /// @param purpose what the key is for: a key for one purpose says nothing of any other
    byte[] derive(String purpose) {
        try {
            return Hkdf.computeHkdf("HmacSha256", secret, NO_SALT, purpose.getBytes(StandardCharsets.UTF_8), BYTES);
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("This Java has no HMAC-SHA256.", fault);
        }
    }

    private static MasterKey inFile(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            requireOnlyOwnerReads(file);
            return new MasterKey(decode(Files.readString(file), file.toString()));
        } catch (IOException fault) {
            throw new UncheckedIOException("""
                    The master key (%s) cannot be read or made.
                    Maybe set QUARTERMASTER_MASTER_KEY to 32 bytes in base64.""".formatted(file), fault);
        }
    }

    /// Written beside and linked into place: of two that start at once, one key wins, whole.
    private static void make(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        var fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        var beside = Files.createTempFile(
                file.getParent(),
                FILE_NAME,
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(beside, Base64.getEncoder().encodeToString(fresh) + "\n");
            Files.createLink(file, beside);
        } catch (FileAlreadyExistsException lost) {
            return; // the other's key is the key
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void requireOnlyOwnerReads(Path file) throws IOException {
        var allowed = Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        if (!allowed.containsAll(Files.getPosixFilePermissions(file))) {
            throw new IllegalStateException("""
                    The master key (%s) may be read by others than its owner.
                    Maybe run: chmod 600 %s""".formatted(file, file));
        }
    }

    private static byte[] decode(String text, String where) {
        try {
            return Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException fault) {
            // The fault would quote the key: it is left out on purpose.
            throw new IllegalArgumentException("The master key in %s is not base64.".formatted(where));
        }
    }
}
