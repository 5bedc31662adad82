package io.quartermaster.sandbox.replay;

import io.quartermaster.sandbox.wire.HttpLine;
import io.quartermaster.sandbox.wire.ShopifySignature;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Sends messages over several lines at once, and sends each again until it is acknowledged, as a
/// platform does. What it is refused for good ends it.
final class Sender {

    private static final int TRIES_MAX = 600;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final URI service;
    private final String connection;
    private final String secret;
    private final int lines;
    private final double speed;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong sentAgain = new AtomicLong();

    /// @param speed how many times faster than the clock of the file; infinity for as fast as it goes
    Sender(URI service, String connection, String secret, int lines, double speed) {
        this.service = service;
        this.connection = connection;
        this.secret = secret;
        this.lines = lines;
        this.speed = speed;
    }

    /// Returns when every message is acknowledged.
    ///
    /// @throws IOException if one was refused, or nobody answered for two minutes
    void send(List<Message> messages, Progress progress) throws IOException, InterruptedException {
        var began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = java.util.stream.IntStream.range(0, lines)
                    .<Future<?>>mapToObj(_ -> threads.submit(() -> {
                        sendOnOneLine(messages, progress, began);
                        return null;
                    }))
                    .toList();
            for (var one : all) {
                one.get();
            }
        } catch (ExecutionException fault) {
            throw new IOException("Sending ended: " + fault.getMessage(), fault);
        }
        progress.done(acknowledged.get());
    }

    long sentAgain() {
        return sentAgain.get();
    }

    private void sendOnOneLine(List<Message> messages, Progress progress, long began)
            throws IOException, InterruptedException {
        var signature = new ShopifySignature(secret);
        try (var line = new ReopenedLine(service)) {
            for (var index = next.getAndIncrement(); index < messages.size(); index = next.getAndIncrement()) {
                var message = messages.get(index);
                waitFor(messages.getFirst(), message, began);
                sendUntilAcknowledged(line, signature, message);
                progress.at(acknowledged.incrementAndGet());
            }
        }
    }

    private void sendUntilAcknowledged(ReopenedLine line, ShopifySignature signature, Message message)
            throws IOException, InterruptedException {
        var headers = signature.headers(message.topic(), message.delivery(), message.body());
        for (var tries = 0; tries < TRIES_MAX; tries++) {
            var status = line.post("/hooks/" + connection, headers, message.body());
            if (status >= 200 && status < 300) {
                return;
            }
            if (status >= 400 && status < 500 && status != 429) {
                throw new IOException("The message %s was refused with %d.".formatted(message.delivery(), status));
            }
            sentAgain.incrementAndGet();
            Thread.sleep(PAUSE);
        }
        throw new IOException(
                "Nobody acknowledged the message %s in %d tries.".formatted(message.delivery(), TRIES_MAX));
    }

    private void waitFor(Message first, Message message, long began) throws InterruptedException {
        if (Double.isInfinite(speed)) {
            return;
        }
        var due = began + (long) (Duration.between(first.at(), message.at()).toNanos() / speed);
        var pause = due - System.nanoTime();
        if (pause > 0) {
            Thread.sleep(Duration.ofNanos(pause));
        }
    }

    /// A line that is opened anew when it was cut: the other side may be on its way up again.
    private static final class ReopenedLine implements AutoCloseable {

        private static final int CUT = 0;

        private final URI service;
        private @org.jspecify.annotations.Nullable HttpLine line;

        ReopenedLine(URI service) {
            this.service = service;
        }

        int post(String path, String headers, byte[] body) {
            try {
                if (line == null) {
                    line = new HttpLine(service);
                }
                return line.post(path, headers, body).status();
            } catch (IOException fault) {
                close();
                return CUT;
            }
        }

        @Override
        public void close() {
            if (line != null) {
                line.close();
                line = null;
            }
        }
    }
}
