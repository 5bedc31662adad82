package io.quartermaster.sandbox.shopify;

import io.quartermaster.sandbox.hooks.Postman;
import io.quartermaster.sandbox.shopify.ShopifyOrder.Line;
import io.quartermaster.sandbox.shopify.ShopifyOrder.Refund;
import io.quartermaster.sandbox.shopify.ShopifyOrder.RefundLine;
import io.quartermaster.sandbox.till.Article;
import io.quartermaster.sandbox.till.Place;
import io.quartermaster.sandbox.till.Sale;
import io.quartermaster.sandbox.till.StockWatcher;
import io.quartermaster.sandbox.till.Till;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The shop's books at the stand-in, and the till through which the retailer writes them. Each
/// change is told by webhook.
public final class ShopifyShop implements Till {

    private static final int ORDERS_MAX = 200_000;
    private static final long ORDER_ID_FIRST = 5_900_000_000_001L;
    private static final long LINE_ID_FIRST = 14_200_000_000_001L;
    private static final long REFUND_ID_FIRST = 940_000_000_001L;
    private static final int ORDER_NUMBER_FIRST = 1001;

    private final ShopifyBodies bodies;
    private final ShopifyOrderBody orderBody;
    private final ShopifyHooks hooks;
    private final ShopifyCatalog catalog = new ShopifyCatalog();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<String, ShopifyLevel> levels = new LinkedHashMap<>();
    private final LinkedHashMap<Long, ShopifyOrder> orders = new LinkedHashMap<>();
    private Chatter chatter = Chatter.BRIEF;
    private StockWatcher watcher = StockWatcher.NOBODY;
    private Later later = (_, _) -> {};
    private Instant openedAt = Instant.EPOCH;
    private long ordersMade;
    private long linesMade;
    private long refundsMade;

    public ShopifyShop(ShopifyAccount account, Postman postman) {
        this.bodies = new ShopifyBodies(account);
        this.orderBody = new ShopifyOrderBody(account, bodies);
        this.hooks = new ShopifyHooks(account, postman);
    }

    /// Who is asked to do something later, such as to let a transfer arrive.
    public synchronized void laterBy(Later wanted) {
        later = wanted;
    }

    public synchronized void watchedBy(StockWatcher stockWatcher) {
        watcher = stockWatcher;
    }

    @Override
    public synchronized void chatter(Chatter wanted) {
        chatter = wanted;
    }

    @Override
    public synchronized void open(List<Place> newPlaces, List<Article> articles, Instant at) {
        openedAt = at;
        for (var place : newPlaces) {
            places.put(place.id(), place);
            hooks.tell("locations/create", ShopifyHooks.newEvent(), at, bodies.location(place, at));
        }
        for (var article : articles) {
            var item = catalog.add(article, at);
            newPlaces.forEach(place -> levels.put(key(place.id(), article.sku()), new ShopifyLevel(item, place, at)));
        }
        for (var product : catalog.products()) {
            hooks.tell("products/create", ShopifyHooks.newEvent(), at, bodies.product(catalog.ofProduct(product), at));
        }
    }

    @Override
    public synchronized int available(String place, String sku) {
        return level(place, sku).available();
    }

    @Override
    public synchronized int onHand(String place, String sku) {
        return level(place, sku).quantity("on_hand");
    }

    @Override
    public synchronized String sell(Sale sale) {
        var lines = new ArrayList<Line>();
        for (var sold : sale.lines()) {
            lines.add(new Line(LINE_ID_FIRST + linesMade++, catalog.bySku(sold.sku()), sold));
        }
        var order = new ShopifyOrder(
                ORDER_ID_FIRST + ordersMade * 7, // ids have gaps, as in life
                ORDER_NUMBER_FIRST + (int) ordersMade++,
                sale,
                place(sale.place()),
                lines);
        orders.put(order.id(), order);
        if (orders.size() > ORDERS_MAX) {
            orders.remove(orders.firstEntry().getKey());
        }
        var event = ShopifyHooks.newEvent();
        for (var topic : ShopifyOrderBody.topicsOfSale(chatter == Chatter.FULL)) {
            hooks.tell(topic, event, sale.at(), orderBody.of(order));
        }
        for (var line : lines) {
            var level = level(sale.place(), line.sold().sku());
            level.changeAvailable(-line.sold().quantity(), sale.at());
            if (!order.isPos()) {
                level.changeCommitted(line.sold().quantity(), sale.at());
            }
            tellIfChatty(level);
        }
        return Long.toString(order.id());
    }

    @Override
    public synchronized void fulfil(String id, Instant at) {
        var order = order(id);
        if (!order.isOpen()) {
            return;
        }
        order.fulfil(at);
        order.lines()
                .forEach(line -> level(order.sale().place(), line.sold().sku())
                        .changeCommitted(-line.sold().quantity(), at));
        var event = ShopifyHooks.newEvent();
        hooks.tell("orders/updated", event, at, orderBody.of(order));
        if (chatter == Chatter.FULL) {
            hooks.tell("orders/fulfilled", event, at, orderBody.of(order));
        }
    }

    @Override
    public synchronized void cancel(String id, Instant at) {
        var order = order(id);
        if (!order.isOpen()) {
            return;
        }
        var lines = order.lines().stream()
                .map(line -> refundLine(order, line, line.sold().quantity(), "cancel"))
                .toList();
        order.cancel(at);
        var refund = refunded(order, at, "cancelled by the customer", lines);
        for (var line : order.lines()) {
            var level = level(order.sale().place(), line.sold().sku());
            level.changeCommitted(-line.sold().quantity(), at);
            level.changeAvailable(line.sold().quantity(), at);
            tell(level);
        }
        hooks.tell("refunds/create", ShopifyHooks.newEvent(), at, bodies.refund(order, refund));
        hooks.tell("orders/cancelled", ShopifyHooks.newEvent(), at, orderBody.of(order));
    }

    @Override
    public synchronized void takeBack(String id, String sku, int quantity, Instant at) {
        var order = order(id);
        var line = order.lines().stream()
                .filter(sold -> sold.sold().sku().equals(sku))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Order %s has no %s.".formatted(id, sku)));
        var refund = refunded(order, at, "changed their mind", List.of(refundLine(order, line, quantity, "return")));
        var level = level(order.sale().place(), sku);
        level.changeAvailable(quantity, at);
        hooks.tell("refunds/create", ShopifyHooks.newEvent(), at, bodies.refund(order, refund));
        if (chatter == Chatter.FULL) {
            hooks.tell("orders/updated", ShopifyHooks.newEvent(), at, orderBody.of(order));
        }
        tellIfChatty(level);
    }

    private RefundLine refundLine(ShopifyOrder order, Line line, int quantity, String restock) {
        if (quantity <= 0 || quantity > order.current(line)) {
            throw new IllegalArgumentException("Of %s in order %s, %d cannot come back."
                    .formatted(line.sold().sku(), order.name(), quantity));
        }
        var amount = line.amountOf(quantity, order.refunded(line));
        return new RefundLine(REFUND_ID_FIRST + 500_000_000L + refundsMade++, line, quantity, amount, restock);
    }

    private Refund refunded(ShopifyOrder order, Instant at, String note, List<RefundLine> lines) {
        var refund = new Refund(REFUND_ID_FIRST + refundsMade++, at, note, lines);
        order.refund(refund);
        return refund;
    }

    @Override
    public synchronized void receive(String place, Map<String, Integer> units, Instant at) {
        units.forEach((sku, quantity) -> change(level(place, sku), quantity, at));
    }

    @Override
    public synchronized void tellLevels(Instant at) {
        levels.values().forEach(level -> {
            level.changeAvailable(0, at);
            tell(level);
        });
    }

    /// Does something that must see no sale in between.
    synchronized <T> T alone(Supplier<T> work) {
        return work.get();
    }

    /// Somebody changed the stock through the API.
    synchronized void changedByApi(ShopifyLevel level, int change, Instant at) {
        change(level, change, at);
        watcher.changed(level.place().id(), level.item().article().sku(), change);
    }

    private void change(ShopifyLevel level, int change, Instant at) {
        level.changeAvailable(change, at);
        tell(level);
    }

    private void tellIfChatty(ShopifyLevel level) {
        if (chatter == Chatter.FULL) {
            tell(level);
        }
    }

    private void tell(ShopifyLevel level) {
        hooks.tell("inventory_levels/update", ShopifyHooks.newEvent(), level.updatedAt(), bodies.level(level));
    }

    /// Goods leave `from` at once and reach `to` at `arrives`.
    synchronized void transfer(ShopifyLevel from, ShopifyLevel to, int quantity, Instant at, Instant arrives) {
        to.changeIncoming(quantity, at);
        changedByApi(from, -quantity, at);
        later.plan(arrives, () -> arrive(to, quantity, arrives));
    }

    private synchronized void arrive(ShopifyLevel to, int quantity, Instant at) {
        to.changeIncoming(-quantity, at);
        changedByApi(to, quantity, at);
    }

    synchronized Instant openedAt() {
        return openedAt;
    }

    ShopifyCatalog catalog() {
        return catalog;
    }

    ShopifyHooks hooks() {
        return hooks;
    }

    synchronized List<Place> places() {
        return List.copyOf(places.values());
    }

    synchronized List<ShopifyLevel> levels() {
        return List.copyOf(levels.values());
    }

    synchronized List<ShopifyOrder> orders() {
        return List.copyOf(orders.values());
    }

    private Place place(String id) {
        var place = places.get(id);
        if (place == null) {
            throw new IllegalArgumentException("Shopify has no place %s; it has %s.".formatted(id, places.keySet()));
        }
        return place;
    }

    private ShopifyLevel level(String place, String sku) {
        var level = levels.get(key(place, sku));
        if (level == null) {
            throw new IllegalArgumentException("Shopify stocks no %s at %s.".formatted(sku, place));
        }
        return level;
    }

    private ShopifyOrder order(String id) {
        var order = orders.get(Long.parseLong(id));
        if (order == null) {
            throw new IllegalArgumentException("Shopify has no order %s.".formatted(id));
        }
        return order;
    }

    private static String key(String place, String sku) {
        return place + "\n" + sku;
    }

    /// Plans something to be done at a time.
    @FunctionalInterface
    public interface Later {

        void plan(Instant at, Runnable what);
    }
}
