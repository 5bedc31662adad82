package io.quartermaster.sandbox.demo;

import io.quartermaster.sandbox.web.Json;
import io.quartermaster.sandbox.web.Request;
import io.quartermaster.sandbox.web.Response;
import io.quartermaster.sandbox.web.WebServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/// Stands where the service will stand: takes everything and writes it down.
public final class RecordingService implements AutoCloseable {

    private final ConcurrentLinkedQueue<Request> requests = new ConcurrentLinkedQueue<>();
    private final ConcurrentHashMap<String, Integer> refusals = new ConcurrentHashMap<>();
    private final WebServer web;

    public RecordingService(int port) {
        web = new WebServer(port).serve("/", this::take).start();
    }

    /// Run alone, it prints each second how many messages of each topic came.
    public static void main(String[] arguments) throws InterruptedException {
        try (var service = new RecordingService(Integer.parseInt(arguments[0]))) {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(1000);
                System.out.println(service.topics());
            }
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + web.port());
    }

    /// Refuses the next `times` messages to this path.
    public void refuse(String path, int times) {
        refusals.put(path, times);
    }

    public List<Request> requests(String path) {
        return requests.stream().filter(request -> request.path().equals(path)).toList();
    }

    public List<Request> hooks(String connection, String topic) {
        return requests("/hooks/" + connection).stream()
                .filter(request -> topic(request).equals(topic))
                .toList();
    }

    Map<String, Long> topics() {
        return requests.stream()
                .filter(request -> request.path().startsWith("/hooks/"))
                .collect(Collectors.groupingBy(RecordingService::topic, TreeMap::new, Collectors.counting()));
    }

    static String topic(Request request) {
        return request.header("X-Shopify-Topic")
                .or(() -> request.header("X-Quartermaster-Topic"))
                .orElseGet(() -> Json.read(request.body()).path("type").asString(""));
    }

    private Response take(Request request) {
        requests.add(request);
        var refused = refusals.computeIfPresent(request.path(), (_, left) -> left - 1);
        return refused != null && refused >= 0
                ? Response.json(503, Json.object())
                : Response.json(200, Json.object().put("status", "UP"));
    }

    @Override
    public void close() {
        web.close();
    }
}
