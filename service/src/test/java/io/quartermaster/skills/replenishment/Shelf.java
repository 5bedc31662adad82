package io.quartermaster.skills.replenishment;

import static io.quartermaster.retail.Quantity.each;

import io.quartermaster.planning.Costs;
import io.quartermaster.planning.DemandFigures;
import io.quartermaster.planning.DemandOutlook;
import io.quartermaster.planning.DemandOutlook.Point;
import io.quartermaster.planning.OrderPlan;
import io.quartermaster.planning.OrderQuantity.Packs;
import io.quartermaster.planning.OrderUpTo.Cover;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Money;
import io.quartermaster.retail.PurchaseOrderId;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.Sku;
import io.quartermaster.retail.SupplierId;
import io.quartermaster.retail.TransferId;
import io.quartermaster.retail.UnitCost;
import io.quartermaster.retail.VariantId;
import io.quartermaster.skills.replenishment.LineFacts.Elsewhere;
import io.quartermaster.skills.replenishment.LineFacts.OtherSupplier;
import io.quartermaster.skills.replenishment.LineFacts.Velocity;
import io.quartermaster.skills.replenishment.ReplenishmentFacts.Bounds;
import io.quartermaster.skills.replenishment.ReplenishmentFacts.LeadTime;
import io.quartermaster.skills.replenishment.ReplenishmentFacts.Place;
import io.quartermaster.skills.replenishment.ReplenishmentFacts.Trader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A shelf that needs nothing: five a day, seven days of lead time and one of review, a reorder
/// point of 60, held up to 210 (thirty days of cover, as holding is free), in packs of twelve at
/// 3.10.
final class Shelf {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    static final Instant NOW = Instant.parse("2026-11-21T10:15:30Z");
    static final Currency EUR = Currency.getInstance("EUR");
    static final LocationId HIGH_STREET = new LocationId("high-street");

    private String sku = "A123-BLUE";
    private long onHand = 61;
    private long onOrder;
    private long inTransit;
    private long committed;
    private String unitCost = "3.10";
    private @Nullable String contractPrice = "3.10";
    private long minimumOrder;
    private boolean nonStandard;
    private boolean approved = true;
    private boolean isNew;
    private @Nullable Money minimumValue;
    private @Nullable Double levelAsked;
    private final List<Elsewhere> elsewhere = new ArrayList<>();
    private final List<LineFacts> more = new ArrayList<>();

    static Shelf aShelf() {
        return new Shelf();
    }

    Shelf of(String of) {
        sku = of;
        return this;
    }

    Shelf holding(long units) {
        onHand = units;
        return this;
    }

    Shelf expecting(long units) {
        onOrder = units;
        return this;
    }

    Shelf underWay(long units) {
        inTransit = units;
        return this;
    }

    Shelf promising(long units) {
        committed = units;
        return this;
    }

    Shelf costing(String now, @Nullable String agreed) {
        unitCost = now;
        contractPrice = agreed;
        return this;
    }

    Shelf takenFrom(long least) {
        minimumOrder = least;
        return this;
    }

    Shelf nonStandard() {
        nonStandard = true;
        return this;
    }

    Shelf fromAStranger() {
        isNew = true;
        return this;
    }

    Shelf fromSomebodyNotApproved() {
        approved = false;
        return this;
    }

    Shelf fromSomebodyWhoTakesNothingBelow(String euros) {
        minimumValue = Money.exactly(new BigDecimal(euros), EUR);
        return this;
    }

    Shelf withSurplus(String at, long units) {
        elsewhere.add(new Elsewhere(
                new LocationId(at), at, each(units), each(units + 60), each(60), new TransferId("TR-" + at), NOW));
        return this;
    }

    Shelf forecastAskedAt(double level) {
        levelAsked = level;
        return this;
    }

    Shelf beside(Shelf other) {
        more.add(other.line());
        return this;
    }

    ReplenishmentFacts facts() {
        var lines = new ArrayList<LineFacts>(List.of(line()));
        lines.addAll(more);
        return new ReplenishmentFacts(
                NOW,
                TODAY,
                new Place(HIGH_STREET, "High Street"),
                new Trader(
                        new SupplierId("ACME"),
                        "Acme",
                        EUR,
                        new LeadTime(7, BigDecimal.ONE, 0, BigDecimal.ZERO, BigDecimal.ZERO),
                        1,
                        minimumValue,
                        approved,
                        isNew),
                new PurchaseOrderId("PO-1001"),
                new Bounds(new Cover(1, 30), 60, 100, 2),
                lines);
    }

    private LineFacts line() {
        var demand = new DemandFigures(
                new DemandOutlook(8, 40, List.of(new Point(0.5, 40), new Point(0.95, 60))),
                Collections.nCopies(60, 5.0),
                List.of(1.0, 1.0, 1.0, 1.0, 1.2, 1.4, 0.4),
                1,
                1_825,
                0.9,
                18);
        return new LineFacts(
                new VariantId("V-" + sku),
                new Sku(sku),
                "Mug, blue",
                "Kitchen",
                new LineFacts.Position(each(onHand), each(committed), each(inTransit), each(onOrder), NOW),
                new LineFacts.Outlook(demand, "SES", NOW, LocalDate.of(2026, 8, 1), 112, levelAsked),
                List.of(new Velocity(7, each(36), 7), new Velocity(365, each(560), 112)),
                supply(),
                elsewhere,
                List.of(new OtherSupplier(new SupplierId("BETA"), "Beta", cost("3.40"), 12, true)));
    }

    private LineFacts.Supply supply() {
        var costs = new Costs(0, 0.25, 5, 1.5);
        var packs = new Packs(each(12), each(minimumOrder));
        var agreed = contractPrice;
        return new LineFacts.Supply(
                new OrderPlan.Terms(0.95, costs, new Cover(1, 30), packs),
                cost(unitCost),
                agreed == null ? null : cost(agreed),
                nonStandard,
                "A");
    }

    private static UnitCost cost(String amount) {
        return new UnitCost(new BigDecimal(amount), EUR);
    }

    static Quantity units(long count) {
        return each(count);
    }
}
