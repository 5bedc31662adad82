package io.quartermaster.shop;

import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.RetailEvent;
import io.quartermaster.retail.Sku;
import io.quartermaster.retail.TransferEvent.TransferApproved;
import io.quartermaster.retail.TransferEvent.TransferBooked;
import io.quartermaster.retail.TransferEvent.TransferCancelled;
import io.quartermaster.retail.TransferEvent.TransferReceived;
import io.quartermaster.retail.TransferId;
import io.quartermaster.sandbox.retailer.Chain;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is on hand, by location and SKU: as our books have it, and as the platforms do.
final class OnHand {

    private OnHand() {}

    /// Goods that left a place for a transfer.
    record Departure(String place, String sku, int quantity) {}

    /// What our books have on hand, without what is on the road between two of Shopify's places:
    /// there it is off the shelf when it leaves, here when it comes in.
    static Map<String, Integer> here(SimulatedChain chain, ServiceInATest service) {
        var found = new TreeMap<String, Integer>();
        for (var site : Chain.SITES) {
            for (var article : chain.assortment.articles()) {
                var variant = service.catalog().bySku(new Sku(article.sku())).orElseThrow();
                var position = service.stock().position(variant, new LocationId(site.ours()));
                found.put(
                        site.ours() + " " + article.sku(),
                        position.map(it -> it.onHand().amount().intValueExact()).orElse(0));
            }
        }
        onTheRoad(service)
                .forEach(line -> found.merge(line.place() + " " + line.sku(), -line.quantity(), Integer::sum));
        return found;
    }

    static Map<String, Integer> there(SimulatedChain chain) {
        var found = new TreeMap<String, Integer>();
        for (var site : Chain.SITES) {
            var till = Objects.requireNonNull(chain.platforms.tills().get(site.platform()));
            for (var article : chain.assortment.articles()) {
                found.put(
                        site.ours() + " " + article.sku(),
                        till.onHand(site.place().id(), article.sku()));
            }
        }
        return found;
    }

    /// The lines of all transfers that were approved and not called off.
    static List<Departure> transfers(ServiceInATest service) {
        var events = service.events();
        var cancelled = all(TransferCancelled.class, events)
                .map(TransferCancelled::transfer)
                .collect(Collectors.toSet());
        return lines(service, events, transfer -> !cancelled.contains(transfer));
    }

    private static List<Departure> onTheRoad(ServiceInATest service) {
        var events = service.events();
        var shipped =
                all(TransferBooked.class, events).map(TransferBooked::transfer).collect(Collectors.toSet());
        all(TransferReceived.class, events).map(TransferReceived::transfer).forEach(shipped::remove);
        return lines(service, events, shipped::contains);
    }

    private static List<Departure> lines(
            ServiceInATest service, List<RetailEvent> events, Predicate<TransferId> wanted) {
        return all(TransferApproved.class, events)
                .filter(transfer -> wanted.test(transfer.transfer()))
                .flatMap(transfer -> transfer.lines().stream()
                        .map(line -> new Departure(
                                transfer.from().value(),
                                String.valueOf(service.catalog()
                                        .variant(line.variant())
                                        .orElseThrow()
                                        .sku()),
                                line.quantity().amount().intValueExact())))
                .toList();
    }

    private static <T> Stream<T> all(Class<T> kind, List<RetailEvent> events) {
        return events.stream().filter(kind::isInstance).map(kind::cast);
    }
}
