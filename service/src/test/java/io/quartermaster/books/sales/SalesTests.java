package io.quartermaster.books.sales;

import static io.quartermaster.books.Events.GBP;
import static io.quartermaster.books.Events.HIGH_STREET;
import static io.quartermaster.books.Events.SHOP;
import static io.quartermaster.books.Events.at;
import static io.quartermaster.books.Events.back;
import static io.quartermaster.books.Events.item;
import static io.quartermaster.books.Events.located;
import static io.quartermaster.books.Events.refusing;
import static io.quartermaster.books.Events.reported;
import static io.quartermaster.books.Events.sale;
import static io.quartermaster.books.Events.withMore;
import static io.quartermaster.retail.SaleEvent.SaleState.CANCELLED;
import static io.quartermaster.retail.SaleEvent.SaleState.HANDED_OVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.books.Events;
import io.quartermaster.books.TestBooks;
import io.quartermaster.retail.Money;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.ReceiptId;
import io.quartermaster.retail.SaleEvent.Doubt;
import io.quartermaster.retail.SaleEvent.Refusal;
import io.quartermaster.retail.SaleEvent.RefusedLine;
import io.quartermaster.retail.SaleEvent.SaleDoubted;
import io.quartermaster.retail.SaleEvent.SaleLine;
import io.quartermaster.retail.VariantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SalesTests {

    private static final Instant NOON = at("2026-02-10T12:00:00Z");
    private static final LocalDate TENTH = LocalDate.parse("2026-02-10");

    private final TestBooks books = new TestBooks();

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void theNewestTellingOfASaleCountsWhicheverComesFirst() {
        books.tell(
                sale("R1", NOON, NOON.plusSeconds(60), HANDED_OVER, "A", 2),
                sale("R1", NOON, NOON, HANDED_OVER, "A", 5));

        assertThat(totals()).containsExactly("A: 2 EACH sold, 0 EACH back, 2.00 GBP");
    }

    @Test
    void aReturnWaitsUntilItsSaleIsKnown() {
        books.tell(back("X1", "R1", NOON.plusSeconds(60), "A", 1));
        assertThat(totals()).isEmpty();
        assertThat(books.sales().refusedLines(SHOP, "", 10))
                .singleElement()
                .satisfies(it -> assertThat(it.reason()).isEqualTo("RETURN_WITHOUT_SALE"))
                .satisfies(it -> assertThat(it.receipt()).isEqualTo("R1"))
                .satisfies(it -> assertThat(it.amount()).isEqualTo(new Money(100, GBP)));

        books.tell(sale("R1", NOON, "A", 3));
        assertThat(totals()).containsExactly("A: 3 EACH sold, 1 EACH back, 2.00 GBP");
        assertThat(books.sales().refusedLines(SHOP, "", 10)).isEmpty();
    }

    @Test
    void aCancelledSaleWasNeverSoldAndNothingOfItCameBack() {
        books.tell(
                sale("R1", NOON, "A", 3),
                back("X1", "R1", NOON.plusSeconds(60), "A", 3),
                sale("R1", NOON, NOON.plusSeconds(90), CANCELLED, "A", 3));

        assertThat(totals()).isEmpty();
    }

    @Test
    void currenciesAreNeverAddedUp() {
        var euros = new SaleLine("2", item("A"), Quantity.each(1), new Money(250, Currency.getInstance("EUR")));
        books.tell(withMore(sale("R1", NOON, "A", 1), euros));

        assertThat(totals())
                .containsExactly("A: 1 EACH sold, 0 EACH back, 2.50 EUR", "A: 1 EACH sold, 0 EACH back, 1.00 GBP");
    }

    @Test
    void totalsKeepTheLabelAsItWasTold() {
        books.tell(sale("R1", NOON, "85123a", 1), sale("R2", NOON, "85123A", 2));

        assertThat(totals())
                .containsExactly(
                        "85123A: 2 EACH sold, 0 EACH back, 2.00 GBP", "85123a: 1 EACH sold, 0 EACH back, 1.00 GBP");
        assertThat(books.sales()
                        .history(variant("85123A"), HIGH_STREET, TENTH, TENTH)
                        .unitsByDay())
                .containsExactly(Quantity.each(3));
    }

    @Test
    void pagesOfTotalsLeaveNothingOut() {
        books.tell(sale("R1", NOON, "A", 1), sale("R2", NOON, "B", 2), sale("R3", NOON, "C|D", 3));
        var first = books.sales().totalsBySku(SHOP, "", 2);
        var second = books.sales().totalsBySku(SHOP, first.getLast().cursor(), 2);

        assertThat(first).extracting(SkuTotal::label).containsExactly("A", "B");
        assertThat(second).extracting(SkuTotal::label).containsExactly("C|D");
        assertThat(books.sales().totalsBySku(SHOP, second.getLast().cursor(), 2))
                .isEmpty();
    }

    @Test
    void refusedLinesAreKeptWithTheirReason() {
        var refused = new RefusedLine("7", "POST", "1", new Money(1800, GBP), Refusal.NOT_MERCHANDISE, "postage");
        books.tell(refusing(sale("R1", NOON, "A", 1), refused));

        assertThat(books.sales().refusedLines(SHOP, "", 10))
                .extracting(RefusedRow::label, RefusedRow::reason, RefusedRow::line, RefusedRow::receipt)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("POST", "NOT_MERCHANDISE", "7", "R1"));
    }

    @Test
    void doubtsAreKept() {
        books.tell(new SaleDoubted(
                Events.origin(NOON),
                new ReceiptId("R1"),
                HIGH_STREET,
                Doubt.LINES_DO_NOT_ADD_UP,
                "49.97 is not 49.87"));

        assertThat(books.sales().doubts(5)).extracting(DoubtRow::detail).containsExactly("49.97 is not 49.87");
    }

    @Test
    void theBusinessDayIsTheLocationsOwn() {
        books.tell(
                sale("R1", at("2026-02-10T04:30:00Z"), "A", 1), // half past eleven at night in New York
                sale("R2", at("2026-02-10T10:59:00Z"), "A", 2), // a minute to six: still yesterday's business
                sale("R3", at("2026-02-10T11:00:00Z"), "A", 4),
                located(NOON, "America/New_York", "06:00"));

        assertThat(units("A", TENTH.minusDays(1), TENTH)).containsExactly(3L, 4L);
    }

    @Test
    void aDayOfSummerTimeHas23Hours() {
        var day = LocalDate.parse("2026-03-29");
        books.tell(
                located(NOON, "Europe/London", "00:00"),
                sale("R1", at("2026-03-28T23:59:00Z"), "A", 1),
                sale("R2", at("2026-03-29T00:00:00Z"), "A", 2),
                sale("R3", at("2026-03-29T22:59:00Z"), "A", 4),
                sale("R4", at("2026-03-29T23:00:00Z"), "A", 8)); // midnight in London

        assertThat(units("A", day.minusDays(1), day.plusDays(1))).containsExactly(1L, 6L, 8L);
    }

    @Test
    void daysBeforeTheFirstKnownOneAreLeftOutNotCalledZero() {
        books.tell(sale("R1", NOON, "A", 1), sale("R2", NOON.plusSeconds(2 * 86_400), "A", 2));

        var history = books.sales().history(variant("A"), HIGH_STREET, TENTH.minusDays(5), TENTH.plusDays(2));
        assertThat(history.from()).isEqualTo(TENTH);
        assertThat(history.unitsByDay()).containsExactly(Quantity.each(1), Quantity.NONE, Quantity.each(2));
        assertThat(books.sales()
                        .history(variant("B"), HIGH_STREET, TENTH, TENTH)
                        .unitsByDay())
                .isEmpty();
    }

    @Test
    void marksDaysOnWhichTheShelfWasEmpty() {
        books.tell(
                reported(NOON, "A", 3),
                sale("R1", NOON.plusSeconds(86_400), "A", 3), // sold out on the 11th
                reported(NOON.plusSeconds(3 * 86_400), "A", 5), // filled up on the 13th, nothing sold
                sale("R2", NOON.plusSeconds(4 * 86_400), "A", 1));

        var history = books.sales().history(variant("A"), HIGH_STREET, TENTH, TENTH.plusDays(4));
        assertThat(history.unitsByDay())
                .extracting(it -> it.amount().longValue())
                .containsExactly(0L, 3L, 0L, 0L, 1L);
        assertThat(history.daysWithoutStock().stream().boxed()).containsExactly(1, 2, 3);
    }

    @Test
    void aShopThatNeverToldItsStockHasNoEmptyDays() {
        books.tell(sale("R1", NOON, "A", 3), sale("R2", NOON.plusSeconds(2 * 86_400), "A", 3));

        assertThat(books.sales()
                        .history(variant("A"), HIGH_STREET, TENTH, TENTH.plusDays(2))
                        .daysWithoutStock())
                .matches(java.util.BitSet::isEmpty);
    }

    /// By hand: 1 today, 2 six days ago, 4 seven days ago, 8 on day 29, 16 on day 30, 32 on day 364.
    @Test
    void velocityCountsUnitsInEachWindow() {
        var days = Map.of(0, 1, 6, 2, 7, 4, 29, 8, 30, 16, 364, 32);
        days.forEach((ago, units) -> books.tell(sale("R" + ago, NOON.minusSeconds(ago * 86_400L), "A", units)));

        assertThat(books.sales().velocity(variant("A"), HIGH_STREET, TENTH))
                .containsExactly(
                        Map.entry(7, Quantity.each(3)),
                        Map.entry(30, Quantity.each(15)),
                        Map.entry(60, Quantity.each(31)),
                        Map.entry(90, Quantity.each(31)),
                        Map.entry(365, Quantity.each(63)));
    }

    @Test
    void comparesTheHoursOfADayWithTheSameWeekdayBefore() {
        books.tell(
                sale("W1", NOON.minusSeconds(7 * 86_400), "A", 1),
                sale("W1b", NOON.minusSeconds(7 * 86_400), "A", 1),
                sale("R1", NOON, "A", 5));

        assertThat(books.sales().pulse(TENTH))
                .hasSize(24)
                .filteredOn(it -> it.hour() == 12)
                .singleElement()
                .satisfies(it -> assertThat(it.sales()).isEqualTo(1))
                .satisfies(it -> assertThat(it.revenue()).containsExactly(new Money(500, GBP)))
                .satisfies(it -> assertThat(it.usualSales()).isEqualByComparingTo("2"));
    }

    @Test
    void listsWhatRunsOutFirst() {
        books.tell(
                reported(NOON.minusSeconds(60), "SLOW", 100),
                reported(NOON.minusSeconds(60), "FAST", 100),
                reported(NOON.minusSeconds(60), "STILL", 1),
                sale("R1", NOON, "SLOW", 1),
                sale("R2", NOON, "FAST", 50));

        assertThat(books.sales().covers(HIGH_STREET, TENTH, 10))
                .extracting(it -> it.position().variant(), Cover::daysOfCover)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(variant("FAST"), new java.math.BigDecimal("1.0")),
                        org.assertj.core.groups.Tuple.tuple(variant("SLOW"), new java.math.BigDecimal("99.0")),
                        org.assertj.core.groups.Tuple.tuple(variant("STILL"), null));
    }

    @Test
    void givesAllSignalsOfASaleTogether() {
        var more = new SaleLine("2", item("B"), Quantity.each(7), new Money(70, GBP));
        books.tell(withMore(sale("R1", NOON, "A", 1), more), sale("R2", NOON, "A", 2));

        assertThat(books.sales().signals(0, 1))
                .extracting(it -> it.signal().sku(), it -> it.signal().quantity())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("A", Quantity.each(1)),
                        org.assertj.core.groups.Tuple.tuple("B", Quantity.each(7)));
    }

    private VariantId variant(String sku) {
        return books.catalog().resolve(item(sku));
    }

    private List<Long> units(String sku, LocalDate from, LocalDate to) {
        return books.sales().history(variant(sku), HIGH_STREET, from, to).unitsByDay().stream()
                .map(it -> it.amount().longValueExact())
                .toList();
    }

    private List<String> totals() {
        return books.sales().totalsBySku(SHOP, "", 100).stream()
                .map(it -> "%s: %s sold, %s back, %s"
                        .formatted(it.label(), it.unitsSold(), it.unitsReturned(), it.revenue()))
                .toList();
    }
}
