package io.quartermaster.books.purchasing;

import static io.quartermaster.books.Events.GBP;
import static io.quartermaster.books.Events.HIGH_STREET;
import static io.quartermaster.books.Events.at;
import static io.quartermaster.books.Events.item;
import static io.quartermaster.books.Events.origin;
import static io.quartermaster.retail.Quantity.each;
import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.books.TestBooks;
import io.quartermaster.books.purchasing.PurchaseOrder.State;
import io.quartermaster.retail.CatalogEvent.VariantsMerged;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Money;
import io.quartermaster.retail.ProposalId;
import io.quartermaster.retail.PurchaseEvent.GoodsReceived;
import io.quartermaster.retail.PurchaseEvent.PurchaseOrderApproved;
import io.quartermaster.retail.PurchaseEvent.PurchaseOrderCancelled;
import io.quartermaster.retail.PurchaseEvent.PurchaseOrderConfirmed;
import io.quartermaster.retail.PurchaseEvent.PurchaseOrderSent;
import io.quartermaster.retail.PurchaseEvent.ReceivedLine;
import io.quartermaster.retail.PurchaseOrderId;
import io.quartermaster.retail.RetailAction.OrderLine;
import io.quartermaster.retail.RetailAction.TransferLine;
import io.quartermaster.retail.RetailEvent;
import io.quartermaster.retail.Sku;
import io.quartermaster.retail.SupplierId;
import io.quartermaster.retail.TransferEvent.TransferApproved;
import io.quartermaster.retail.TransferEvent.TransferCancelled;
import io.quartermaster.retail.TransferEvent.TransferReceived;
import io.quartermaster.retail.TransferId;
import io.quartermaster.retail.UnitCost;
import io.quartermaster.retail.UserId;
import io.quartermaster.retail.VariantId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PurchasingTests {

    private static final Instant NOON = at("2026-02-10T12:00:00Z");
    private static final UserId EVE = new UserId("eve");
    private static final SupplierId ACME = new SupplierId("ACME");

    private final TestBooks books = new TestBooks();

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void numbersAreNeverGivenTwice() {
        var numbers =
                List.of(books.purchasing().nextOrderNumber(), books.purchasing().nextOrderNumber());

        assertThat(numbers).containsExactly(new PurchaseOrderId("PO-1001"), new PurchaseOrderId("PO-1002"));
        assertThat(books.purchasing().nextTransferNumber()).isEqualTo(new TransferId("TR-1001"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anOrderStandsTheSameWhateverOrderItsLifeIsToldIn(long seed) {
        var life = new ArrayList<RetailEvent>(List.of(
                approved("PO-1", 0, "1.25", 20),
                new PurchaseOrderSent(origin(NOON.plusSeconds(60)), id("PO-1"), "mail-7"),
                new PurchaseOrderConfirmed(origin(NOON.plusSeconds(120)), id("PO-1"), LocalDate.parse("2026-02-17")),
                received("PO-1", 5, "A", 15),
                received("PO-1", 6, "A", 5)));
        Collections.shuffle(life, new Random(seed));
        books.deliver(life, new Random(seed), 2);

        var order = books.purchasing().order(id("PO-1")).orElseThrow();
        assertThat(order.state()).isEqualTo(State.RECEIVED);
        assertThat(order.expectedOn()).isEqualTo(LocalDate.parse("2026-02-17"));
        assertThat(order.total()).isEqualTo(new Money(2_500, GBP));
        assertThat(order.sentAt()).isEqualTo(NOON.plusSeconds(60));
        assertThat(order.closedAt()).isEqualTo(NOON.plus(Duration.ofDays(6)));
    }

    @Test
    void eachStepOfItsLifeShows() {
        books.tell(approved("PO-1", 0, "1.25", 20));
        assertThat(state("PO-1")).isEqualTo(State.APPROVED);
        books.tell(new PurchaseOrderSent(origin(NOON.plusSeconds(60)), id("PO-1"), "mail-7"));
        assertThat(state("PO-1")).isEqualTo(State.SENT);
        books.tell(new PurchaseOrderConfirmed(origin(NOON.plusSeconds(90)), id("PO-1"), LocalDate.parse("2026-02-17")));
        assertThat(state("PO-1")).isEqualTo(State.CONFIRMED);
        books.tell(received("PO-1", 5, "A", 15));
        assertThat(state("PO-1")).isEqualTo(State.PARTLY_RECEIVED);
        books.tell(new PurchaseOrderCancelled(origin(NOON.plus(Duration.ofDays(9))), id("PO-1"), "too slow", EVE));
        assertThat(state("PO-1")).isEqualTo(State.CANCELLED);
        assertThat(books.purchasing().orders(OrderFilter.open(), 10)).isEmpty();
    }

    @Test
    void tooManyGoodsAndGoodsThatNobodyOrderedShow() {
        books.tell(approved("PO-1", 0, "1.25", 20), received("PO-1", 5, "A", 25), received("PO-1", 5, "B", 2));

        var lines = books.purchasing().order(id("PO-1")).orElseThrow().lines();
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst().isOverReceived()).isTrue();
        assertThat(lines.getFirst().open()).isEqualTo(each(0));
        assertThat(lines.getLast().ordered()).isEqualTo(each(0));
        assertThat(lines.getLast().received()).isEqualTo(each(2));
    }

    @Test
    void goodsForAnUnknownOrderAreKeptAndShown() {
        books.tell(received("PO-9", 5, "A", 3));

        assertThat(books.purchasing().order(id("PO-9"))).isEmpty();
        assertThat(books.purchasing().strayReceipts(10))
                .singleElement()
                .satisfies(it -> assertThat(it.order()).isEqualTo(id("PO-9")))
                .satisfies(it -> assertThat(it.lines()).containsExactly(new StrayReceipt.Line(variant("A"), each(3))));
    }

    @Test
    void openOrdersStandByTheirNextDelivery() {
        books.tell(approved("PO-1", 0, "1.25", 20), approved("PO-2", 1, "1.25", 20));
        books.tell(new PurchaseOrderConfirmed(origin(NOON.plusSeconds(90)), id("PO-1"), LocalDate.parse("2026-03-01")));

        assertThat(books.purchasing().orders(OrderFilter.open(), 10))
                .extracting(PurchaseOrder::id)
                .containsExactly(id("PO-2"), id("PO-1"));
    }

    /// By hand: 4 and 8 days from sent to the last goods; mean 6, deviation √8 = 2.83.
    @Test
    void measuresLeadTimesFillRateAndPrices() {
        books.tell(
                approved("PO-1", 0, "1.00", 10),
                received("PO-1", 4, "A", 10),
                approved("PO-2", 10, "1.10", 10),
                received("PO-2", 14, "A", 4),
                received("PO-2", 18, "A", 6),
                approved("PO-3", 11, "1.10", 20),
                received("PO-3", 12, "A", 16),
                new PurchaseOrderCancelled(origin(NOON.plus(Duration.ofDays(15))), id("PO-3"), "enough", EVE));

        assertThat(books.purchasing().leadTimes(ACME))
                .isEqualTo(new LeadTimes(2, new BigDecimal("6.00"), new BigDecimal("2.83")));
        var performance = books.purchasing().performance(ACME);
        assertThat(performance.orders()).isEqualTo(3);
        assertThat(performance.fillRatePercent()).isEqualByComparingTo("90"); // 36 of 40
        assertThat(performance.onTimePercent()).isEqualByComparingTo("33.33"); // the first, within five days
        assertThat(performance.priceDriftPercent()).isEqualByComparingTo("10");
        assertThat(books.purchasing().leadTimes(new SupplierId("NOBODY"))).isEqualTo(LeadTimes.NONE);
    }

    @Test
    void ordersFollowAVariantThatIsMerged() {
        books.tell(
                approved("PO-1", 0, "1.25", 20),
                received("PO-1", 5, "A-NEW", 20),
                new VariantsMerged(origin(NOON), variant("A"), variant("A-NEW"), EVE));

        var order = books.purchasing().order(id("PO-1")).orElseThrow();
        assertThat(order.state()).isEqualTo(State.RECEIVED);
        assertThat(order.lines())
                .singleElement()
                .satisfies(it -> assertThat(it.variant()).isEqualTo(variant("A-NEW")));
        var ofVariant = new OrderFilter(
                java.util.Set.of(), java.util.Set.of(), null, variant("A-NEW"), OrderFilter.Sort.NEWEST_FIRST);
        assertThat(books.purchasing().orders(ofVariant, 5)).hasSize(1);
        var state = books.sql()
                .sql("select state from purchasing.purchase_order")
                .query(String.class)
                .single();
        assertThat(state).isEqualTo("RECEIVED");
    }

    @Test
    void aTransferThatCameInCanNoLongerBeCancelled() {
        var line = new TransferLine(variant("A"), new Sku("A"), "", each(6));
        var tr = new TransferId("TR-1");
        books.tell(
                new TransferCancelled(origin(NOON.plusSeconds(90)), tr, "too late", EVE),
                new TransferReceived(origin(NOON.plusSeconds(60)), tr),
                new TransferApproved(
                        origin(NOON),
                        tr,
                        new ProposalId("P-1"),
                        HIGH_STREET,
                        new LocationId("warehouse"),
                        List.of(line),
                        LocalDate.parse("2026-02-11"),
                        EVE));

        assertThat(books.purchasing().transfers(5))
                .singleElement()
                .satisfies(it -> assertThat(it.state()).isEqualTo(Transfer.State.RECEIVED))
                .satisfies(it -> assertThat(it.closedAt()).isEqualTo(NOON.plusSeconds(60)));
    }

    private State state(String order) {
        return books.purchasing().order(id(order)).orElseThrow().state();
    }

    private PurchaseOrderApproved approved(String order, int day, String cost, int quantity) {
        var line = new OrderLine(
                variant("A"), new Sku("A"), "the A", each(quantity), new UnitCost(new BigDecimal(cost), GBP));
        var at = NOON.plus(Duration.ofDays(day));
        return new PurchaseOrderApproved(
                origin(at),
                id(order),
                new ProposalId("P-" + order),
                ACME,
                HIGH_STREET,
                List.of(line),
                LocalDate.parse("2026-02-15").plusDays(day),
                EVE);
    }

    private static GoodsReceived received(String order, int day, String sku, int quantity) {
        return new GoodsReceived(
                origin(NOON.plus(Duration.ofDays(day))),
                id(order),
                HIGH_STREET,
                List.of(new ReceivedLine(item(sku), each(quantity))));
    }

    private static PurchaseOrderId id(String value) {
        return new PurchaseOrderId(value);
    }

    private VariantId variant(String sku) {
        return books.catalog().resolve(item(sku));
    }
}
