package io.quartermaster.skills.replenishment;

import static io.quartermaster.retail.Quantity.each;
import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.TestDatabase;
import io.quartermaster.approvals.Approvals;
import io.quartermaster.approvals.DeskFilter;
import io.quartermaster.approvals.DeskItem;
import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.stock.Stock;
import io.quartermaster.books.suppliers.Suppliers;
import io.quartermaster.journal.Journal;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.RetailAction.OrderFromSupplier;
import io.quartermaster.retail.RetailAction.OrderLine;
import io.quartermaster.retail.RetailAction.TransferStock;
import io.quartermaster.retail.Sku;
import io.quartermaster.retail.UserId;
import io.quartermaster.skills.Skills;
import io.quartermaster.skills.Watched;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The whole way from a sale to a proposal on the desk, in the service itself; each story has a
/// supplier of its own.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ReplenishmentModuleTests {

    private static final LocationId HIGH_STREET = new LocationId("high-street");
    private static final LocationId HARBOUR = new LocationId("harbour");

    /// Builds share their machine: what takes a tenth of a second may take a while.
    private static final Duration PATIENCE = Duration.ofSeconds(90);

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
    private Skills skills;

    @Autowired
    private Stock stock;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Clock clock;

    @DynamicPropertySource
    static void onAnEmptyDatabase(DynamicPropertyRegistry settings) {
        var access = TestDatabase.empty();
        settings.add("quartermaster.home", home::toString);
        settings.add("quartermaster.database.url", access::url);
        settings.add("quartermaster.database.user", access::user);
        settings.add("quartermaster.database.password", access::password);
    }

    @Test
    void aSaleAloneLeadsToAnOrderThatSaysWhy() {
        var shop = shop(HIGH_STREET, "SALE");
        AShop.terms(suppliers, "SALE", "S-1");
        shop.lists("S-1");
        shop.hasSold("S-1", 5);
        shop.holds("S-1", 500, clock.instant());
        quiet();
        assertThat(order("SALE")).isEmpty();

        var story = shop.sells("S-1", 490);

        var item = awaitOrder("SALE");
        assertThat(item.correlation()).isEqualTo(story);
        assertThat(item.proposal().because()).startsWith("S-1: 10 units there or coming, and the reorder point is ");
        assertThat(lines(item))
                .singleElement()
                .satisfies(line -> assertThat(line.quantity().amount().intValueExact() % 12)
                        .isZero());
        assertThat(skills.explain(item.id()).orElseThrow().isSame()).isTrue();
    }

    @Test
    void aSecondNeedJoinsTheOpenDraft() {
        var shop = shop(HIGH_STREET, "JOIN");
        AShop.terms(suppliers, "JOIN", "J-2");
        for (var sku : List.of("J-1", "J-2")) {
            shop.lists(sku);
            shop.hasSold(sku, 6);
            shop.holds(sku, 400, clock.instant());
        }
        AShop.terms(suppliers, "JOIN", "J-1");
        quiet();
        shop.sells("J-1", 395);
        var first = awaitOrder("JOIN");

        shop.sells("J-2", 395);

        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            var item = order("JOIN").orElseThrow();
            assertThat(item.id()).isEqualTo(first.id());
            assertThat(lines(item)).extracting(line -> line.sku().value()).containsExactlyInAnyOrder("J-1", "J-2");
        });
    }

    @Test
    void aShopWithPlentyHelpsBeforeAnythingIsBought() {
        var shop = shop(HIGH_STREET, "HELP");
        AShop.open(catalog, HARBOUR);
        var harbour = new AShop(journal, clock, HARBOUR);
        shop.lists("H-1");
        shop.hasSold("H-1", 4);
        shop.holds("H-1", 300, clock.instant());
        harbour.hasSold("H-1", 1);
        harbour.holds("H-1", 3_000, clock.instant());
        AShop.terms(suppliers, "HELP", "H-1");
        quiet();

        shop.sells("H-1", 295);

        var item = await(() -> waiting().stream()
                .filter(one -> one.proposal().about().startsWith("transfer/HELP/"))
                .findFirst());
        assertThat(item.proposal().action())
                .isInstanceOfSatisfying(
                        TransferStock.class,
                        transfer -> assertThat(transfer.from()).isEqualTo(HARBOUR));
        assertThat(order("HELP")).isEmpty();
    }

    @Test
    void whatWasJustApprovedIsNotOrderedAgain() {
        database.sql("""
                        INSERT INTO access.person (id, name, role, locations) VALUES ('ada', 'Ada', 'ADMIN', '{}')
                        ON CONFLICT DO NOTHING""").update();
        var shop = shop(HIGH_STREET, "ONCE");
        AShop.terms(suppliers, "ONCE", "O-1");
        shop.lists("O-1");
        shop.hasSold("O-1", 5);
        shop.holds("O-1", 500, clock.instant());
        quiet();
        shop.sells("O-1", 490);
        var item = awaitOrder("ONCE");

        approvals.approve(item.id(), item.revision(), new UserId("ada"), "");
        shop.sells("O-1", 1);

        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                stock.position(lines(item).getFirst().variant(), HIGH_STREET))
                        .get()
                        .satisfies(position -> {
                            assertThat(position.onOrder())
                                    .isEqualTo(lines(item).getFirst().quantity());
                            assertThat(position.onHand()).isEqualTo(each(9));
                        }));
        quiet();
        assertThat(order("ONCE")).isEmpty();
        assertThat(approvals.recent(DeskFilter.ALL, 200).stream()
                        .filter(one -> one.proposal().about().equals("order/ONCE/high-street")))
                .hasSize(1);
    }

    @Test
    void aWorryOfTheTillLeadsToTheSameOrderAsASale() {
        var shop = shop(HIGH_STREET, "SAME");
        shop.lists("W-1");
        shop.hasSold("W-1", 5);
        shop.holds("W-1", 10, clock.instant());
        AShop.terms(suppliers, "SAME", "W-1");
        var first = awaitOrder("SAME");

        shop.worriesAbout("W-1");
        quiet();

        var again = order("SAME").orElseThrow();
        assertThat(again.revision()).isEqualTo(first.revision());
        assertThat(again.proposal()).isEqualTo(first.proposal());
    }

    @Test
    void aNewDayLooksAtEverythingAgain() {
        var shop = shop(HIGH_STREET, "DAWN");
        AShop.terms(suppliers, "DAWN", "N-1");
        shop.lists("N-1");
        shop.hasSold("N-1", 5);
        shop.holds("N-1", 500, clock.instant());
        Awaitility.await().atMost(PATIENCE).until(() -> watched("DAWN") == 1);
        database.sql("UPDATE skills.watch SET turnover = -1 WHERE subject = 'DAWN'")
                .update();

        database.sql("UPDATE demand.forecast SET first_day = first_day - 1").update();

        Awaitility.await().atMost(PATIENCE).until(() -> watched("DAWN") == 1);
    }

    private long watched(String supplier) {
        return database.sql("SELECT count(*) FROM skills.watch WHERE subject = ? AND turnover > 0")
                .param(supplier)
                .query(Long.class)
                .single();
    }

    @Test
    void aDraftGoesAwayWithItsNeed() {
        var shop = shop(HIGH_STREET, "GONE");
        shop.lists("G-1");
        shop.hasSold("G-1", 5);
        shop.holds("G-1", 500, clock.instant());
        AShop.terms(suppliers, "GONE", "G-1");
        quiet();
        shop.sells("G-1", 495);
        awaitOrder("GONE");

        shop.holds("G-1", 500, clock.instant());

        Awaitility.await().atMost(PATIENCE).until(() -> order("GONE").isEmpty());
    }

    @Test
    void aThousandSalesAtOnceAreAFewDecisions() {
        var shop = shop(HIGH_STREET, "RUSH");
        shop.lists("R-1");
        shop.hasSold("R-1", 5);
        shop.holds("R-1", 1_000, clock.instant());
        AShop.terms(suppliers, "RUSH", "R-1");
        quiet();

        shop.sellsOneByOne("R-1", 1_000);

        awaitOrder("RUSH");
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            var item = order("RUSH").orElseThrow();
            assertThat(item.proposal().because()).startsWith("R-1: 0 units there or coming");
            assertThat(item.revision()).isLessThanOrEqualTo(5);
        });
    }

    @Test
    void whatNobodySuppliesStandsOnTheWorkListUntilSomebodyDoes() {
        var shop = shop(HIGH_STREET, "LATE");
        shop.lists("L-1");
        shop.hasSold("L-1", 5);
        shop.holds("L-1", 3, clock.instant());
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(skills.workList("", 200))
                        .filteredOn(one -> one.variant()
                                .equals(catalog.bySku(new Sku("L-1")).orElseThrow()))
                        .singleElement()
                        .extracting(Watched::detail)
                        .isEqualTo("No supplier is known for it."));

        AShop.terms(suppliers, "LATE", "L-1");

        assertThat(lines(awaitOrder("LATE"))).hasSize(1);
    }

    @Test
    void aPictureShowsPastAndFutureForAnyQuantity() {
        var shop = shop(HIGH_STREET, "DRAW");
        shop.lists("D-1");
        shop.hasSold("D-1", 5);
        shop.holds("D-1", 500, clock.instant());
        AShop.terms(suppliers, "DRAW", "D-1");
        quiet();
        shop.sells("D-1", 490);
        var item = awaitOrder("DRAW");
        var variant = lines(item).getFirst().variant();

        var picture = skills.picture(item.id(), variant, each(100)).orElseThrow();

        assertThat(picture.past()).hasSize(60);
        assertThat(picture.fan()).hasSameSizeAs(picture.without().levels());
        assertThat(picture.fan()).allSatisfy(day -> assertThat(day.high95()).isGreaterThanOrEqualTo(day.low5()));
        assertThat(picture.without().stockOut()).isNotNull();
        var arrival = picture.arrival();
        assertThat(arrival).isNotNull();
        var day = (int) (arrival.toEpochDay() - picture.today().toEpochDay());
        assertThat(picture.with().levels().get(day) - picture.without().levels().get(day))
                .isGreaterThan(80);
    }

    private AShop shop(LocationId location, String supplier) {
        AShop.open(catalog, location);
        AShop.supplier(suppliers, supplier, 7);
        return new AShop(journal, clock, location);
    }

    /// Until what was told has been booked and looked at.
    private void quiet() {
        Awaitility.await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
    }

    private DeskItem awaitOrder(String supplier) {
        return await(() -> order(supplier));
    }

    private static DeskItem await(java.util.function.Supplier<Optional<DeskItem>> wanted) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(wanted::get, Optional::isPresent)
                .orElseThrow();
    }

    private Optional<DeskItem> order(String supplier) {
        return waiting().stream()
                .filter(item -> item.proposal().about().equals("order/" + supplier + "/high-street"))
                .findFirst();
    }

    private List<DeskItem> waiting() {
        return approvals.waiting(DeskFilter.ALL, 200);
    }

    private static List<OrderLine> lines(DeskItem item) {
        return ((OrderFromSupplier) item.proposal().action()).lines();
    }
}
