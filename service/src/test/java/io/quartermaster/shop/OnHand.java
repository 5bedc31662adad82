package io.quartermaster.shop;

import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Sku;
import io.quartermaster.retail.TransferEvent.TransferApproved;
import io.quartermaster.retail.TransferEvent.TransferCancelled;
import io.quartermaster.sandbox.retailer.Chain;
import io.quartermaster.sandbox.retailer.Site.Platform;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// What is on hand, by location and SKU: as our books have it, and as the platforms do.
final class OnHand {

    private OnHand() {}

    /// Goods that left a place for a transfer.
    record Departure(String place, String sku, int quantity) {}

    /// What our books have on hand, without what they still promise to a transfer: Shopify tells
    /// what is available, we add what is promised, and no platform tells us that a transfer was
    /// shipped.
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
        transfers(service).stream()
                .filter(line -> Chain.placesOn(Platform.SHOPIFY).stream()
                        .anyMatch(place -> place.id().equals(line.place())))
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
        var cancelled = events.stream()
                .filter(TransferCancelled.class::isInstance)
                .map(event -> ((TransferCancelled) event).transfer())
                .toList();
        return events.stream()
                .filter(TransferApproved.class::isInstance)
                .map(TransferApproved.class::cast)
                .filter(transfer -> !cancelled.contains(transfer.transfer()))
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
}
