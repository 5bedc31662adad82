package io.quartermaster.books.sales;

import static io.quartermaster.books.Events.HIGH_STREET;
import static io.quartermaster.books.Events.at;
import static io.quartermaster.books.Events.item;
import static io.quartermaster.books.Events.located;
import static io.quartermaster.books.Events.sale;
import static io.quartermaster.books.Events.with;
import static io.quartermaster.retail.SaleEvent.SaleState.CANCELLED;
import static io.quartermaster.retail.SaleEvent.SaleState.HANDED_OVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.books.TestBooks;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.SaleEvent.Channel;
import io.quartermaster.retail.SaleEvent.SaleLine;
import io.quartermaster.retail.SaleEvent.SaleRecorded;
import io.quartermaster.retail.Unit;
import io.quartermaster.retail.VariantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the sales book knows of till, web and marketplace, from the journal's entries alone.
class ChannelSalesTests {

    private static final Instant NOON = at("2026-02-10T12:00:00Z");
    private static final LocalDate NINTH = LocalDate.parse("2026-02-09");
    private static final LocalDate TENTH = LocalDate.parse("2026-02-10");

    private final TestBooks books = new TestBooks();

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void eachDayIsToldByChannel() {
        books.tell(
                by(Channel.TILL, sale("R1", NOON, "A", 2)),
                by(Channel.TILL, sale("R2", NOON, "B", 3)),
                by(Channel.MARKETPLACE, sale("R3", NOON, "A", 1)),
                by(Channel.TILL, sale("R4", NOON.minusSeconds(86_400), "A", 7)));

        assertThat(sold("A", "B"))
                .containsExactlyInAnyOrder("TILL 2026-02-09 7", "TILL 2026-02-10 5", "MARKETPLACE 2026-02-10 1");
        assertThat(sold("B")).containsExactly("TILL 2026-02-10 3");
    }

    @Test
    void theNewestTellingSaysWhichChannelItWas() {
        books.tell(
                by(Channel.WEB, sale("R1", NOON, NOON.plusSeconds(60), HANDED_OVER, "A", 2)),
                by(Channel.TILL, sale("R1", NOON, NOON, HANDED_OVER, "A", 2)),
                by(Channel.WEB, sale("R2", NOON, NOON, CANCELLED, "A", 9)));

        assertThat(sold("A")).containsExactly("WEB 2026-02-10 2");
    }

    /// The night's last guest is of the day before, where the day begins at six.
    @Test
    void aDayBeginsWhereTheLocationSaysSo() {
        books.tell(located(NOON.minusSeconds(999_999), "Europe/London", "06:00"));
        books.tell(by(Channel.TILL, sale("R1", at("2026-02-10T05:59:00Z"), "A", 2)));

        assertThat(sold("A")).containsExactly("TILL 2026-02-09 2");
    }

    @Test
    void whatWasSoldByWeightIsNoPieces() {
        var kilogram = new Quantity(new BigDecimal("0.75"), Unit.KILOGRAM);
        var weighed = sale("R1", NOON, "A", 2);
        var line = weighed.lines().getFirst();
        books.tell(
                sale("R2", NOON.minusSeconds(60), "A", 4),
                with(weighed, new SaleLine("1", line.item(), kilogram, line.amount())));

        assertThat(books.sales().units(HIGH_STREET, List.of(variant("A"))))
                .isEqualTo(Map.of(variant("A"), Unit.KILOGRAM));
        assertThat(sold("A")).containsExactly("WEB 2026-02-10 4");
    }

    private List<String> sold(String... skus) {
        var variants = List.of(skus).stream().map(this::variant).toList();
        return books
                .sales()
                .byChannel(HIGH_STREET, List.of(new SalesGroup("all", Unit.EACH, variants)), NINTH, TENTH)
                .stream()
                .map(one -> "%s %s %s"
                        .formatted(
                                one.channel(),
                                one.day(),
                                one.quantity().amount().toPlainString()))
                .toList();
    }

    private VariantId variant(String sku) {
        return books.catalog().resolve(item(sku));
    }

    private static SaleRecorded by(Channel channel, SaleRecorded sale) {
        return new SaleRecorded(
                sale.origin(),
                sale.receipt(),
                sale.asOf(),
                sale.location(),
                channel,
                sale.state(),
                sale.lines(),
                sale.refused(),
                sale.statedTotal(),
                sale.customer());
    }
}
