package io.quartermaster.sandbox.replay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Says the file's invoices in Shopify's words: a sale is `orders/create`, a cancellation is one
/// `refunds/create` for each order that it takes from.
final class ShopifyMessages {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long LOCATION = 1;
    private static final long LINES_OF_AN_INVOICE_MAX = 10_000;
    private static final long REFUNDS_OF_AN_INVOICE_MAX = 1_000;

    /// Orders that never were: what a cancellation names when no sale explains it.
    private static final long NO_SUCH_ORDER = 9_000_000_000L;

    private static final long ADJUSTMENTS = 8_000_000_000L;

    private final SalesLedger ledger = new SalesLedger();

    /// What to send, in the order of the file.
    List<Message> of(List<List<FileLine>> invoices) {
        var messages = new ArrayList<Message>(invoices.size() * 5 / 4);
        for (var invoice : invoices) {
            if (invoice.getFirst().isCancellation()) {
                messages.addAll(refunds(invoice));
            } else {
                messages.add(order(invoice));
            }
        }
        return messages;
    }

    private Message order(List<FileLine> invoice) {
        var first = invoice.getFirst();
        var id = number(first.invoice());
        var lines = new ArrayList<Map<String, Object>>();
        for (var line : invoice) {
            var lineId = id * LINES_OF_AN_INVOICE_MAX + lines.size();
            lines.add(lineItem(line, lineId, line.quantity()));
            if (line.quantity() > 0 && line.unitPrice().signum() > 0) {
                ledger.sold(line, id, lineId);
            }
        }
        var body = new LinkedHashMap<String, Object>();
        body.put("id", id);
        body.put("name", "#" + first.invoice());
        body.put("created_at", time(first));
        body.put("updated_at", time(first));
        body.put("processed_at", time(first));
        body.put("currency", "GBP");
        body.put("source_name", "pos");
        body.put("location_id", LOCATION);
        body.put("financial_status", "paid");
        body.put("fulfillment_status", "fulfilled");
        body.put("total_price", total(invoice).toPlainString());
        body.put("customer", first.customer().isEmpty() ? null : Map.of("id", Long.parseLong(first.customer())));
        body.put("line_items", lines);
        body.put("refunds", List.of());
        return message("orders/create", "order-" + first.invoice(), first, body);
    }

    private List<Message> refunds(List<FileLine> invoice) {
        var byOrder = new LinkedHashMap<Long, List<Map<String, Object>>>();
        var first = invoice.getFirst();
        var id = number(first.invoice());
        var count = 0;
        for (var line : invoice) {
            for (var taken : ledger.takeBack(line)) {
                var order = taken.order() == SalesLedger.Taken.NO_ORDER ? NO_SUCH_ORDER + id : taken.order();
                var lineId = id * LINES_OF_AN_INVOICE_MAX + count++;
                byOrder.computeIfAbsent(order, _ -> new ArrayList<>()).add(refundLine(line, taken, lineId));
            }
        }
        var messages = new ArrayList<Message>();
        for (var refund : byOrder.entrySet()) {
            var body = new LinkedHashMap<String, Object>();
            body.put("id", id * REFUNDS_OF_AN_INVOICE_MAX + messages.size());
            body.put("order_id", refund.getKey());
            body.put("created_at", time(first));
            body.put("processed_at", time(first));
            body.put("restock", true);
            body.put("refund_line_items", refund.getValue());
            body.put("transactions", List.of());
            messages.add(
                    message("refunds/create", "refund-%s-%d".formatted(first.invoice(), messages.size()), first, body));
        }
        return messages;
    }

    private static Map<String, Object> refundLine(FileLine line, SalesLedger.Taken taken, long lineId) {
        var body = new LinkedHashMap<String, Object>();
        body.put("id", lineId);
        body.put("line_item_id", taken.line());
        body.put("quantity", taken.quantity());
        body.put("restock_type", "return");
        body.put("location_id", LOCATION);
        body.put("subtotal", amount(line, taken.quantity()).toPlainString());
        body.put("line_item", lineItem(line, taken.line(), taken.quantity()));
        return body;
    }

    private static Map<String, Object> lineItem(FileLine line, long id, int quantity) {
        var body = new LinkedHashMap<String, Object>();
        body.put("id", id);
        body.put("variant_id", null);
        body.put("product_id", null);
        body.put("sku", line.sku().isEmpty() ? null : line.sku());
        body.put("title", line.description());
        body.put("name", line.description());
        body.put("quantity", quantity);
        body.put("current_quantity", quantity);
        body.put("price", line.unitPrice().toPlainString());
        body.put("total_discount", "0.00");
        body.put("gift_card", false);
        body.put("requires_shipping", true);
        return body;
    }

    private static Message message(String topic, String delivery, FileLine first, Map<String, Object> body) {
        return new Message(topic, delivery, first.at(), JSON.writeValueAsBytes(body));
    }

    private static BigDecimal total(List<FileLine> invoice) {
        return invoice.stream()
                .map(line -> amount(line, line.quantity()))
                .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }

    private static BigDecimal amount(FileLine line, int quantity) {
        return line.unitPrice().multiply(BigDecimal.valueOf(quantity)).setScale(2, RoundingMode.HALF_EVEN);
    }

    private static String time(FileLine line) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(line.at().atOffset(ZoneOffset.UTC));
    }

    private static long number(String invoice) {
        return switch (invoice.charAt(0)) {
            case 'C' -> Long.parseLong(invoice.substring(1));
            case 'A' -> ADJUSTMENTS + Long.parseLong(invoice.substring(1));
            default -> Long.parseLong(invoice);
        };
    }
}
