package io.quartermaster.dashboard;

import io.quartermaster.approvals.DeskItem;
import io.quartermaster.approvals.ProposalState;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.RetailAction;
import io.quartermaster.retail.RetailAction.OrderFromSupplier;
import io.quartermaster.retail.RetailAction.TellPerson;
import io.quartermaster.retail.RetailAction.TransferStock;
import io.quartermaster.retail.Unit;
import java.util.List;
import org.springframework.stereotype.Component;

/// An action in one sentence, as one would say it across the counter.
@Component
class Sentences {

    private final Names names;

    Sentences(Names names) {
        this.names = names;
    }

    /// What would be done: `Order 24 Blue Mug from Acme for High Street`.
    String of(RetailAction action) {
        return switch (action) {
            case OrderFromSupplier order ->
                "Order %s from %s for %s"
                        .formatted(
                                goods(order.lines().stream()
                                        .map(line -> new Goods(
                                                line.name(), line.sku().value(), line.quantity()))
                                        .toList()),
                                names.supplier(order.supplier()),
                                names.location(order.destination()));
            case TransferStock transfer ->
                "Send %s from %s to %s"
                        .formatted(
                                goods(transfer.lines().stream()
                                        .map(line -> new Goods(
                                                line.name(), line.sku().value(), line.quantity()))
                                        .toList()),
                                names.location(transfer.from()),
                                names.location(transfer.to()));
            case TellPerson tell -> tell.subject();
        };
    }

    static String icon(RetailAction action) {
        return switch (action) {
            case OrderFromSupplier _ -> "shopping-cart";
            case TransferStock _ -> "arrows-exchange";
            case TellPerson _ -> "message-circle";
        };
    }

    /// How far it has come, in a word or two.
    static String state(DeskItem item) {
        return switch (item.state()) {
            case WAITING -> "waits for a decision";
            case APPROVED -> "approved, on its way";
            case DONE -> "done";
            case CAME_BACK -> "came back";
            case CANCELLED -> "given up";
            case REFUSED -> "refused";
            case EXPIRED -> "nobody decided in time";
            case WITHDRAWN -> "no longer needed";
        };
    }

    static String tone(ProposalState state) {
        return switch (state) {
            case WAITING -> "";
            case APPROVED, DONE -> "good";
            case CAME_BACK -> "bad";
            case EXPIRED -> "warn";
            case CANCELLED, REFUSED, WITHDRAWN -> "quiet";
        };
    }

    static String stateIcon(ProposalState state) {
        return switch (state) {
            case WAITING -> "clock";
            case APPROVED -> "arrow-right";
            case DONE -> "circle-check";
            case CAME_BACK, EXPIRED -> "alert-triangle";
            case CANCELLED, REFUSED, WITHDRAWN -> "circle-x";
        };
    }

    private static String goods(List<Goods> goods) {
        var first = goods.getFirst();
        if (goods.size() == 1) {
            return "%s %s".formatted(Words.quantity(first.quantity()), first.called());
        }
        var pieces = goods.stream().allMatch(it -> it.quantity().unit() == Unit.EACH)
                ? Words.units(goods.stream()
                                .map(Goods::quantity)
                                .reduce(Quantity::plus)
                                .orElseThrow()) + " of "
                : "";
        return "%s%d products".formatted(pieces, goods.size());
    }

    private record Goods(String name, String sku, Quantity quantity) {

        String called() {
            return name.isBlank() ? sku : name;
        }
    }
}
