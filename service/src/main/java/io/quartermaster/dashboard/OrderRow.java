package io.quartermaster.dashboard;

import io.quartermaster.books.purchasing.PurchaseOrder;
import io.quartermaster.books.purchasing.PurchaseOrder.State;

/// A purchase order as a row of a list.
///
/// @param expected the day of the goods, as people say it
record OrderRow(
        String id,
        String link,
        String receive,
        String supplier,
        String destination,
        String state,
        String tone,
        String icon,
        String money,
        String expected,
        boolean late,
        String lines) {

    static OrderRow of(PurchaseOrder order, Names names, Words words) {
        var late = order.isOpen() && order.expectedOn().isBefore(words.today());
        return new OrderRow(
                order.id().value(),
                Links.order(order.id()),
                "/receive/order?id=" + Links.encoded(order.id().value()),
                names.supplier(order.supplier()),
                names.location(order.destination()),
                Words.plain(order.state()),
                late ? "warn" : tone(order.state()),
                icon(order.state()),
                Words.money(order.total()),
                words.day(order.expectedOn()),
                late,
                Words.plural(order.lines().size(), "line", "lines"));
    }

    static String tone(State state) {
        return switch (state) {
            case APPROVED, SENT, CANCELLED -> "";
            case CONFIRMED, RECEIVED -> "good";
            case PARTLY_RECEIVED -> "warn";
        };
    }

    static String icon(State state) {
        return switch (state) {
            case APPROVED -> "check";
            case SENT -> "arrow-right";
            case CONFIRMED, RECEIVED -> "circle-check";
            case PARTLY_RECEIVED -> "package-import";
            case CANCELLED -> "circle-x";
        };
    }
}
