package io.quartermaster.sandbox.hooks;

import io.quartermaster.sandbox.web.Json;
import io.quartermaster.sandbox.web.Request;
import io.quartermaster.sandbox.web.Response;
import io.quartermaster.sandbox.web.WebServer.Door;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Draws the faults: the same seed errs in the same order.
public final class Mishaps {

    private static final Set<String> NAMES = Set.copyOf(Faults.NONE.toJson().propertyNames());

    private Faults faults;
    private Random random;

    public Mishaps(Faults faults) {
        this.faults = faults;
        this.random = new Random(faults.seed());
    }

    public synchronized Faults faults() {
        return faults;
    }

    public synchronized void become(Faults wanted) {
        faults = wanted;
        random = new Random(wanted.seed());
    }

    /// What befalls the next message.
    synchronized Fate fate() {
        var dropped = random.nextDouble() < faults.drop();
        var twice = random.nextDouble() < faults.duplicate();
        var delayed = random.nextDouble() < faults.delay();
        var overtaken = random.nextDouble() < faults.reorder();
        var part = random.nextDouble();
        return new Fate(
                dropped, twice, delayed ? (long) (part * faults.delayMax().toMillis()) : 0, overtaken);
    }

    /// `GET /faults` shows them, `POST /faults` changes those that it names.
    public Response door(Request request) {
        if (request.method().equals("POST")) {
            become(faults().with(known(Json.read(request.body()))));
        }
        return Response.json(200, faults().toJson());
    }

    private static JsonNode known(JsonNode wanted) {
        wanted.propertyNames().stream()
                .filter(name -> !NAMES.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("There is no fault %s; there are %s.".formatted(name, NAMES));
                });
        return wanted;
    }

    /// A door that errs before it answers, as often as asked for.
    public Door before(Door door) {
        return request -> {
            var mishap = apiMishap();
            return mishap.isPresent() ? mishap.get() : door.answer(request);
        };
    }

    private Optional<Response> apiMishap() throws InterruptedException {
        Faults now;
        double draw;
        synchronized (this) {
            now = faults;
            draw = random.nextDouble();
        }
        if (draw < now.tooMany()) {
            return Optional.of(fault(429, "RATE_LIMITED")
                    .with("Retry-After", Long.toString(now.retryAfter().toSeconds())));
        }
        if (draw < now.tooMany() + now.broken()) {
            return Optional.of(fault(503, "SERVICE_UNAVAILABLE"));
        }
        if (draw < now.tooMany() + now.broken() + now.hang()) {
            Thread.sleep(now.hangFor());
        }
        return Optional.empty();
    }

    private static Response fault(int status, String code) {
        var error = Json.object()
                .put("category", status == 429 ? "RATE_LIMIT_ERROR" : "API_ERROR")
                .put("code", code)
                .put("detail", "A fault that was asked for.");
        return Response.json(status, Json.object().set("errors", Json.array().add(error)));
    }

    /// @param delayMillis held back for so long; zero if sent at once
    record Fate(boolean dropped, boolean twice, long delayMillis, boolean overtaken) {}
}
