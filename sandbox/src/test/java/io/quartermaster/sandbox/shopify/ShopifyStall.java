package io.quartermaster.sandbox.shopify;

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
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// A small shop at the stand-in: two places, two articles, ten of each at the quay.
final class ShopifyStall implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    static final Currency POUNDS = Currency.getInstance("GBP");
    static final Article MUG = new Article(
            "MUG-BLUE", "Stoneware Mug", "Sea Blue", "Tableware", "Penhallow", 1200, 20, "9520041000100", POUNDS);
    static final Article COFFEE = new Article(
            "COFFEE", "House Blend", Article.ONLY_OPTION, "Pantry", "Oak & Ember", 850, 0, "9520041000308", POUNDS);
    static final Buyer BUYER = new Buyer(
            4,
            "Amara",
            "Quayle",
            "amara@example.org",
            "+447700900123",
            new Place.Address("1 Elm Grove", "X", "ZZ9", "GB"));

    final RecordingService service = new RecordingService(0);
    final ShopifyAccount account;
    final ShopifyShop shop;
    final List<Runnable> later = new ArrayList<>();
    private final Postman postman;
    private final ScaledClock clock = new ScaledClock(InstantSource.fixed(NOON), NOON, NOON, 1440);
    private final ShopifyDoor door;

    ShopifyStall() {
        this(new CostThrottle(1000, 100, InstantSource.fixed(NOON)));
    }

    ShopifyStall(CostThrottle throttle) {
        postman = new Postman(clock, new Mishaps(Faults.NONE), 4);
        account = new ShopifyAccount(
                "stall.myshopify.com",
                "Stall",
                "token",
                "secret",
                service.url().resolve("/hooks/shopify-main"),
                POUNDS,
                ZoneId.of("Europe/London"));
        shop = new ShopifyShop(account, postman);
        shop.laterBy((_, what) -> later.add(what));
        door = new ShopifyDoor(account, shop, throttle, clock);
        shop.open(List.of(place("quay", "501", false), place("barn", "502", true)), List.of(MUG, COFFEE), NOON);
        shop.receive("quay", Map.of(MUG.sku(), 10, COFFEE.sku(), 10), NOON);
    }

    private static Place place(String id, String number, boolean online) {
        var address = new Place.Address("1 Quay Lane", "Saltmarsh", "ZZ9 1XX", "GB");
        return new Place(id, number, id, address, ZoneId.of("Europe/London"), online);
    }

    static Sale sale(String place, Sale.Channel channel, Sale.Line... lines) {
        return new Sale(place, NOON, channel, List.of(lines), BUYER);
    }

    /// Asks, with `?` in the query standing for the mug's item and the quay.
    JsonNode ask(String query) {
        return ask(query, "token");
    }

    JsonNode ask(String query, String token) {
        var item = shop.catalog().bySku(MUG.sku()).itemId();
        var where = "inventoryItemId: \"gid://shopify/InventoryItem/%d\", locationId: \"gid://shopify/Location/501\""
                .formatted(item);
        var body = Json.object().put("query", query.replace("?", where));
        var request = new Request(
                "POST", URI.create(ShopifyDoor.PATH), Map.of("x-shopify-access-token", token), Json.bytes(body));
        return Json.read(door.answer(request).body());
    }

    int mugs() {
        return shop.available("quay", MUG.sku());
    }

    List<Request> hooks(String topic) throws InterruptedException {
        postman.awaitEmpty(Duration.ofSeconds(20));
        return service.hooks("shopify-main", topic);
    }

    @Override
    public void close() {
        postman.close();
        service.close();
    }
}
