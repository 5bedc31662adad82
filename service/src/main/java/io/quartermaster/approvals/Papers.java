package io.quartermaster.approvals;

import io.quartermaster.retail.ConnectionId;
import io.quartermaster.retail.DeskEvent.ProposalDecided;
import io.quartermaster.retail.DeskEvent.ProposalMade;
import io.quartermaster.retail.DeskEvent.Verdict;
import io.quartermaster.retail.Origin;
import io.quartermaster.retail.PurchaseEvent.PurchaseOrderApproved;
import io.quartermaster.retail.PurchaseEvent.PurchaseOrderCancelled;
import io.quartermaster.retail.RetailAction.OrderFromSupplier;
import io.quartermaster.retail.RetailAction.TellPerson;
import io.quartermaster.retail.RetailAction.TransferStock;
import io.quartermaster.retail.RetailEvent;
import io.quartermaster.retail.TransferEvent.TransferApproved;
import io.quartermaster.retail.TransferEvent.TransferCancelled;
import io.quartermaster.retail.UserId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// What the journal is told of a proposal. The same happening always has the same key.
final class Papers {

    private static final ConnectionId DESK = new ConnectionId("desk");

    private Papers() {}

    static RetailEvent made(ProposalRow row, String because, FrozenFacts facts, Instant at) {
        return new ProposalMade(
                origin(row, "made/" + row.revision(), at),
                row.id(),
                row.revision(),
                row.proposal().skill(),
                row.proposal().action(),
                because,
                sha256(facts.json()));
    }

    static RetailEvent decided(ProposalRow row, Verdict verdict, DeskItem.Decision decision) {
        return new ProposalDecided(
                origin(row, "decided/" + row.decisions() + "/" + verdict, decision.at()),
                row.id(),
                verdict,
                row.proposal().action(),
                decision.by(),
                decision.notes());
    }

    /// The yes, and the paper that it puts into force.
    static List<RetailEvent> approved(ProposalRow row, DeskItem.Decision decision, int transferDays) {
        var events = new ArrayList<RetailEvent>();
        events.add(decided(row, decision.byPolicy() ? Verdict.APPROVED_BY_POLICY : Verdict.APPROVED, decision));
        var origin = origin(row, "in-force", decision.at());
        switch (row.proposal().action()) {
            case OrderFromSupplier order ->
                events.add(new PurchaseOrderApproved(
                        origin,
                        order.order(),
                        row.id(),
                        order.supplier(),
                        order.destination(),
                        order.lines(),
                        order.deliverBy(),
                        decision.by()));
            case TransferStock transfer ->
                events.add(new TransferApproved(
                        origin,
                        transfer.transfer(),
                        row.id(),
                        transfer.from(),
                        transfer.to(),
                        transfer.lines(),
                        LocalDate.ofInstant(decision.at(), ZoneOffset.UTC).plusDays(transferDays),
                        decision.by()));
            case TellPerson _ -> {}
        }
        return events;
    }

    /// It was approved, could not be carried out, and is given up.
    static List<RetailEvent> cancelled(ProposalRow row, UserId by, String why, Instant at) {
        var events = new ArrayList<RetailEvent>();
        events.add(decided(row, Verdict.REFUSED, new DeskItem.Decision(by, at, false, "given up: " + why)));
        var origin = origin(row, "given-up", at);
        switch (row.proposal().action()) {
            case OrderFromSupplier order -> events.add(new PurchaseOrderCancelled(origin, order.order(), why, by));
            case TransferStock transfer -> events.add(new TransferCancelled(origin, transfer.transfer(), why, by));
            case TellPerson _ -> {}
        }
        return events;
    }

    static Origin origin(String key, Instant at) {
        return new Origin(DESK, key, at);
    }

    private static Origin origin(ProposalRow row, String what, Instant at) {
        return origin(row.id().value() + "/" + what, at);
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException("This Java has no SHA-256.", fault);
        }
    }
}
