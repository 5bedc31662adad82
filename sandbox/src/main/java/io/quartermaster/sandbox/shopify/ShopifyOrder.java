package io.quartermaster.sandbox.shopify;

import io.quartermaster.sandbox.till.Place;
import io.quartermaster.sandbox.till.Sale;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An order and what became of it. Its lines never change; fulfilment, cancellation and refunds
/// are added to it.
final class ShopifyOrder {

    private final long id;
    private final int number;
    private final Sale sale;
    private final Place place;
    private final List<Line> lines;
    private final List<Refund> refunds = new ArrayList<>();
    private Instant updatedAt;
    private @Nullable Instant fulfilledAt;
    private @Nullable Instant cancelledAt;

    ShopifyOrder(long id, int number, Sale sale, Place place, List<Line> lines) {
        this.id = id;
        this.number = number;
        this.sale = sale;
        this.place = place;
        this.lines = List.copyOf(lines);
        this.updatedAt = sale.at();
        this.fulfilledAt = isPos() ? sale.at() : null;
    }

    long id() {
        return id;
    }

    int number() {
        return number;
    }

    String name() {
        return "#" + number;
    }

    Sale sale() {
        return sale;
    }

    Place place() {
        return place;
    }

    List<Line> lines() {
        return lines;
    }

    List<Refund> refunds() {
        return List.copyOf(refunds);
    }

    boolean isPos() {
        return sale.channel() == Sale.Channel.SHOP;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    @Nullable
    Instant fulfilledAt() {
        return fulfilledAt;
    }

    @Nullable
    Instant cancelledAt() {
        return cancelledAt;
    }

    boolean isOpen() {
        return fulfilledAt == null && cancelledAt == null;
    }

    void fulfil(Instant at) {
        fulfilledAt = at;
        updatedAt = at;
    }

    void cancel(Instant at) {
        cancelledAt = at;
        updatedAt = at;
    }

    void refund(Refund refund) {
        refunds.add(refund);
        updatedAt = refund.at();
    }

    int refunded(Line line) {
        return refunds.stream()
                .flatMap(refund -> refund.lines().stream())
                .filter(refunded -> refunded.line().id() == line.id())
                .mapToInt(RefundLine::quantity)
                .sum();
    }

    int current(Line line) {
        return line.sold().quantity() - refunded(line);
    }

    /// What the customer paid for all lines, in minor units.
    int total() {
        return lines.stream().mapToInt(line -> line.sold().total()).sum();
    }

    int totalRefunded() {
        return refunds.stream().mapToInt(Refund::amount).sum();
    }

    String financialStatus() {
        var refunded = totalRefunded();
        return refunded == 0 ? "paid" : refunded < total() ? "partially_refunded" : "refunded";
    }

    record Line(long id, ShopifyItem item, Sale.Line sold) {

        /// What `quantity` of it cost the customer: the line's last unit bears the odd penny.
        int amountOf(int quantity, int before) {
            return sold.total() * (before + quantity) / sold.quantity() - sold.total() * before / sold.quantity();
        }
    }

    record Refund(long id, Instant at, String note, List<RefundLine> lines) {

        int amount() {
            return lines.stream().mapToInt(RefundLine::amount).sum();
        }
    }

    /// @param restock Shopify's word for what happened to the goods: `return`, `cancel`,
    /// `no_restock`
    record RefundLine(long id, Line line, int quantity, int amount, String restock) {}
}
