package io.quartermaster.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quartermaster.journal.Follower;
import io.quartermaster.retail.Money;
import io.quartermaster.retail.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A real retailer's sales come out of the books to the unit and to the penny, and fast enough.
///
/// The first 3,000 invoices; `-Dbooks.invoices=100000` takes all of them and prints what each
/// book can read in a second.
class RealRetailerTests {

    private static final int INVOICES = Integer.getInteger("books.invoices", 3_000);
    private static final int BATCH = 500;
    private static final int PAGE = 1_000;

    @Test
    void totalsAgreeToTheUnitAndThePenny() throws IOException {
        assumeTrue(Files.exists(RealRetailer.file()), "the retailer's file is not here: " + RealRetailer.file());
        var shop = RealRetailer.read(INVOICES);
        try (var books = new TestBooks()) {
            books.deliver(List.of(), new Random(1), BATCH);
            var follow = new HashMap<String, Long>();
            read(books, shop, follow);
            var begun = System.nanoTime();
            var found = totals(books);
            System.out.printf("%,d totals in %,d ms%n", found.size(), millisSince(begun));

            assertThat(found).hasSameSizeAs(shop.totals);
            shop.totals.forEach((label, total) -> assertThat(found.get(label))
                    .as(label)
                    .isEqualTo(List.of(
                            Quantity.each(total.sold),
                            Quantity.each(total.returned),
                            new Money(total.pennies, Events.GBP))));
            assertThat(refused(books)).isEqualTo(shop.refused);
            assertThat(books.stock().check().none()).isTrue();
            follow.forEach((book, millis) -> System.out.printf(
                    "%s: %,d entries in %,d ms, %,d a second%n",
                    book, books.journal().head(), millis, books.journal().head() * 1_000 / Math.max(1, millis)));
        }
    }

    /// One book after the other, in full batches, with a look at the clock.
    private static void read(TestBooks books, RealRetailer shop, Map<String, Long> follow) {
        for (int from = 0; from < shop.events.size(); from += BATCH) {
            books.record(shop.events.subList(from, Math.min(shop.events.size(), from + BATCH)));
        }
        for (Follower follower : books.followers()) {
            var begun = System.nanoTime();
            for (long after = 0; after < books.journal().head(); ) {
                var entries = books.journal().read(after, BATCH);
                books.transaction().executeWithoutResult(_ -> follower.follow(entries));
                follower.committed();
                after = entries.getLast().sequence();
            }
            follow.put(follower.id(), millisSince(begun));
        }
    }

    private static Map<String, List<Object>> totals(TestBooks books) {
        var found = new HashMap<String, List<Object>>();
        var cursor = "";
        for (var page = books.sales().totalsBySku(Events.SHOP, cursor, PAGE);
                !page.isEmpty();
                page = books.sales().totalsBySku(Events.SHOP, cursor, PAGE)) {
            page.forEach(it -> found.put(it.label(), List.of(it.unitsSold(), it.unitsReturned(), it.revenue())));
            cursor = page.getLast().cursor();
        }
        return found;
    }

    private static int refused(TestBooks books) {
        int count = 0;
        var cursor = "";
        for (var page = books.sales().refusedLines(Events.SHOP, cursor, PAGE);
                !page.isEmpty();
                page = books.sales().refusedLines(Events.SHOP, cursor, PAGE)) {
            count += page.size();
            cursor = page.getLast().cursor();
        }
        return count;
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }
}
