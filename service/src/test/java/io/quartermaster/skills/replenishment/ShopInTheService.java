package io.quartermaster.skills.replenishment;

import io.quartermaster.TestDatabase;
import io.quartermaster.approvals.Approvals;
import io.quartermaster.approvals.DeskFilter;
import io.quartermaster.approvals.DeskItem;
import io.quartermaster.approvals.ProposalState;
import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.stock.Stock;
import io.quartermaster.books.suppliers.Suppliers;
import io.quartermaster.journal.Journal;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.RetailAction.OrderFromSupplier;
import io.quartermaster.retail.RetailAction.OrderLine;
import io.quartermaster.skills.Skills;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The whole service on an empty database, and what stories about it need. Each story has a
/// supplier of its own.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class ShopInTheService {

    static final LocationId HIGH_STREET = new LocationId("high-street");
    static final LocationId HARBOUR = new LocationId("harbour");

    /// Builds share their machine: what takes a tenth of a second may take a while.
    static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    static Path home;

    @Autowired
    Catalog catalog;

    @Autowired
    Suppliers suppliers;

    @Autowired
    Journal journal;

    @Autowired
    Approvals approvals;

    @Autowired
    Skills skills;

    @Autowired
    Stock stock;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @DynamicPropertySource
    static void onAnEmptyDatabase(DynamicPropertyRegistry settings) {
        settings.add("quartermaster.home", home::toString);
        TestDatabase.empty(settings);
    }

    AShop shop(LocationId location, String supplier) {
        AShop.open(catalog, location);
        AShop.supplier(suppliers, supplier, 7);
        return new AShop(journal, clock, location);
    }

    /// Until what was told has been booked and looked at.
    void quiet() {
        Awaitility.await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
    }

    DeskItem awaitOrder(String supplier) {
        return await(() -> order(supplier));
    }

    static DeskItem await(java.util.function.Supplier<Optional<DeskItem>> wanted) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(wanted::get, Optional::isPresent)
                .orElseThrow();
    }

    Optional<DeskItem> order(String supplier) {
        return waiting().stream()
                .filter(item -> item.state() == ProposalState.WAITING)
                .filter(item -> item.proposal().about().equals("order/" + supplier + "/high-street"))
                .findFirst();
    }

    List<DeskItem> waiting() {
        return approvals.waiting(DeskFilter.ALL, 200);
    }

    static List<OrderLine> lines(DeskItem item) {
        return ((OrderFromSupplier) item.proposal().action()).lines();
    }
}
