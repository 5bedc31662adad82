package io.quartermaster.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.books.stock.StockFilter;
import io.quartermaster.intake.ConnectionHealth;
import io.quartermaster.retail.CatalogEvent.VariantListed;
import io.quartermaster.retail.HouseEvent.HoleFilled;
import io.quartermaster.retail.RetailEvent;
import io.quartermaster.retail.SaleEvent.ReturnRecorded;
import io.quartermaster.retail.SaleEvent.SaleRecorded;
import io.quartermaster.retail.StockEvent.StockReported;
import io.quartermaster.sandbox.hooks.Faults;
import io.quartermaster.sandbox.web.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One webhook in twenty gets lost: asking the platforms once what changed makes the books those
/// of a chain whose webhooks all came, and says how many holes there were.
class MissingNewsTests {

    private static final long SEED = 20_260_701;
    private static final Instant START = Instant.parse("2026-06-01T04:00:00Z");
    private static final Duration DAYS = Duration.ofDays(4);
    private static final int ARTICLES = 12;

    @TempDir
    Path home;

    @Test
    void askingOnceMakesGoodWhatGotLostAndCountsEachHole() throws Exception {
        var undisturbed = live(Faults.NONE);
        var lossy = live(Faults.NONE.with(Json.object().put("drop", 0.05).put("seed", SEED)));

        assertThat(undisturbed.found).as("found though nothing got lost").isEmpty();
        assertThat(undisturbed.holes).isZero();
        var expected = new HashSet<>(undisturbed.lastWord);
        expected.removeAll(lossy.heard);
        assertThat(lossy.dropped).as("webhooks dropped").isPositive();
        assertThat(expected).as("things that nobody told").isNotEmpty();
        assertThat(lossy.books).isEqualTo(undisturbed.books);
        assertThat(lossy.holes).isEqualTo(expected.size());
        assertThat(lossy.journalled).isEqualTo(expected.size());
    }

    /// What a chain's life left behind.
    ///
    /// @param heard the keys of all that was told before the platforms were asked
    /// @param found the keys of what asking added to that
    /// @param lastWord the key of the last word on each thing
    /// @param books on hand, committed and sold by location and SKU
    /// @param holes as the connections show them
    /// @param journalled as the journal has them
    private record Life(
            Set<String> heard,
            Set<String> found,
            Set<String> lastWord,
            Map<String, String> books,
            long holes,
            long journalled,
            long dropped) {}

    private Life live(Faults faults) throws Exception {
        try (var chain = new SimulatedChain(SEED, ARTICLES, START, Duration.ofDays(365));
                var service = ServiceInATest.start(
                        chain.servicePort,
                        Files.createTempDirectory(home, "service-"),
                        ServiceInATest.database(),
                        chain.clock,
                        settings(chain))) {
            chain.open();
            chain.err(faults);
            chain.liveUntil(START.plus(DAYS), Duration.ofHours(2));
            chain.awaitDelivered();
            service.awaitQuiet();
            chain.err(Faults.NONE);
            var heard = keys(service);
            chain.clock.set(START.plus(DAYS).plusSeconds(60));
            service.reconcile();
            var after = service.events();
            var found = keys(service);
            found.removeAll(heard);
            found.removeIf(key -> key.startsWith("desk ")); // proposals go on being made
            return new Life(
                    heard,
                    found,
                    lastWords(after),
                    books(service),
                    service.asked().stream().mapToLong(ConnectionHealth::holes).sum(),
                    after.stream()
                            .filter(HoleFilled.class::isInstance)
                            .mapToLong(hole -> ((HoleFilled) hole).entries())
                            .sum(),
                    chain.postman.counts().dropped());
        }
    }

    private static Map<String, String> settings(SimulatedChain chain) {
        var settings = new HashMap<>(chain.connections());
        settings.put("quartermaster.reconcile.every", "1h");
        settings.put("quartermaster.reconcile.settle", "0s");
        settings.put("quartermaster.intake.replay-window", "30d");
        return settings;
    }

    /// Of each sale, level and variant the newest telling; of returns all.
    private static Set<String> lastWords(List<RetailEvent> events) {
        var newest = new HashMap<String, RetailEvent>();
        for (var event : events) {
            var thing =
                    switch (event) {
                        case SaleRecorded sale -> "sale " + sale.receipt();
                        case ReturnRecorded back -> "return " + back.id();
                        case StockReported level -> "level %s %s".formatted(level.location(), level.item());
                        case VariantListed variant -> "variant " + variant.item();
                        case RetailEvent _ -> "";
                    };
            if (!thing.isEmpty()) {
                newest.merge(thing, event, (one, other) -> asOf(other).isBefore(asOf(one)) ? one : other);
            }
        }
        return newest.values().stream().map(MissingNewsTests::key).collect(Collectors.toSet());
    }

    private static Instant asOf(RetailEvent event) {
        return event instanceof SaleRecorded sale ? sale.asOf() : event.origin().occurredAt();
    }

    private static Set<String> keys(ServiceInATest service) {
        return service.events().stream().map(MissingNewsTests::key).collect(Collectors.toCollection(HashSet::new));
    }

    private static String key(RetailEvent event) {
        return event.origin().source() + " " + event.origin().sourceKey();
    }

    private static Map<String, String> books(ServiceInATest service) {
        var books = new TreeMap<String, String>();
        var variants = new HashMap<String, String>();
        service.catalog()
                .search("", 500)
                .forEach(variant -> variants.put(variant.id().value(), String.valueOf(variant.sku())));
        for (var position : service.stock().search(StockFilter.everything(), 1_000)) {
            var key =
                    position.location() + " " + variants.get(position.variant().value());
            books.put(key, "%s on hand, %s committed".formatted(position.onHand(), position.committed()));
        }
        assertThat(books).as("positions").hasSizeGreaterThan(ARTICLES);
        return books;
    }
}
