package io.quartermaster.books.catalog;

import static io.quartermaster.books.Events.at;
import static io.quartermaster.books.Events.item;
import static io.quartermaster.books.Events.sale;
import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.books.TestBooks;
import io.quartermaster.journal.Follower;
import io.quartermaster.retail.Item;
import io.quartermaster.retail.RetailEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// Books that meet new names at the same moment, each in an order of its own.
class NamingTogetherTests {

    private static final int ROUNDS = 25;
    private static final int NAMES = 150;

    @Test
    void twoBooksThatMeetTheSameNewNamesNeverWaitForEachOtherForEver() throws Exception {
        try (var books = new TestBooks();
                var threads = Executors.newFixedThreadPool(2)) {
            var random = new Random(4930);
            var catalog = books.followers().stream()
                    .filter(follower -> follower.id().equals("catalog"))
                    .findFirst()
                    .orElseThrow();
            var read = 0L;
            for (var round = 0; round < ROUNDS; round++) {
                var items = new ArrayList<Item>();
                var events = new ArrayList<RetailEvent>();
                for (var number = 0; number < NAMES; number++) {
                    var sku = "R%d-N%d".formatted(round, number);
                    items.add(item(sku));
                    events.add(sale("r%d-%d".formatted(round, number), at("2026-02-10T12:00:00Z"), sku, 1));
                }
                Collections.shuffle(events, random);
                books.record(events);
                Collections.shuffle(items, random);
                var after = read;
                List<Callable<Boolean>> both = List.of(
                        () -> follow(books, catalog, after),
                        () -> !books.catalog().resolveAll(items).isEmpty());
                for (var answer : threads.invokeAll(both)) {
                    assertThat(answer.get()).isTrue(); // a dead-lock would be thrown here
                }
                read += events.size();
            }
        }
    }

    private static boolean follow(TestBooks books, Follower catalog, long after) {
        var entries = books.journal().read(after, NAMES);
        books.transaction().executeWithoutResult(_ -> catalog.follow(entries));
        return !entries.isEmpty();
    }
}
