package io.quartermaster.intake;

import java.time.Clock;
import org.springframework.stereotype.Component;

/// Deletes raw messages that are old enough.
@Component
class Purging implements Loop {

    private static final int BATCH_MAX = 5_000;
    private static final int LISTEN_TIMES = 50;
    private static final long LISTEN_MILLIS = 100;

    private final InboxStore inbox;
    private final QuarantineStore quarantine;
    private final IntakeSettings settings;
    private final Clock clock;
    private int slept = LISTEN_TIMES;

    Purging(InboxStore inbox, QuarantineStore quarantine, IntakeSettings settings, Clock clock) {
        this.inbox = inbox;
        this.quarantine = quarantine;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String title() {
        return "purging";
    }

    /// Sleeps in small steps, so that the service stops at once.
    @Override
    public boolean turn() throws InterruptedException {
        if (slept < LISTEN_TIMES) {
            slept++;
            Thread.sleep(LISTEN_MILLIS);
            return false;
        }
        var purged = inbox.purge(clock.instant().minus(settings.keepRaw()), BATCH_MAX);
        if (purged > 0) {
            quarantine.sweep();
        }
        slept = purged == BATCH_MAX ? LISTEN_TIMES : 0;
        return false;
    }
}
