package io.quartermaster.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.retail.Money;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.RetailEvent;
import io.quartermaster.retail.SaleEvent.SaleLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A busy shop: sales of two lines over a thousand variants, every fourth followed by what the
/// shop's own system believes is there. Prints what each book can read in a second.
class BusyShopTests {

    private static final int SALES = Integer.getInteger("books.sales", 2_000);
    private static final int BATCH = 500;

    @Test
    void theBooksKeepUpWithABusyShop() {
        try (var books = new TestBooks()) {
            var story = story(new Random(7));
            for (int from = 0; from < story.size(); from += BATCH) {
                books.record(story.subList(from, Math.min(story.size(), from + BATCH)));
            }
            for (var follower : books.followers()) {
                var begun = System.nanoTime();
                for (long after = 0; after < books.journal().head(); ) {
                    var entries = books.journal().read(after, BATCH);
                    books.transaction().executeWithoutResult(_ -> follower.follow(entries));
                    follower.committed();
                    after = entries.getLast().sequence();
                }
                long millis = Math.max(1, (System.nanoTime() - begun) / 1_000_000);
                System.out.printf(
                        "busy shop, %s: %,d entries in %,d ms, %,d a second%n",
                        follower.id(), story.size(), millis, story.size() * 1_000L / millis);
            }
            assertThat(books.stock().check().none()).isTrue();
            assertThat(books.sales().recent(5)).hasSize(5);
        }
    }

    private static List<RetailEvent> story(Random random) {
        var story = new ArrayList<RetailEvent>();
        var at = Instant.parse("2026-02-10T08:00:00Z");
        for (int i = 0; i < SALES; i++) {
            var first = "SKU-" + random.nextInt(1_000);
            var second = Events.item("SKU-" + random.nextInt(1_000));
            var more = new SaleLine("2", second, Quantity.each(2), new Money(450, Events.GBP));
            story.add(Events.withMore(Events.sale("R" + i, at, first, 1), more));
            at = at.plusMillis(20);
            if (i % 4 == 0) {
                story.add(Events.reported(at, first, random.nextInt(50)));
            }
        }
        return story;
    }
}
