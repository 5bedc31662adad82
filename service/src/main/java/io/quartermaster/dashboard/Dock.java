package io.quartermaster.dashboard;

import io.quartermaster.books.purchasing.PurchaseOrder;
import io.quartermaster.journal.Draft;
import io.quartermaster.journal.Journal;
import io.quartermaster.retail.ConnectionId;
import io.quartermaster.retail.Item;
import io.quartermaster.retail.Origin;
import io.quartermaster.retail.PurchaseEvent.GoodsReceived;
import io.quartermaster.retail.PurchaseEvent.ReceivedLine;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.UserId;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Tells the journal what came in at the dock, as a person counted it.
@Component
class Dock {

    private static final String NUMBER = "\\d{1,9}(\\.\\d{1,5})?";
    private static final int ONCE_LENGTH_MAX = 60;

    private final Journal journal;
    private final Clock clock;

    Dock(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /// @throws IllegalArgumentException if a quantity is none, or nothing came at all
    void receive(PurchaseOrder order, Map<String, String[]> fields, String once, UserId by) {
        if (once.isBlank() || once.length() > ONCE_LENGTH_MAX) {
            throw new IllegalArgumentException("The form is not whole. Open it again.");
        }
        var lines =
                order.lines().stream().flatMap(line -> received(line, fields)).toList();
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("Nothing was counted. Write how many of each came in.");
        }
        var source = new ConnectionId("dashboard");
        var key = "received/%s/%s/%s".formatted(order.id().value(), by.value(), once);
        var event = new GoodsReceived(new Origin(source, key, clock.instant()), order.id(), order.destination(), lines);
        journal.append(List.of(new Draft(order.correlation(), event)));
    }

    private static Stream<ReceivedLine> received(PurchaseOrder.Line line, Map<String, String[]> fields) {
        var typed = fields.getOrDefault(Typed.FIELD + line.variant().value(), new String[] {""});
        var text = typed.length == 0 ? "" : typed[0].strip();
        if (text.isEmpty()) {
            return Stream.empty();
        }
        if (!text.matches(NUMBER)) {
            throw new IllegalArgumentException("How many of %s? Write a number, such as 24.".formatted(line.name()));
        }
        var quantity = new Quantity(new BigDecimal(text), line.ordered().unit());
        return quantity.isZero()
                ? Stream.empty()
                : Stream.of(new ReceivedLine(Item.ofSku(line.sku(), line.name()), quantity));
    }
}
