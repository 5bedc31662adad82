package io.quartermaster.dashboard;

import io.quartermaster.access.User;
import io.quartermaster.approvals.Approvals;
import io.quartermaster.approvals.DeskFilter;
import io.quartermaster.approvals.DeskItem;
import io.quartermaster.books.catalog.Location;
import io.quartermaster.books.catalog.Variant;
import io.quartermaster.books.sales.Sales;
import io.quartermaster.books.stock.Movement;
import io.quartermaster.books.stock.Stock;
import io.quartermaster.books.stock.StockPosition;
import io.quartermaster.dashboard.ProposalView.Figure;
import io.quartermaster.dashboard.VariantView.Position;
import io.quartermaster.demand.Demand;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.RetailAction;
import io.quartermaster.retail.VariantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Makes of a variant what its page shows.
@Component
class VariantViews {

    private static final int MOVEMENTS_MAX = 40;
    private static final int RECENT_MAX = 200;

    private final Stock stock;
    private final Sales sales;
    private final Demand demand;
    private final Approvals approvals;
    private final Pictures pictures;
    private final MadeOfViews madeOf;
    private final Buying buying;
    private final Rows rows;
    private final Names names;
    private final Surroundings surroundings;

    VariantViews(
            Stock stock,
            Sales sales,
            Demand demand,
            Approvals approvals,
            Pictures pictures,
            MadeOfViews madeOf,
            Buying buying,
            Rows rows,
            Names names,
            Surroundings surroundings) {
        this.stock = stock;
        this.sales = sales;
        this.demand = demand;
        this.approvals = approvals;
        this.pictures = pictures;
        this.madeOf = madeOf;
        this.buying = buying;
        this.rows = rows;
        this.names = names;
        this.surroundings = surroundings;
    }

    VariantView of(Variant variant, List<StockPosition> positions, Location place, User user) {
        var words = surroundings.wordsAt(place.zone());
        return new VariantView(
                VariantPage.called(variant),
                variant.sku().value(),
                figures(variant, positions),
                place.name(),
                positions.stream()
                        .map(position -> position(position, place, words))
                        .toList(),
                pictures.of(variant.id(), place.id(), words).orElse(null),
                madeOf.of(variant.id(), place.id(), VariantPage.called(variant), words)
                        .orElse(null),
                demand.forecast(variant.id(), place.id())
                        .map(forecast -> Goodness.of(forecast, words))
                        .orElse(List.of()),
                velocity(variant, place, words),
                stock.movements(variant.id(), place.id(), MOVEMENTS_MAX).stream()
                        .filter(VariantViews::changesSomething)
                        .map(movement -> movement(movement, words))
                        .toList(),
                buying.terms(variant.id()),
                buying.open(variant.id(), user, words),
                approvals.recent(DeskFilter.ALL.at(user.locations()), RECENT_MAX).stream()
                        .filter(item -> concerns(item, variant.id()))
                        .findFirst()
                        .map(item -> rows.done(item, words))
                        .orElse(null),
                variant.provisional());
    }

    private static List<Figure> figures(Variant variant, List<StockPosition> positions) {
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("On hand", sum(positions.stream().map(StockPosition::onHand)), "everywhere"));
        figures.add(new Figure(
                "Coming",
                sum(positions.stream().map(it -> it.onOrder().plus(it.inTransit()))),
                "on order, in transit"));
        var price = variant.price();
        if (price != null) {
            figures.add(new Figure("Price", Words.money(price), ""));
        }
        var gtin = variant.gtin();
        if (gtin != null) {
            figures.add(new Figure("Barcode", gtin.value(), ""));
        }
        if (!variant.category().isBlank()) {
            figures.add(new Figure("Category", variant.category(), variant.vendor()));
        }
        return figures;
    }

    private static String sum(Stream<Quantity> quantities) {
        return Words.quantity(quantities.reduce(Quantity::plus).orElse(Quantity.NONE));
    }

    private Position position(StockPosition position, Location place, Words words) {
        return new Position(
                names.location(position.location()),
                Links.variant(position.variant(), position.location()),
                position.location().equals(place.id()),
                Words.quantity(position.onHand()),
                Words.quantity(position.committed()),
                Words.quantity(position.onOrder().plus(position.inTransit())),
                Words.quantity(position.availableToSell()),
                words.ago(position.asOf()));
    }

    private List<Figure> velocity(Variant variant, Location place, Words words) {
        return sales.velocity(variant.id(), place.id(), place.businessDay(words.now())).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(window -> new Figure(window.getKey() + " days", Words.quantity(window.getValue()), "sold"))
                .toList();
    }

    private static VariantView.Movement movement(Movement movement, Words words) {
        var others = new ArrayList<String>();
        add(others, "committed", movement.committed());
        add(others, "in transit", movement.inTransit());
        add(others, "on order", movement.onOrder());
        return new VariantView.Movement(
                Words.capital(Words.plain(movement.kind())),
                Papers.say(movement.paper()),
                signed(movement.onHand()),
                String.join(", ", others),
                words.time(movement.occurredAt()),
                words.exact(movement.occurredAt()),
                Links.story(movement.correlation()));
    }

    /// A report that agrees with the books moves nothing.
    private static boolean changesSomething(Movement movement) {
        return !(movement.onHand().isZero()
                && movement.committed().isZero()
                && movement.inTransit().isZero()
                && movement.onOrder().isZero());
    }

    private static void add(List<String> others, String what, Quantity change) {
        if (!change.isZero()) {
            others.add(what + " " + signed(change));
        }
    }

    private static String signed(Quantity change) {
        return change.isZero()
                ? ""
                : (change.isNegative() ? "−" : "+") + Words.quantity(change.isNegative() ? change.negated() : change);
    }

    private static boolean concerns(DeskItem item, VariantId variant) {
        return switch (item.proposal().action()) {
            case RetailAction.OrderFromSupplier order ->
                order.lines().stream().anyMatch(line -> line.variant().equals(variant));
            case RetailAction.TransferStock transfer ->
                transfer.lines().stream().anyMatch(line -> line.variant().equals(variant));
            case RetailAction.TellPerson _ -> false;
        };
    }
}
