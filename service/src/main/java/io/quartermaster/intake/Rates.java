package io.quartermaster.intake;

import io.quartermaster.retail.ConnectionId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// How many messages of each connection are taken in a second: a bucket of tokens that refills.
@Component
class Rates {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final IntakeSettings settings;
    private final LongSupplier nanos;
    private final Map<ConnectionId, Bucket> buckets = new ConcurrentHashMap<>();

    @Autowired
    Rates(IntakeSettings settings) {
        this(settings, System::nanoTime);
    }

    Rates(IntakeSettings settings, LongSupplier nanos) {
        this.settings = settings;
        this.nanos = nanos;
    }

    /// Whether one more may come in; asked of known connections only.
    boolean allows(ConnectionId connection) {
        return buckets.computeIfAbsent(connection, _ -> new Bucket()).take();
    }

    private final class Bucket {

        private final long nanosPerToken = Math.max(1, NANOS_PER_SECOND / settings.rate());
        private long tokens = settings.burst();
        private long filledAt = nanos.getAsLong();

        synchronized boolean take() {
            var fresh = (nanos.getAsLong() - filledAt) / nanosPerToken;
            if (fresh > 0) {
                tokens = Math.min(settings.burst(), tokens + fresh);
                filledAt += fresh * nanosPerToken;
            }
            if (tokens == 0) {
                return false;
            }
            tokens--;
            return true;
        }
    }
}
