package io.quartermaster.sandbox.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.core.JacksonException;

/// One HTTP server on this machine's own address, a virtual thread for each request.
public final class WebServer implements AutoCloseable {

    private static final int BODY_BYTES_MAX = 4 * 1024 * 1024;
    private static final int BACKLOG = 256;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// Opens a port, and does not yet answer.
    ///
    /// @param port zero for any that is free
    public WebServer(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        } catch (IOException fault) {
            throw new UncheckedIOException("""
                    The port (%d) cannot be opened.
                    Maybe another program has it: try --port with another number.""".formatted(port), fault);
        }
        server.setExecutor(threads);
    }

    public WebServer serve(String path, Door door) {
        server.createContext(path, exchange -> {
            try (exchange) {
                answer(exchange, door);
            }
        });
        return this;
    }

    public WebServer start() {
        server.start();
        return this;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private static void answer(HttpExchange exchange, Door door) throws IOException {
        var body = exchange.getRequestBody().readNBytes(BODY_BYTES_MAX + 1);
        var response = body.length > BODY_BYTES_MAX
                ? problem(413, "The body is larger than %d bytes.".formatted(BODY_BYTES_MAX))
                : answered(door, request(exchange, body));
        response.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(response.status(), response.body().length == 0 ? -1 : response.body().length);
        if (response.body().length > 0) {
            exchange.getResponseBody().write(response.body());
        }
    }

    private static Response answered(Door door, Request request) {
        try {
            return door.answer(request);
        } catch (JacksonException fault) {
            return problem(400, "The body is not JSON: " + fault.getOriginalMessage());
        } catch (IllegalArgumentException fault) {
            return problem(400, String.valueOf(fault.getMessage()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return problem(503, "The sandbox is closing.");
        }
    }

    private static Response problem(int status, String why) {
        return Response.json(status, Json.object().put("error", why));
    }

    private static Request request(HttpExchange exchange, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return new Request(exchange.getRequestMethod(), exchange.getRequestURI(), headers, body);
    }

    /// Answers requests.
    @FunctionalInterface
    public interface Door {

        Response answer(Request request) throws InterruptedException;
    }
}
