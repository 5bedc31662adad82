package io.quartermaster.intake;

import io.quartermaster.retail.CorrelationId;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// Makes the name of a story: a UUID of version 7 (RFC 9562), so that names sort by time.
final class Correlations {

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private Correlations() {}

    static CorrelationId at(long epochMillis) {
        var random = ThreadLocalRandom.current(); // it need not be a secret, only be unique
        var high = epochMillis << 16 | VERSION_7 | random.nextInt(1 << 12);
        var low = VARIANT | random.nextLong() >>> 2;
        return new CorrelationId(new UUID(high, low).toString());
    }
}
