package io.quartermaster.approvals;

import io.quartermaster.approvals.Proposal.Flag;
import io.quartermaster.approvals.Proposal.Scope;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Money;
import io.quartermaster.retail.PurchaseOrderId;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.RetailAction;
import io.quartermaster.retail.RetailAction.OrderFromSupplier;
import io.quartermaster.retail.RetailAction.OrderLine;
import io.quartermaster.retail.RetailAction.TransferLine;
import io.quartermaster.retail.RetailAction.TransferStock;
import io.quartermaster.retail.SkillId;
import io.quartermaster.retail.Sku;
import io.quartermaster.retail.SupplierId;
import io.quartermaster.retail.TransferId;
import io.quartermaster.retail.UnitCost;
import io.quartermaster.retail.VariantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/// Proposals that are all right, for a test to change the one thing that it is about.
public final class Proposals {

    public static final SkillId REPLENISHMENT = new SkillId("replenishment");
    public static final SupplierId ACME = new SupplierId("ACME");
    public static final Currency GBP = Currency.getInstance("GBP");
    public static final FrozenFacts FACTS = new FrozenFacts(1, "{\"onHand\":3}");

    private Proposals() {}

    /// Ten pens at 2.50 each, for the high street.
    public static Draft anOrder() {
        return new Draft("order/ACME/high-street", "PO-1001", List.of(line("PEN", 10, "2.5")), List.of(), 90, "pens");
    }

    public static OrderLine line(String sku, int units, String cost) {
        return new OrderLine(
                new VariantId("V" + sku),
                new Sku(sku),
                sku + ", blue",
                Quantity.each(units),
                new UnitCost(new BigDecimal(cost), GBP));
    }

    public static Proposal aTransfer(int units) {
        var lines = List.of(new TransferLine(new VariantId("VPEN"), new Sku("PEN"), "Pen", Quantity.each(units)));
        var action = new TransferStock(
                new TransferId("TR-1001"), new LocationId("warehouse"), DeskInATest.HIGH_STREET, lines);
        return anOrder()
                .about("transfer/warehouse/high-street")
                .doing(action, Money.exactly(new BigDecimal("25.00"), GBP));
    }

    public static OrderFromSupplier order(Proposal proposal) {
        return (OrderFromSupplier) proposal.action();
    }

    /// The same order with other lines.
    public static OrderFromSupplier withLines(RetailAction action, OrderLine... lines) {
        var order = (OrderFromSupplier) action;
        return new OrderFromSupplier(
                order.order(), order.supplier(), order.destination(), List.of(lines), order.deliverBy());
    }

    public record Draft(
            String about, String number, List<OrderLine> lines, List<Flag> flags, int confidence, String category) {

        public Draft about(String other) {
            return new Draft(other, number, lines, flags, confidence, category);
        }

        public Draft number(String other) {
            return new Draft(about, other, lines, flags, confidence, category);
        }

        public Draft of(OrderLine... others) {
            return new Draft(about, number, List.of(others), flags, confidence, category);
        }

        /// Worth exactly that much.
        public Draft worth(String amount) {
            return of(line("PEN", 1, amount));
        }

        public Draft flagged(String rule) {
            var more = new ArrayList<>(flags);
            more.add(new Flag(rule, "look at it"));
            return new Draft(about, number, lines, more, confidence, category);
        }

        public Draft sure(int percent) {
            return new Draft(about, number, lines, flags, percent, category);
        }

        public Draft in(String other) {
            return new Draft(about, number, lines, flags, confidence, other);
        }

        public Proposal made() {
            var action = new OrderFromSupplier(
                    new PurchaseOrderId(number), ACME, DeskInATest.HIGH_STREET, lines, LocalDate.parse("2026-03-09"));
            return doing(action, action.total());
        }

        Proposal doing(RetailAction action, Money value) {
            return new Proposal(
                    REPLENISHMENT,
                    about,
                    new Scope(DeskInATest.HIGH_STREET, List.of(category), ACME),
                    action,
                    "3 left, and the reorder point is 8.",
                    List.of(new Evidence("PEN", "on hand", "3", "stock book", Instant.parse("2026-03-02T09:00:00Z"))),
                    flags,
                    List.of(new Proposal.Alternative("wait a day", "2 sales lost")),
                    value,
                    confidence,
                    LocalDate.parse("2026-03-05"));
        }
    }
}
