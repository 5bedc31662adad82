package io.quartermaster.books.stock;

import static io.quartermaster.books.Events.HIGH_STREET;
import static io.quartermaster.books.Events.at;
import static io.quartermaster.books.Events.item;
import static io.quartermaster.books.Events.origin;
import static io.quartermaster.books.Events.reported;
import static io.quartermaster.books.Events.sale;
import static io.quartermaster.retail.Quantity.each;
import static io.quartermaster.retail.SaleEvent.SaleState.PROMISED;
import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.books.TestBooks;
import io.quartermaster.retail.ConnectionId;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.ProposalId;
import io.quartermaster.retail.RetailAction.TransferLine;
import io.quartermaster.retail.Sku;
import io.quartermaster.retail.StockEvent.Measure;
import io.quartermaster.retail.StockEvent.StockReported;
import io.quartermaster.retail.TransferEvent.TransferApproved;
import io.quartermaster.retail.TransferEvent.TransferBooked;
import io.quartermaster.retail.TransferEvent.TransferCancelled;
import io.quartermaster.retail.TransferEvent.TransferReceived;
import io.quartermaster.retail.TransferId;
import io.quartermaster.retail.UserId;
import io.quartermaster.retail.VariantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Goods between two shops: what is promised, and what a platform makes of it.
class TransferStockTests {

    private static final Instant NOON = at("2026-02-10T12:00:00Z");
    private static final LocationId WAREHOUSE = new LocationId("warehouse");
    private static final UserId EVE = new UserId("eve");

    private final TestBooks books = new TestBooks();

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void aTransferIsPromisedHereAndInTransitThereUntilItComesIn() {
        books.tell(reported(NOON, "A", 10), transfer(6));
        assertThat(position("A").committed()).isEqualTo(each(6));
        assertThat(there().inTransit()).isEqualTo(each(6));

        books.tell(new TransferReceived(origin(NOON.plusSeconds(60)), new TransferId("TR-1")));
        assertThat(position("A").onHand()).isEqualTo(each(4));
        assertThat(position("A").committed()).isEqualTo(each(0));
        assertThat(there().onHand()).isEqualTo(each(6));
        assertThat(there().inTransit()).isEqualTo(each(0));
    }

    @Test
    void aTransferThatNoPlatformKnowsOfIsStillInWhatItCallsAvailable() {
        books.tell(transfer(6), available(NOON.plusSeconds(60), 10));
        assertThat(position("A").onHand()).isEqualTo(each(10)); // all ten lie there: nobody took six off the shelf
        assertThat(position("A").committed()).isEqualTo(each(6));
        assertThat(position("A").availableToSell()).isEqualTo(each(4));

        books.tell(
                sale("R1", NOON.plusSeconds(90), NOON.plusSeconds(90), PROMISED, "A", 1),
                available(NOON.plusSeconds(120), 9));
        assertThat(position("A").onHand()).isEqualTo(each(10)); // nine to sell, one for a customer
        assertThat(position("A").committed()).isEqualTo(each(7));

        books.tell(
                new TransferReceived(origin(NOON.plusSeconds(180)), new TransferId("TR-1")),
                available(NOON.plusSeconds(181), 3));
        assertThat(position("A").onHand()).isEqualTo(each(4)); // three to sell, one for a customer
        assertThat(position("A").committed()).isEqualTo(each(1));
        assertThat(there().onHand()).isEqualTo(each(6));
    }

    @Test
    void aTransferThatItsPlatformBookedIsNoLongerInWhatItCallsAvailable() {
        books.tell(transfer(6), available(NOON.plusSeconds(30), 10)); // before Shopify heard of it
        assertThat(position("A").onHand()).isEqualTo(each(10));

        books.tell(
                new TransferBooked(
                        origin(NOON.plusSeconds(60)), new TransferId("TR-1"), new ConnectionId("shopify-main"), "T1"),
                available(NOON.plusSeconds(61), 4));
        assertThat(position("A").onHand()).isEqualTo(each(10)); // four to sell, six for the transfer
        assertThat(position("A").availableToSell()).isEqualTo(each(4));

        books.tell(new TransferReceived(origin(NOON.plusSeconds(180)), new TransferId("TR-1")));
        assertThat(position("A").onHand()).isEqualTo(each(4));
        assertThat(position("A").availableToSell()).isEqualTo(each(4));
    }

    @Test
    void aTransferThatIsCalledOffIsPromisedNoLonger() {
        books.tell(
                available(NOON, 10),
                transfer(6),
                new TransferCancelled(origin(NOON.plusSeconds(60)), new TransferId("TR-1"), "no van", EVE),
                available(NOON.plusSeconds(90), 9));

        assertThat(position("A").onHand()).isEqualTo(each(9));
        assertThat(position("A").committed()).isEqualTo(each(0));
        assertThat(there().inTransit()).isEqualTo(each(0));
    }

    private TransferApproved transfer(int quantity) {
        return new TransferApproved(
                origin(NOON),
                new TransferId("TR-1"),
                new ProposalId("P-1"),
                HIGH_STREET,
                WAREHOUSE,
                List.of(new TransferLine(variant("A"), new Sku("A"), "", each(quantity))),
                LocalDate.parse("2026-02-11"),
                EVE);
    }

    private static StockReported available(Instant at, int quantity) {
        return new StockReported(origin(at), HIGH_STREET, item("A"), each(quantity), Measure.AVAILABLE);
    }

    private VariantId variant(String sku) {
        return books.catalog().resolve(item(sku));
    }

    private StockPosition position(String sku) {
        return books.stock().position(variant(sku), HIGH_STREET).orElseThrow();
    }

    private StockPosition there() {
        return books.stock().position(variant("A"), WAREHOUSE).orElseThrow();
    }
}
