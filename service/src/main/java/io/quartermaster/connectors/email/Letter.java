package io.quartermaster.connectors.email;

import io.quartermaster.connectors.Delivery;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.RetailAction.OrderFromSupplier;
import io.quartermaster.retail.RetailAction.TellPerson;
import io.quartermaster.retail.RetailAction.TransferStock;
import io.quartermaster.retail.Unit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a mail says: the same to people who read text, to people who read HTML, and to a
/// supplier's or a shop's computer.
///
/// @param subject one line
/// @param paper the same for computers; null if there is none
record Letter(
        String subject, String text, String html, @Nullable Paper paper) {

    private static final int SUBJECT_LENGTH_MAX = 150;

    Letter {
        subject = oneLine(subject);
    }

    /// @param file what the attachment is called
    record Paper(String file, String json) {}

    static Letter about(Delivery delivery) {
        return switch (delivery.action()) {
            case OrderFromSupplier order -> order(order, delivery);
            case TransferStock transfer -> transfer(transfer, delivery);
            case TellPerson tell ->
                letter(tell.subject(), new Page(tell.subject(), List.of(), List.of(tell.text()), null), null);
        };
    }

    private static Letter order(OrderFromSupplier order, Delivery delivery) {
        var rows = order.lines().stream()
                .map(line -> List.of(
                        line.sku().value(),
                        line.name(),
                        count(line.quantity()),
                        line.unitCost().amount().toPlainString(),
                        line.amount().amount().toPlainString()))
                .toList();
        var currency = order.total().currency().getCurrencyCode();
        var page = new Page(
                "Purchase order " + order.order(),
                List.of(
                        List.of("To", delivery.to().name()),
                        List.of("Deliver to", delivery.nameOf(order.destination())),
                        List.of("Deliver by", order.deliverBy().toString()),
                        List.of("Currency", currency)),
                List.of("Please confirm this order and the day of delivery, and put its number on your papers."),
                new Page.Table(
                        List.of("SKU", "Name", "Quantity", "Unit cost", "Amount"),
                        rows,
                        List.of("Total", order.total().toString())));
        var subject = "Purchase order %s for %s".formatted(order.order(), delivery.nameOf(order.destination()));
        return letter(subject, page, new Paper("purchase-order.json", OrderPaper.json(order)));
    }

    private static Letter transfer(TransferStock transfer, Delivery delivery) {
        var rows = transfer.lines().stream()
                .map(line -> List.of(line.sku().value(), line.name(), count(line.quantity())))
                .toList();
        var to = delivery.nameOf(transfer.to());
        var page = new Page(
                "Transfer " + transfer.transfer(),
                List.of(List.of("From", delivery.nameOf(transfer.from())), List.of("To", to)),
                List.of("Please send these goods, and put the number of the transfer on the box."),
                new Page.Table(List.of("SKU", "Name", "Quantity"), rows, List.of()));
        var subject = "Transfer %s to %s".formatted(transfer.transfer(), to);
        return letter(subject, page, new Paper("transfer.json", TransferPaper.json(transfer)));
    }

    private static Letter letter(String subject, Page page, @Nullable Paper paper) {
        return new Letter(subject, page.text(), page.html(), paper);
    }

    private static String count(Quantity quantity) {
        var amount = quantity.amount().toPlainString();
        var unit = quantity.unit();
        return unit == Unit.EACH ? amount : amount + " " + unit.name().toLowerCase(Locale.ROOT);
    }

    /// Without line breaks and other control characters: nothing in a name may begin a new header.
    static String oneLine(String text) {
        var line = text.codePoints()
                .map(point -> Character.isISOControl(point) || point == 0x2028 || point == 0x2029 ? ' ' : point)
                .limit(SUBJECT_LENGTH_MAX)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        return line.strip();
    }
}
