package io.quartermaster.vault;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The keys that raw messages and secrets are sealed under: a new one each day, wrapped by the
/// master key. A sealed text begins with the number of its key.
@Repository
class DataKeys {

    private static final int KEPT_IN_MEMORY_MAX = 500;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Cipher wrapping;
    private final Map<Long, Cipher> ciphers = new ConcurrentHashMap<>();
    private volatile Today today = new Today(LocalDate.MIN, 0);

    DataKeys(JdbcClient jdbc, Clock clock, MasterKey master) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.wrapping = new Cipher(master.derive("data-keys"));
    }

    private record Today(LocalDate day, long key) {}

    private record Wrapped(long id, byte[] key) {}

    byte[] seal(byte[] plain) {
        var key = keyOfToday();
        var secret = cipher(key).encrypt(plain, "data");
        return ByteBuffer.allocate(Long.BYTES + secret.length)
                .putLong(key)
                .put(secret)
                .array();
    }

    byte[] open(byte[] sealed) {
        if (sealed.length <= Long.BYTES) {
            throw new IllegalStateException("%d bytes are no sealed text.".formatted(sealed.length));
        }
        var buffer = ByteBuffer.wrap(sealed);
        var key = buffer.getLong();
        var secret = new byte[buffer.remaining()];
        buffer.get(secret);
        return cipher(key).decrypt(secret, "data");
    }

    private long keyOfToday() {
        var known = today;
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return day.equals(known.day) ? known.key : makeKeyOf(day);
    }

    private synchronized long makeKeyOf(LocalDate day) {
        if (!day.equals(today.day)) {
            jdbc.sql("INSERT INTO vault.data_key (day, wrapped_key) VALUES (?, ?) ON CONFLICT (day) DO NOTHING")
                    .params(day, wrapping.encrypt(Cipher.freshKey(), "data-key"))
                    .update();
            var id = jdbc.sql("SELECT id FROM vault.data_key WHERE day = ?")
                    .param(day)
                    .query(Long.class)
                    .single();
            today = new Today(day, id);
        }
        return today.key;
    }

    private Cipher cipher(long key) {
        var known = ciphers.get(key);
        if (known != null) {
            return known;
        }
        if (ciphers.size() >= KEPT_IN_MEMORY_MAX) {
            ciphers.clear();
        }
        return ciphers.computeIfAbsent(key, this::unwrap);
    }

    private Cipher unwrap(long key) {
        var wrapped = jdbc.sql("SELECT id, wrapped_key AS key FROM vault.data_key WHERE id = ?")
                .param(key)
                .query(Wrapped.class)
                .optional()
                .orElseThrow(() -> new IllegalStateException("There is no data key %d.".formatted(key)));
        return new Cipher(wrapping.decrypt(wrapped.key, "data-key"));
    }
}
