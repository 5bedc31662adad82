package io.quartermaster.intake;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/// Tells who translates that something came in.
@Component
class Bell {

    private final Semaphore rung = new Semaphore(0);

    void ring() {
        if (rung.availablePermits() == 0) {
            rung.release();
        }
    }

    /// Waits until it rings, at most so long: another instance's bell is not heard here.
    void await(long atMostMillis) throws InterruptedException {
        if (rung.tryAcquire(atMostMillis, TimeUnit.MILLISECONDS)) {
            rung.drainPermits();
        }
    }
}
