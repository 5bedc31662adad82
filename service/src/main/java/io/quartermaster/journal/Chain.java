package io.quartermaster.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The chain of hashes: each entry's covers all that it says, and the hash of the one before. Who
/// changes, drops, adds or swaps an entry breaks the chain there.
///
/// What is hashed, in this order: the sequence and the time of recording (microseconds since
/// 1970), eight bytes each, big-endian; source, source key, kind, correlation and payload, each
/// as its length in four bytes and its UTF-8 bytes; the thirty-two bytes of the hash before.
final class Chain {

    static final int HASH_BYTES = 32;

    private final MessageDigest digest = sha256();
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    /// The hash before the first entry.
    static byte[] beginning() {
        return new byte[HASH_BYTES];
    }

    byte[] next(Link link, byte[] previous) {
        digest.reset();
        add(link.sequence());
        add(link.recordedAtMicros());
        add(link.source());
        add(link.sourceKey());
        add(link.kind());
        add(link.correlation());
        add(link.payload());
        digest.update(previous);
        return digest.digest();
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void add(long value) {
        digest.update(number.clear().putLong(value).flip());
    }

    private void add(byte[] text) {
        digest.update(number.clear().putInt(text.length).flip());
        digest.update(text);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException("Every Java has SHA-256.", fault);
        }
    }

    /// An entry as it is hashed.
    record Link(
            long sequence,
            long recordedAtMicros,
            byte[] source,
            byte[] sourceKey,
            byte[] kind,
            byte[] correlation,
            byte[] payload) {}
}
