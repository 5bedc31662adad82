package io.quartermaster.books.purchasing;

import io.quartermaster.books.purchasing.OrderStory.Approval;
import io.quartermaster.books.purchasing.OrderStory.Came;
import io.quartermaster.books.purchasing.OrderStory.Wanted;
import io.quartermaster.books.purchasing.PurchaseOrder.Line;
import io.quartermaster.books.purchasing.PurchaseOrder.State;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Money;
import io.quartermaster.retail.ProposalId;
import io.quartermaster.retail.PurchaseOrderId;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.Sku;
import io.quartermaster.retail.SupplierId;
import io.quartermaster.retail.Unit;
import io.quartermaster.retail.UnitCost;
import io.quartermaster.retail.VariantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Works out how an order stands from all that was told of it.
final class OrderOf {

    private OrderOf() {}

    static PurchaseOrder standing(PurchaseOrderId id, OrderStory story, Approval approval) {
        var lines = lines(story, approval);
        var state = state(story, lines);
        var currency = Currency.getInstance(approval.lines().getFirst().currency());
        return new PurchaseOrder(
                id,
                new SupplierId(approval.supplier()),
                new LocationId(approval.destination()),
                state,
                lines,
                total(lines, currency),
                story.confirmations().isEmpty()
                        ? approval.expectedOn()
                        : story.confirmations().getLast().expectedOn(),
                approval.step().at(),
                story.sent().isEmpty() ? null : story.sent().getFirst().at(),
                closedAt(story, state),
                new CorrelationId(approval.step().correlation()),
                new ProposalId(approval.proposal()));
    }

    private static List<Line> lines(OrderStory story, Approval approval) {
        var wanted = new LinkedHashMap<String, Wanted>();
        approval.lines().forEach(line -> wanted.merge(line.variant() + "/" + line.unit(), line, OrderOf::together));
        var came = new LinkedHashMap<String, Came>();
        story.arrivals().stream()
                .flatMap(it -> it.lines().stream())
                .forEach(line -> came.merge(line.variant() + "/" + line.unit(), line, OrderOf::together));
        var lines = new ArrayList<Line>();
        wanted.forEach((key, line) -> lines.add(line(line, received(came, key, line))));
        came.forEach((key, line) -> {
            if (!wanted.containsKey(key)) {
                lines.add(unordered(line, approval));
            }
        });
        return lines;
    }

    private static Wanted together(Wanted one, Wanted other) {
        return new Wanted(
                one.variant(),
                one.sku(),
                one.name(),
                one.quantity().add(other.quantity()),
                one.unit(),
                one.cost(),
                one.currency());
    }

    private static Came together(Came one, Came other) {
        return new Came(one.variant(), one.label(), one.name(), one.quantity().add(other.quantity()), one.unit());
    }

    private static Quantity received(Map<String, Came> came, String key, Wanted line) {
        var arrived = came.get(key);
        return new Quantity(arrived == null ? BigDecimal.ZERO : arrived.quantity(), Unit.valueOf(line.unit()));
    }

    private static Line line(Wanted wanted, Quantity received) {
        return new Line(
                new VariantId(wanted.variant()),
                new Sku(wanted.sku()),
                wanted.name(),
                new Quantity(wanted.quantity(), received.unit()),
                received,
                new UnitCost(wanted.cost(), Currency.getInstance(wanted.currency())));
    }

    private static Line unordered(Came came, Approval approval) {
        var unit = Unit.valueOf(came.unit());
        return new Line(
                new VariantId(came.variant()),
                new Sku(came.label()),
                came.name(),
                new Quantity(BigDecimal.ZERO, unit),
                new Quantity(came.quantity(), unit),
                new UnitCost(
                        BigDecimal.ZERO,
                        Currency.getInstance(approval.lines().getFirst().currency())));
    }

    private static State state(OrderStory story, List<Line> lines) {
        boolean complete = !story.arrivals().isEmpty()
                && lines.stream().allMatch(line -> line.open().isZero());
        if (complete) {
            return State.RECEIVED;
        }
        if (!story.cancellations().isEmpty()) {
            return State.CANCELLED;
        }
        if (!story.arrivals().isEmpty()) {
            return State.PARTLY_RECEIVED;
        }
        if (!story.confirmations().isEmpty()) {
            return State.CONFIRMED;
        }
        return story.sent().isEmpty() ? State.APPROVED : State.SENT;
    }

    private static @Nullable Instant closedAt(OrderStory story, State state) {
        return switch (state) {
            case RECEIVED -> story.arrivals().getLast().step().at();
            case CANCELLED -> story.cancellations().getFirst().at();
            case APPROVED, SENT, CONFIRMED, PARTLY_RECEIVED -> null;
        };
    }

    /// What the lines of the order's own currency add up to; an order has one currency.
    private static Money total(List<Line> lines, Currency currency) {
        return lines.stream()
                .filter(line -> line.unitCost().currency().equals(currency))
                .map(line -> line.unitCost().times(line.ordered()))
                .reduce(Money.zero(currency), Money::plus);
    }
}
