package io.quartermaster.sandbox.hooks;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Sends webhooks: many at once, each until it is taken or the platform's patience ends.
///
/// It holds a bounded number of messages; who hands it more waits.
public final class Postman implements AutoCloseable {

    private static final int HELD_MAX = 20_000;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration OVERTAKEN_BY = Duration.ofMillis(250);

    private final HttpClient client;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final DelayQueue<Parcel> parcels = new DelayQueue<>();
    private final Semaphore room = new Semaphore(HELD_MAX);
    private final AtomicLong order = new AtomicLong();
    private final Counts counts = new Counts();
    private final ScaledClock clock;
    private final Mishaps mishaps;

    /// Opens the post office.
    ///
    /// @param carriers how many messages may be on their way at the same time
    public Postman(ScaledClock clock, Mishaps mishaps, int carriers) {
        this.clock = clock;
        this.mishaps = mishaps;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .executor(threads)
                .build();
        for (var carrier = 0; carrier < carriers; carrier++) {
            threads.execute(this::carry);
        }
    }

    /// Takes a message, and waits while too many are held already.
    public void send(Message message) {
        var fate = mishaps.fate();
        counts.made.incrementAndGet();
        if (fate.dropped()) {
            counts.dropped.incrementAndGet();
            return;
        }
        var wait = fate.delayMillis() + (fate.overtaken() ? OVERTAKEN_BY.toMillis() : 0);
        hold(message, 0, wait);
        if (fate.twice()) {
            counts.doubled.incrementAndGet();
            hold(message, 0, wait + 1);
        }
    }

    public Counts counts() {
        return counts;
    }

    /// Messages that are waiting or on their way.
    public int held() {
        return HELD_MAX - room.availablePermits();
    }

    /// Waits until nothing is held.
    ///
    /// @return whether that came to pass within `patience`
    public boolean awaitEmpty(Duration patience) throws InterruptedException {
        if (!room.tryAcquire(HELD_MAX, patience.toMillis(), TimeUnit.MILLISECONDS)) {
            return false;
        }
        room.release(HELD_MAX);
        return true;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        client.shutdownNow();
    }

    private void hold(Message message, int attempt, long waitMillis) {
        room.acquireUninterruptibly();
        put(message, attempt, waitMillis);
    }

    private void put(Message message, int attempt, long waitMillis) {
        var dueNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(waitMillis);
        parcels.put(new Parcel(message, attempt, dueNanos, order.incrementAndGet()));
    }

    private void carry() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                deliver(parcels.take());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(Parcel parcel) throws InterruptedException {
        if (taken(parcel)) {
            counts.taken.incrementAndGet();
            room.release();
            return;
        }
        counts.refused.incrementAndGet();
        var next = parcel.attempt() + 1;
        var retries = parcel.message().to().retries();
        if (retries.allows(next)) {
            put(parcel.message(), next, retries.waitBefore(next, clock.speed()).toMillis());
        } else {
            counts.givenUp.incrementAndGet();
            room.release();
        }
    }

    private boolean taken(Parcel parcel) throws InterruptedException {
        var message = parcel.message();
        var request = HttpRequest.newBuilder(message.to().url())
                .timeout(message.to().timeout())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(message.body()));
        message.to()
                .envelope()
                .headers(message, clock.instant(), parcel.attempt())
                .forEach(request::header);
        try {
            var status = client.send(request.build(), BodyHandlers.discarding()).statusCode();
            return status >= 200 && status < 300;
        } catch (IOException _) { // nobody there, or too slow: the ladder of retries is for this
            return false;
        }
    }

    private record Parcel(Message message, int attempt, long dueNanos, long order) implements Delayed {

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(dueNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            if (!(other instanceof Parcel parcel)) {
                return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
            }
            var byDue = Long.compare(dueNanos - parcel.dueNanos, 0);
            return byDue != 0 ? byDue : Long.compare(order, parcel.order);
        }
    }

    /// What became of the messages so far.
    public static final class Counts {

        private final AtomicLong made = new AtomicLong();
        private final AtomicLong taken = new AtomicLong();
        private final AtomicLong refused = new AtomicLong();
        private final AtomicLong givenUp = new AtomicLong();
        private final AtomicLong dropped = new AtomicLong();
        private final AtomicLong doubled = new AtomicLong();

        public long made() {
            return made.get();
        }

        public long taken() {
            return taken.get();
        }

        /// Attempts that were answered with anything but 2xx, or not at all.
        public long refused() {
            return refused.get();
        }

        public long givenUp() {
            return givenUp.get();
        }

        public long dropped() {
            return dropped.get();
        }

        public long doubled() {
            return doubled.get();
        }
    }
}
