package io.quartermaster.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.retail.RetailEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// A thousand deliveries, shuffled, each sent twice and some of them under two names, by many at
/// once: the journal holds each telling of each order once.
class ShuffledTests extends WithIntake {

    private static final int ORDERS = 250;
    private static final int TELLINGS = 4;
    private static final long SEED = 7;

    @Test
    void leavesTheSameEntriesAsASortedSingleDelivery() throws Exception {
        var deliveries = new ArrayList<Callable<Integer>>();
        var expected = new ArrayList<String>();
        for (var order = 0; order < ORDERS; order++) {
            for (var telling = 0; telling < TELLINGS; telling++) {
                var id = 50_000L + order;
                var at = Instant.parse("2024-03-01T10:00:00Z").plusSeconds(telling * 3_600L);
                var event = "shuffled-%d-%d".formatted(order, telling);
                expected.add("order/%d/%s/HANDED_OVER".formatted(id, at));
                deliveries.add(() -> sender.shopify("orders/updated", event, Messages.order(id, at.toString()))
                        .statusCode());
                deliveries.add(() -> sender.shopify("orders/paid", event, Messages.order(id, at.toString()))
                        .statusCode());
            }
        }
        Collections.shuffle(deliveries, new Random(SEED));
        deliveries.addAll(List.copyOf(deliveries));

        try (var senders = Executors.newFixedThreadPool(8)) {
            for (var answer : senders.invokeAll(deliveries)) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        untilQuiet();

        assertThat(keys()).containsExactlyInAnyOrderElementsOf(expected);
    }

    private List<String> keys() {
        Set<String> all = events().stream()
                .map(RetailEvent::origin)
                .map(origin -> origin.sourceKey())
                .collect(Collectors.toSet());
        return all.stream().filter(key -> key.matches("order/50\\d{3}/.*")).toList();
    }
}
