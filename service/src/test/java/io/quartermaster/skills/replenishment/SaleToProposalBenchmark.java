package io.quartermaster.skills.replenishment;

import io.micrometer.core.instrument.MeterRegistry;
import io.quartermaster.TestDatabase;
import io.quartermaster.approvals.Approvals;
import io.quartermaster.approvals.DeskFilter;
import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.suppliers.Suppliers;
import io.quartermaster.journal.Journal;
import io.quartermaster.retail.LocationId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// How long it takes from a sale to its proposal while 500 sales a second come in: 500 variants
/// of ten suppliers in one shop. Not a test: run it by name, and read what it prints.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SaleToProposalBenchmark {

    private static final int VARIANTS = 500;
    private static final int SUPPLIERS = 10;
    private static final int SALES_A_TENTH_OF_A_SECOND = 50;
    private static final int SECONDS = 30;

    @TempDir
    static Path home;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Suppliers suppliers;

    @Autowired
    private Journal journal;

    @Autowired
    private Approvals approvals;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private Clock clock;

    @DynamicPropertySource
    static void onAnEmptyDatabase(DynamicPropertyRegistry settings) {
        settings.add("quartermaster.home", home::toString);
        TestDatabase.empty(settings);
    }

    @Test
    void fiveHundredSalesASecond() throws InterruptedException {
        var place = new LocationId("high-street");
        AShop.open(catalog, place);
        var shop = new AShop(journal, clock, place);
        var skus = IntStream.range(0, VARIANTS).mapToObj(i -> "SKU-" + i).toList();
        for (int i = 0; i < SUPPLIERS; i++) {
            AShop.supplier(suppliers, "S" + i, 7);
            int supplier = i;
            AShop.terms(
                    suppliers,
                    "S" + i,
                    IntStream.range(0, VARIANTS)
                            .filter(sku -> sku % SUPPLIERS == supplier)
                            .mapToObj(skus::get)
                            .toArray(String[]::new));
        }
        shop.stockUp(skus);
        Awaitility.await()
                .pollDelay(Duration.ofSeconds(20))
                .atMost(Duration.ofMinutes(3))
                .until(() -> true);
        sell(shop, skus);
        Awaitility.await()
                .pollDelay(Duration.ofSeconds(5))
                .atMost(Duration.ofMinutes(3))
                .until(() -> true);
        print();
    }

    private void sell(AShop shop, List<String> skus) throws InterruptedException {
        var random = new Random(7);
        var next = System.nanoTime();
        for (int i = 0; i < SECONDS * 10; i++) {
            shop.sellsSome(IntStream.range(0, SALES_A_TENTH_OF_A_SECOND)
                    .mapToObj(_ -> skus.get(random.nextInt(skus.size())))
                    .toList());
            next += TimeUnit.MILLISECONDS.toNanos(100);
            TimeUnit.NANOSECONDS.sleep(Math.max(0, next - System.nanoTime()));
        }
    }

    private void print() {
        for (var name : List.of(
                "quartermaster.sale.to.proposal",
                "quartermaster.notice.to.proposal",
                "quartermaster.skills.decision")) {
            var timer = meters.get(name).timer();
            System.out.printf(
                    "%s: %d, mean %.0f ms, max %.0f ms%n",
                    name, timer.count(), timer.mean(TimeUnit.MILLISECONDS), timer.max(TimeUnit.MILLISECONDS));
            for (var value : timer.takeSnapshot().percentileValues()) {
                System.out.printf("  p%.0f %.0f ms%n", value.percentile() * 100, value.value(TimeUnit.MILLISECONDS));
            }
        }
        System.out.printf(
                "%d proposals wait%n", approvals.waiting(DeskFilter.ALL, 200).size());
    }
}
