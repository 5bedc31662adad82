package io.quartermaster.skills.replenishment;

import static io.quartermaster.retail.Quantity.each;
import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.approvals.DeskFilter;
import io.quartermaster.books.stock.StockPosition;
import io.quartermaster.demand.ForecastReplay;
import io.quartermaster.retail.RetailAction.TransferStock;
import io.quartermaster.retail.UserId;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// The whole way from a sale to a proposal on the desk, in the service itself.
class ReplenishmentModuleTests extends ShopInTheService {

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
        var explained = skills.explain(item.id()).orElseThrow();
        assertThat(explained.isSame()).isTrue();
        assertThat(explained.forecasts()).singleElement().matches(ForecastReplay::isSame);
        assertThat(explained.lines()).last().asString().contains("the same, byte for byte");
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

        var variant = lines(awaitOrder("RUSH")).getFirst().variant();
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stock.position(variant, HIGH_STREET))
                        .get()
                        .extracting(StockPosition::onHand)
                        .isEqualTo(each(0)));
        quiet();
        assertThat(order("RUSH").orElseThrow().revision()).isLessThanOrEqualTo(10);
    }
}
