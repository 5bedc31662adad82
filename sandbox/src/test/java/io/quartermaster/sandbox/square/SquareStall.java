package io.quartermaster.sandbox.square;

import io.quartermaster.sandbox.demo.RecordingService;
import io.quartermaster.sandbox.hooks.Faults;
import io.quartermaster.sandbox.hooks.Mishaps;
import io.quartermaster.sandbox.hooks.Postman;
import io.quartermaster.sandbox.hooks.ScaledClock;
import io.quartermaster.sandbox.till.Article;
import io.quartermaster.sandbox.till.Buyer;
import io.quartermaster.sandbox.till.Place;
import io.quartermaster.sandbox.till.Sale;
import io.quartermaster.sandbox.web.Json;
import io.quartermaster.sandbox.web.Request;
import io.quartermaster.sandbox.web.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// A small seller at the stand-in: one shop, two sizes of one thing, ten of the small one.
final class SquareStall implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    static final String URL = "https://service.example.org/hooks/square-main";
    private static final Currency POUNDS = Currency.getInstance("GBP");
    private static final Buyer BUYER = new Buyer(
            4,
            "Amara",
            "Quayle",
            "amara@example.org",
            "+447700900123",
            new Place.Address("1 Elm Grove", "X", "ZZ9", "GB"));

    final RecordingService service = new RecordingService(0);
    final SquareSeller seller;
    private final Postman postman;
    private final SquareDoor door;

    SquareStall() {
        var clock = new ScaledClock(InstantSource.fixed(NOON), NOON, NOON, 1440);
        postman = new Postman(clock, new Mishaps(Faults.NONE), 4);
        var account = new SquareAccount(
                "MSTALL", "Stall", "token", "key", service.url().resolve("/hooks/square-main"), URL, POUNDS);
        seller = new SquareSeller(account, postman);
        door = new SquareDoor(account, seller, clock);
        var address = new Place.Address("1 High Street", "Saltmarsh", "ZZ9 1XX", "GB");
        var place = new Place("shop", "LSHOP", "Shop", address, ZoneId.of("Europe/London"), false);
        seller.open(List.of(place), List.of(sock("M"), sock("L")), NOON);
        seller.receive("shop", Map.of("SOCK-M", 10), NOON);
    }

    private static Article sock(String size) {
        return new Article("SOCK-" + size, "Boot Socks", size, "Textiles", "Weft", 1250, 20, "9520041000001", POUNDS);
    }

    String sell(int quantity) {
        var line = new Sale.Line("SOCK-M", quantity, 1250, 0);
        return seller.sell(new Sale("shop", NOON, Sale.Channel.SHOP, List.of(line), BUYER));
    }

    String variation() {
        return SquareIds.of("variation", "SOCK-M");
    }

    int socks() {
        return seller.available("shop", "SOCK-M");
    }

    JsonNode get(String path) {
        return Json.read(answer("GET", path, "", "token").body());
    }

    JsonNode post(String path, String body) {
        return Json.read(answer("POST", path, body, "token").body());
    }

    Response answer(String method, String path, String body, String token) {
        return door.answer(new Request(
                method,
                URI.create("http://x" + path),
                Map.of("authorization", "Bearer " + token),
                body.getBytes(StandardCharsets.UTF_8)));
    }

    List<Request> hooks(String type) throws InterruptedException {
        postman.awaitEmpty(Duration.ofSeconds(20));
        return service.hooks("square-main", type);
    }

    @Override
    public void close() {
        postman.close();
        service.close();
    }
}
