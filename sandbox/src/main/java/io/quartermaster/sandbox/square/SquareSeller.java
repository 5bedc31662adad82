package io.quartermaster.sandbox.square;

import io.quartermaster.sandbox.hooks.Postman;
import io.quartermaster.sandbox.till.Article;
import io.quartermaster.sandbox.till.Buyer;
import io.quartermaster.sandbox.till.Place;
import io.quartermaster.sandbox.till.Sale;
import io.quartermaster.sandbox.till.StockWatcher;
import io.quartermaster.sandbox.till.Till;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The seller's books at the stand-in, and the till through which the retailer writes them. Each
/// change is told by webhook.
public final class SquareSeller implements Till {

    private static final int ORDERS_MAX = 200_000;
    private static final int CUSTOMERS_MAX = 10_000;

    private final SquareBodies bodies;
    private final SquareHooks hooks;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<String, SquareItem> items = new LinkedHashMap<>();
    private final Map<String, SquareLevel> levels = new LinkedHashMap<>();
    private final LinkedHashMap<String, SquareOrder> orders = new LinkedHashMap<>();
    private final LinkedHashMap<String, Buyer> customers = new LinkedHashMap<>();
    private Chatter chatter = Chatter.BRIEF;
    private StockWatcher watcher = StockWatcher.NOBODY;
    private Instant openedAt = Instant.EPOCH;
    private long ordersMade;

    public SquareSeller(SquareAccount account, Postman postman) {
        this.bodies = new SquareBodies(account);
        this.hooks = new SquareHooks(account, bodies, postman);
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
        newPlaces.forEach(place -> places.put(place.id(), place));
        for (var article : articles) {
            var siblings = (int) items.values().stream()
                    .filter(known -> known.article().product().equals(article.product()))
                    .count();
            var item = new SquareItem(
                    article,
                    SquareIds.of("item", article.product()),
                    SquareIds.of("variation", article.sku()),
                    SquareIds.of("category", article.category()),
                    siblings,
                    at);
            items.put(article.sku(), item);
            newPlaces.forEach(place -> levels.put(key(place.id(), article.sku()), new SquareLevel(item, place, at)));
        }
        newPlaces.forEach(place -> hooks.location(place.platformId(), at));
        hooks.catalog(at);
    }

    @Override
    public synchronized int available(String place, String sku) {
        return level(place, sku).inStock();
    }

    @Override
    public synchronized int onHand(String place, String sku) {
        return level(place, sku).inStock();
    }

    @Override
    public synchronized String sell(Sale sale) {
        if (sale.channel() == Sale.Channel.WEB) {
            throw new IllegalArgumentException("This Square account has tills only, no web shop.");
        }
        var id = SquareIds.of("order", Long.toString(ordersMade++));
        var lines = new ArrayList<SquareOrder.Line>();
        for (var sold : sale.lines()) {
            lines.add(new SquareOrder.Line(
                    "line-" + (lines.size() + 1),
                    item(sold.sku()),
                    sold.quantity(),
                    sold.unitPrice(),
                    sold.discount(),
                    ""));
        }
        var order = new SquareOrder(id, place(sale.place()), sale.at(), lines, sale.buyer(), null);
        keep(order);
        tellOrder(order);
        if (chatter == Chatter.FULL) {
            hooks.payment(order);
        }
        for (var line : lines) {
            var level = level(sale.place(), line.item().article().sku());
            level.change(-line.quantity(), sale.at());
            tellIfChatty(level);
        }
        return id;
    }

    private void keep(SquareOrder order) {
        orders.put(order.id(), order);
        if (orders.size() > ORDERS_MAX) {
            orders.remove(orders.firstEntry().getKey());
        }
        var buyer = order.buyer();
        if (buyer != null && customers.size() < CUSTOMERS_MAX) {
            customers.put(SquareBodies.customerId(buyer), buyer);
        }
    }

    private void tellOrder(SquareOrder order) {
        if (chatter == Chatter.FULL) {
            hooks.order(order, "order.created", "OPEN", SquareOrder.VERSION_OPEN);
        }
        hooks.order(order, "order.updated", "COMPLETED", SquareOrder.VERSION_COMPLETED);
    }

    @Override
    public void fulfil(String order, Instant at) {
        throw new IllegalArgumentException("Order %s was handed over at the till.".formatted(order));
    }

    @Override
    public void cancel(String order, Instant at) {
        throw new IllegalArgumentException("Order %s was paid and handed over at the till.".formatted(order));
    }

    @Override
    public synchronized void takeBack(String id, String sku, int quantity, Instant at) {
        var sold = order(id).orElseThrow(() -> new IllegalArgumentException("Square has no order %s.".formatted(id)));
        var line = sold.lines().stream()
                .filter(candidate -> candidate.item().article().sku().equals(sku))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Order %s has no %s.".formatted(id, sku)));
        if (quantity <= 0 || quantity > line.quantity() - returned(sold, line)) {
            throw new IllegalArgumentException("Of %s in order %s, %d cannot come back.".formatted(sku, id, quantity));
        }
        var discount = line.discount() * quantity / line.quantity();
        var back = new SquareOrder.Line("line-1", line.item(), quantity, line.unitPrice(), discount, line.uid());
        var order = new SquareOrder(
                SquareIds.of("order", Long.toString(ordersMade++)),
                sold.place(),
                at,
                List.of(back),
                sold.buyer(),
                sold);
        keep(order);
        tellOrder(order);
        hooks.refund(order, "refund.created", "PENDING");
        if (chatter == Chatter.FULL) {
            hooks.refund(order, "refund.updated", "COMPLETED");
        }
        var level = level(sold.place().id(), sku);
        level.change(quantity, at);
        tellIfChatty(level);
    }

    private int returned(SquareOrder sold, SquareOrder.Line line) {
        return orders.values().stream()
                .filter(order -> order.isReturnOf(sold))
                .flatMap(order -> order.lines().stream())
                .filter(back -> back.sourceUid().equals(line.uid()))
                .mapToInt(SquareOrder.Line::quantity)
                .sum();
    }

    @Override
    public synchronized void receive(String place, Map<String, Integer> units, Instant at) {
        for (var unit : units.entrySet()) {
            var level = level(place, unit.getKey());
            level.change(unit.getValue(), at);
            // A delivery closes what was ordered from the vendor: two states in one message, as in life.
            hooks.counts(
                    List.of(
                            bodies.count(level, "ORDERED_FROM_VENDOR", 0),
                            bodies.count(level, "IN_STOCK", level.inStock())),
                    at);
        }
    }

    @Override
    public synchronized void sendOff(String place, Map<String, Integer> units, Instant at) {
        units.forEach((sku, quantity) -> {
            var level = level(place, sku);
            level.change(-quantity, at);
            tell(level);
        });
    }

    @Override
    public synchronized void tellLevels(Instant at) {
        levels.values().forEach(level -> {
            level.change(0, at);
            tell(level);
        });
    }

    /// Does something that must see no sale in between.
    synchronized <T> T alone(Supplier<T> work) {
        return work.get();
    }

    /// Somebody changed the stock through the API.
    synchronized void changedByApi(SquareLevel level, int change, Instant at) {
        level.change(change, at);
        tell(level);
        watcher.changed(level.place().id(), level.item().article().sku(), change);
    }

    private void tellIfChatty(SquareLevel level) {
        if (chatter == Chatter.FULL) {
            tell(level);
        }
    }

    private void tell(SquareLevel level) {
        hooks.counts(List.of(bodies.count(level, "IN_STOCK", level.inStock())), level.calculatedAt());
    }

    SquareBodies bodies() {
        return bodies;
    }

    synchronized Instant openedAt() {
        return openedAt;
    }

    synchronized List<Place> places() {
        return List.copyOf(places.values());
    }

    synchronized List<SquareItem> items() {
        return List.copyOf(items.values());
    }

    synchronized List<SquareLevel> levels() {
        return List.copyOf(levels.values());
    }

    synchronized List<SquareOrder> orders() {
        return List.copyOf(orders.values());
    }

    synchronized Optional<SquareOrder> order(String id) {
        return Optional.ofNullable(orders.get(id));
    }

    synchronized Optional<Buyer> customer(String id) {
        return Optional.ofNullable(customers.get(id));
    }

    private Place place(String id) {
        var place = places.get(id);
        if (place == null) {
            throw new IllegalArgumentException("Square has no place %s; it has %s.".formatted(id, places.keySet()));
        }
        return place;
    }

    private SquareItem item(String sku) {
        var item = items.get(sku);
        if (item == null) {
            throw new IllegalArgumentException("Square has no variation with the SKU %s.".formatted(sku));
        }
        return item;
    }

    private SquareLevel level(String place, String sku) {
        var level = levels.get(key(place, sku));
        if (level == null) {
            throw new IllegalArgumentException("Square stocks no %s at %s.".formatted(sku, place));
        }
        return level;
    }

    private static String key(String place, String sku) {
        return place + "\n" + sku;
    }
}
