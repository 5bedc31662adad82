package io.quartermaster.shop;

import io.quartermaster.sandbox.web.Request;
import io.quartermaster.sandbox.web.Response;
import io.quartermaster.sandbox.web.WebServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/// Stands before two instances, as a load balancer does: each request goes to the next.
final class Relay implements AutoCloseable {

    private static final Set<String> NOT_OURS =
            Set.of("host", "connection", "content-length", "upgrade", "http2-settings");

    final int first = ServiceInATest.freePort();
    final int second = ServiceInATest.freePort();

    private final AtomicLong count = new AtomicLong();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final WebServer web;

    Relay(int port) {
        this.web = new WebServer(port).serve("/", this::passOn).start();
    }

    private Response passOn(Request request) throws InterruptedException {
        var port = count.incrementAndGet() % 2 == 0 ? first : second;
        var onward = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, request.path())))
                .method(request.method(), BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach((name, value) -> {
            if (!NOT_OURS.contains(name)) {
                onward.header(name, value);
            }
        });
        try {
            var answer = client.send(onward.build(), BodyHandlers.ofByteArray());
            return new Response(answer.statusCode(), Map.of(), answer.body());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public void close() {
        web.close();
    }
}
