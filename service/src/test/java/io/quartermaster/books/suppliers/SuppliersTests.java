package io.quartermaster.books.suppliers;

import static io.quartermaster.books.Events.GBP;
import static io.quartermaster.books.Events.HIGH_STREET;
import static io.quartermaster.books.Events.at;
import static io.quartermaster.books.Events.item;
import static io.quartermaster.books.Events.origin;
import static io.quartermaster.books.Events.sale;
import static io.quartermaster.retail.Quantity.each;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quartermaster.books.TestBooks;
import io.quartermaster.retail.CatalogEvent.VariantsMerged;
import io.quartermaster.retail.HouseEvent.SettingChanged;
import io.quartermaster.retail.Money;
import io.quartermaster.retail.ProposalId;
import io.quartermaster.retail.PurchaseEvent.GoodsReceived;
import io.quartermaster.retail.PurchaseEvent.PurchaseOrderApproved;
import io.quartermaster.retail.PurchaseEvent.ReceivedLine;
import io.quartermaster.retail.PurchaseOrderId;
import io.quartermaster.retail.RetailAction.OrderLine;
import io.quartermaster.retail.Sku;
import io.quartermaster.retail.SupplierId;
import io.quartermaster.retail.UnitCost;
import io.quartermaster.retail.UserId;
import io.quartermaster.retail.VariantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SuppliersTests {

    private static final Instant NOON = at("2026-02-10T12:00:00Z");
    private static final UserId EVE = new UserId("eve");

    private final TestBooks books = new TestBooks();

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void keepsASupplierAndTellsTheJournalWhatChanged() {
        books.suppliers().save(supplier("ACME", true), EVE);

        assertThat(books.suppliers().supplier(new SupplierId("ACME"))).contains(supplier("ACME", true));
        assertThat(books.journal().entries())
                .extracting(it -> it.event())
                .singleElement()
                .isInstanceOfSatisfying(
                        SettingChanged.class, it -> assertThat(it.by()).isEqualTo(EVE))
                .isInstanceOfSatisfying(
                        SettingChanged.class,
                        it -> assertThat(it.change())
                                .contains("lead time 7 ± 1.5 days")
                                .doesNotContain("@"));
    }

    /// Neither is there without the other, even if the journal cannot be written at that moment.
    @Test
    void aChangeIsToldToTheJournalLaterWhenItCannotBeToldNow() {
        books.journal().busy(true);
        books.suppliers().save(supplier("ACME", true), EVE);
        assertThat(books.suppliers().supplier(new SupplierId("ACME"))).isPresent();
        assertThat(books.journal().entries()).isEmpty();

        books.journal().busy(false);
        books.suppliers().save(supplier("OTHER", true), EVE);

        assertThat(books.journal().entries())
                .extracting(entry -> ((SettingChanged) entry.event()).which())
                .containsExactly("ACME", "OTHER");
    }

    @Test
    void aChangeThatIsNotKeptIsNotTold() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> books.transaction().executeWithoutResult(_ -> {
                    books.journal().busy(true); // it would be told within the transaction, which then fails
                    books.suppliers().save(supplier("ACME", true), EVE);
                    throw new IllegalStateException("the power went");
                }));
        books.journal().busy(false);
        books.suppliers().save(supplier("OTHER", true), EVE);

        assertThat(books.suppliers().supplier(new SupplierId("ACME"))).isEmpty();
        assertThat(books.journal().entries())
                .extracting(entry -> ((SettingChanged) entry.event()).which())
                .containsExactly("OTHER");
    }

    @Test
    void prefersWhomAPersonChoseThenTheApprovedThenTheCheapest() {
        books.suppliers().save(supplier("DEAR", true), EVE);
        books.suppliers().save(supplier("FAIR", true), EVE);
        books.suppliers().save(supplier("STRANGER", false), EVE);
        books.suppliers()
                .saveTerms(List.of(terms("A", "DEAR", "3"), terms("A", "FAIR", "2"), terms("A", "STRANGER", "1")), EVE);

        assertThat(preferred("A")).isEqualTo(new SupplierId("FAIR"));
        assertThat(books.suppliers().otherTermsOf(variant("A")))
                .extracting(SupplyTerms::supplier)
                .containsExactly(new SupplierId("DEAR"), new SupplierId("STRANGER"));

        books.suppliers().prefer(variant("A"), new SupplierId("DEAR"), EVE);
        assertThat(preferred("A")).isEqualTo(new SupplierId("DEAR"));
        assertThat(books.suppliers().termsOf(List.of(variant("A"), variant("B"))))
                .hasSize(1);
    }

    @Test
    void refusesTermsOfASupplierThatNobodySavedAndKeepsNone() {
        books.suppliers().save(supplier("ACME", true), EVE);

        assertThatExceptionOfType(UnknownSupplier.class)
                .isThrownBy(() ->
                        books.suppliers().saveTerms(List.of(terms("A", "ACME", "1"), terms("B", "NOBODY", "1")), EVE));
        assertThat(books.suppliers().termsOf(variant("A"))).isEmpty();
    }

    @Test
    void refusesAPackOfNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new TermsLine(new Sku("A"), new SupplierId("ACME"), cost("1"), null, each(0), each(0), false));
    }

    @Test
    void aSupplierIsNewUntilItHasDelivered() {
        books.suppliers().save(supplier("ACME", true), EVE);
        var order = new PurchaseOrderId("PO-1");
        books.tell(new GoodsReceived(
                origin(NOON.plusSeconds(60)), order, HIGH_STREET, List.of(new ReceivedLine(item("A"), each(1)))));
        assertThat(books.suppliers()
                        .supplier(new SupplierId("ACME"))
                        .orElseThrow()
                        .isNew())
                .isTrue();

        var line = new OrderLine(variant("A"), new Sku("A"), "", each(1), cost("1"));
        books.tell(new PurchaseOrderApproved(
                origin(NOON),
                order,
                new ProposalId("P-1"),
                new SupplierId("ACME"),
                HIGH_STREET,
                List.of(line),
                LocalDate.parse("2026-02-14"),
                EVE));
        assertThat(books.suppliers()
                        .supplier(new SupplierId("ACME"))
                        .orElseThrow()
                        .isNew())
                .isFalse();
    }

    @Test
    void termsFollowAVariantThatIsMerged() {
        books.suppliers().save(supplier("ACME", true), EVE);
        books.suppliers().saveTerms(List.of(terms("A-OLD", "ACME", "2")), EVE);
        books.tell(sale("R1", NOON, "A", 1), new VariantsMerged(origin(NOON), variant("A-OLD"), variant("A"), EVE));

        assertThat(preferred("A")).isEqualTo(new SupplierId("ACME"));
        books.suppliers().saveTerms(List.of(terms("A-OLD", "ACME", "5")), EVE);
        assertThat(books.suppliers().termsOf(variant("A")).orElseThrow().unitCost())
                .isEqualTo(cost("5"));
    }

    private SupplierId preferred(String sku) {
        return books.suppliers().termsOf(variant(sku)).orElseThrow().supplier();
    }

    private VariantId variant(String sku) {
        return books.catalog().resolve(item(sku));
    }

    private static Supplier supplier(String id, boolean approved) {
        return new Supplier(
                new SupplierId(id),
                id + " Ltd",
                "[email protected]",
                GBP,
                7,
                new BigDecimal("1.5"),
                new Money(5_000, GBP),
                1,
                approved,
                true);
    }

    private static TermsLine terms(String sku, String supplier, String cost) {
        return new TermsLine(new Sku(sku), new SupplierId(supplier), cost(cost), null, each(6), each(12), false);
    }

    private static UnitCost cost(String amount) {
        return new UnitCost(new BigDecimal(amount), GBP);
    }
}
