package io.quartermaster.books.stock;

import static io.quartermaster.books.Events.GBP;
import static io.quartermaster.books.Events.HIGH_STREET;
import static io.quartermaster.books.Events.at;
import static io.quartermaster.books.Events.back;
import static io.quartermaster.books.Events.item;
import static io.quartermaster.books.Events.origin;
import static io.quartermaster.books.Events.reported;
import static io.quartermaster.books.Events.sale;
import static io.quartermaster.retail.Quantity.each;
import static io.quartermaster.retail.SaleEvent.SaleState.CANCELLED;
import static io.quartermaster.retail.SaleEvent.SaleState.HANDED_OVER;
import static io.quartermaster.retail.SaleEvent.SaleState.PROMISED;
import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.books.TestBooks;
import io.quartermaster.books.stock.Change.Cause;
import io.quartermaster.retail.ProposalId;
import io.quartermaster.retail.PurchaseEvent.GoodsReceived;
import io.quartermaster.retail.PurchaseEvent.PurchaseOrderApproved;
import io.quartermaster.retail.PurchaseEvent.PurchaseOrderCancelled;
import io.quartermaster.retail.PurchaseEvent.ReceivedLine;
import io.quartermaster.retail.PurchaseOrderId;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.RetailAction.OrderLine;
import io.quartermaster.retail.Sku;
import io.quartermaster.retail.StockEvent.LowStockSignalled;
import io.quartermaster.retail.StockEvent.Measure;
import io.quartermaster.retail.StockEvent.StockReported;
import io.quartermaster.retail.SupplierId;
import io.quartermaster.retail.Unit;
import io.quartermaster.retail.UnitCost;
import io.quartermaster.retail.UserId;
import io.quartermaster.retail.VariantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StockTests {

    private static final Instant NOON = at("2026-02-10T12:00:00Z");
    private static final UserId EVE = new UserId("eve");

    private final TestBooks books = new TestBooks();

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void aSaleLowersWhatAReportSaid() {
        books.tell(reported(NOON, "A", 10), sale("R1", NOON.plusSeconds(60), "A", 3));

        assertThat(position("A").onHand()).isEqualTo(each(7));
    }

    @Test
    void aLateSaleChangesOnlyTheDifferenceThatAReportMadeUp() {
        books.tell(reported(NOON, "A", 10));
        books.tell(sale("R1", NOON.minusSeconds(60), "A", 3));

        assertThat(position("A").onHand()).isEqualTo(each(10));
        assertThat(books.stock().movements(variant("A"), HIGH_STREET, 5))
                .extracting(Movement::kind, Movement::onHand)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Movement.Kind.REPORTED_DIFFERENCE, each(13)),
                        org.assertj.core.groups.Tuple.tuple(Movement.Kind.SALE, each(-3)));
    }

    @Test
    void whatIsAvailableLeavesOutWhatIsPromised() {
        books.tell(
                sale("R1", NOON, NOON, PROMISED, "A", 4),
                new StockReported(origin(NOON.plusSeconds(60)), HIGH_STREET, item("A"), each(6), Measure.AVAILABLE));

        assertThat(position("A").onHand()).isEqualTo(each(10));
        assertThat(position("A").committed()).isEqualTo(each(4));
        assertThat(position("A").availableToSell()).isEqualTo(each(6));
    }

    @Test
    void aPromiseIsKeptByHandingOver() {
        books.tell(
                reported(NOON, "A", 10),
                sale("R1", NOON, NOON, PROMISED, "A", 4),
                sale("R1", NOON, NOON.plusSeconds(90), HANDED_OVER, "A", 4));

        assertThat(position("A").onHand()).isEqualTo(each(6));
        assertThat(position("A").committed()).isEqualTo(each(0));
    }

    @Test
    void aCancelledSaleLeavesNoTrace() {
        books.tell(
                reported(NOON, "A", 10),
                sale("R1", NOON.plusSeconds(10), NOON.plusSeconds(90), CANCELLED, "A", 4),
                sale("R1", NOON.plusSeconds(10), NOON.plusSeconds(30), HANDED_OVER, "A", 4),
                back("X1", "R1", NOON.plusSeconds(60), "A", 2));

        assertThat(position("A").onHand()).isEqualTo(each(10));
    }

    @Test
    void whatIsGivenBackBeforeItLeftIsNoLongerPromised() {
        books.tell(
                reported(NOON, "A", 10),
                sale("R1", NOON.plusSeconds(30), NOON.plusSeconds(30), PROMISED, "A", 4),
                back("X1", "R1", NOON.plusSeconds(60), "A", 1));

        assertThat(position("A").onHand()).isEqualTo(each(10));
        assertThat(position("A").committed()).isEqualTo(each(3));
    }

    @Test
    void anOrderIsOnOrderUntilItComesInOrIsCancelled() {
        books.tell(approved("PO-1", 20), received("PO-1", NOON.plusSeconds(60), 5));
        assertThat(position("A").onHand()).isEqualTo(each(5));
        assertThat(position("A").onOrder()).isEqualTo(each(15));
        assertThat(position("A").inventoryPosition()).isEqualTo(each(20));

        books.tell(
                new PurchaseOrderCancelled(origin(NOON.plusSeconds(90)), new PurchaseOrderId("PO-1"), "too slow", EVE));
        assertThat(position("A").onOrder()).isEqualTo(each(0));
    }

    @Test
    void tooManyGoodsNeverMakeOnOrderNegative() {
        books.tell(received("PO-1", NOON.plusSeconds(60), 25), approved("PO-1", 20));

        assertThat(position("A").onHand()).isEqualTo(each(25));
        assertThat(position("A").onOrder()).isEqualTo(each(0));
    }

    @Test
    void unitsAreNeverAddedUpTogether() {
        var kilos = new Quantity(new BigDecimal("2.5"), Unit.KILOGRAM);
        books.tell(
                reported(NOON, "A", 10),
                new StockReported(origin(NOON.plusSeconds(60)), HIGH_STREET, item("A"), kilos, Measure.ON_HAND));

        assertThat(position("A").onHand()).isEqualTo(kilos);
        assertThat(books.stock().check().none()).isTrue();
    }

    @Test
    void whoTakesAChangeTakesItOnceAndASaleSpeaksFirst() {
        books.tell(
                sale("R1", NOON, "A", 1),
                reported(NOON.plusSeconds(60), "A", 5),
                new LowStockSignalled(origin(NOON.plusSeconds(90)), HIGH_STREET, item("A")));

        assertThat(taken()).extracting(Change::cause).containsExactly(Cause.SALE);
        assertThat(taken()).isEmpty();
    }

    @Test
    void aChangeThatWasTakenInATransactionThatFailedIsThereAgain() {
        books.tell(sale("R1", NOON, "A", 1));
        books.transaction().executeWithoutResult(status -> {
            assertThat(books.stock().takeChanged(10)).hasSize(1);
            status.setRollbackOnly();
        });

        assertThat(taken()).hasSize(1);
    }

    @Test
    void theCheckFindsAPositionThatIsNotTheSumOfItsMovements() {
        books.tell(sale("R1", NOON, "A", 1));
        books.sql().sql("update stock.position set on_hand = on_hand + 2").update();

        assertThat(books.stock().check().found())
                .containsExactly(
                        new Disagreements.Disagreement(variant("A"), HIGH_STREET, "on hand", each(1), each(-1)));
    }

    @Test
    void screensReadPositionsPageByPage() {
        books.tell(reported(NOON, "A", 1), reported(NOON, "B", 0), reported(NOON, "C", -2));
        var all = books.stock().search(StockFilter.everything(), 2);
        var rest = books.stock()
                .search(StockFilter.everything().after(all.getLast().cursor()), 2);

        assertThat(all).hasSize(2);
        assertThat(rest).hasSize(1);
        var negative = new StockFilter(java.util.Set.of(), java.util.Set.of(), StockFilter.Level.NEGATIVE, "");
        assertThat(books.stock().search(negative, 10))
                .extracting(StockPosition::variant)
                .containsExactly(variant("C"));
    }

    private PurchaseOrderApproved approved(String order, int quantity) {
        var line = new OrderLine(variant("A"), new Sku("A"), "", each(quantity), new UnitCost(BigDecimal.ONE, GBP));
        return new PurchaseOrderApproved(
                origin(NOON),
                new PurchaseOrderId(order),
                new ProposalId("P-1"),
                new SupplierId("ACME"),
                HIGH_STREET,
                List.of(line),
                LocalDate.parse("2026-02-14"),
                EVE);
    }

    private static GoodsReceived received(String order, Instant at, int quantity) {
        var line = new ReceivedLine(item("A"), each(quantity));
        return new GoodsReceived(origin(at), new PurchaseOrderId(order), HIGH_STREET, List.of(line));
    }

    private List<Change> taken() {
        return java.util.Objects.requireNonNull(
                books.transaction().execute(_ -> books.stock().takeChanged(10)));
    }

    private VariantId variant(String sku) {
        return books.catalog().resolve(item(sku));
    }

    private StockPosition position(String sku) {
        return books.stock().position(variant(sku), HIGH_STREET).orElseThrow();
    }
}
