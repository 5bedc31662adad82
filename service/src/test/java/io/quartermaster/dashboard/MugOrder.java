package io.quartermaster.dashboard;

import io.quartermaster.approvals.Approvals;
import io.quartermaster.approvals.Evidence;
import io.quartermaster.approvals.FrozenFacts;
import io.quartermaster.approvals.Proposal;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Money;
import io.quartermaster.retail.ProposalId;
import io.quartermaster.retail.PurchaseOrderId;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.RetailAction.OrderFromSupplier;
import io.quartermaster.retail.RetailAction.OrderLine;
import io.quartermaster.retail.SkillId;
import io.quartermaster.retail.Sku;
import io.quartermaster.retail.SupplierId;
import io.quartermaster.retail.UnitCost;
import io.quartermaster.retail.VariantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/// A proposal to order mugs, laid on the desk.
final class MugOrder {

    private static final Currency GBP = Currency.getInstance("GBP");

    private MugOrder() {}

    static ProposalId laid(Approvals approvals, Instant now, LocationId destination, long quantity) {
        return laid(approvals, now, destination, quantity, UUID.randomUUID().toString());
    }

    /// The same proposal anew, if `story` began with one.
    static ProposalId laid(Approvals approvals, Instant now, LocationId destination, long quantity, String story) {
        var line = new OrderLine(
                new VariantId("VMUG"),
                new Sku("MUG-1"),
                "Blue <Mug>",
                Quantity.each(quantity),
                new UnitCost(new BigDecimal("2.50"), GBP));
        var order = new OrderFromSupplier(
                new PurchaseOrderId("PO-" + story.substring(0, 8)),
                new SupplierId("acme"),
                destination,
                List.of(line),
                now.atZone(ZoneOffset.UTC).toLocalDate().plusDays(5));
        var proposal = new Proposal(
                new SkillId("replenishment"),
                "order/acme/" + story,
                new Proposal.Scope(destination, List.of("mugs"), new SupplierId("acme")),
                order,
                "3 left, and 5 sell a day.",
                List.of(new Evidence("MUG-1", "on hand", "3 units", "stock book", now)),
                List.of(),
                List.of(),
                new Money(250 * quantity, GBP),
                90,
                null);
        return approvals.propose(proposal, new FrozenFacts(1, "{}"), new CorrelationId(story));
    }
}
