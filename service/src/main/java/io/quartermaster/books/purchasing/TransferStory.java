package io.quartermaster.books.purchasing;

import io.quartermaster.books.purchasing.OrderStory.Step;
import io.quartermaster.books.purchasing.Transfer.Line;
import io.quartermaster.books.purchasing.Transfer.State;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.ProposalId;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.Sku;
import io.quartermaster.retail.TransferId;
import io.quartermaster.retail.Unit;
import io.quartermaster.retail.VariantId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All that was told of one transfer. Received or cancelled: whichever happened first.
record TransferStory(List<Approval> approvals, List<Step> received, List<Step> cancellations) {

    static final TransferStory EMPTY = new TransferStory(List.of(), List.of(), List.of());

    private static final Comparator<Step> BY_TIME =
            Comparator.comparing(Step::at).thenComparing(Step::key);

    TransferStory {
        approvals = List.copyOf(approvals);
        received = List.copyOf(received);
        cancellations = List.copyOf(cancellations);
    }

    record Approval(Step step, String proposal, String from, String to, LocalDate expectedOn, List<Sent> lines) {}

    record Sent(String variant, String sku, String name, BigDecimal quantity, String unit) {}

    TransferStory with(Approval approval) {
        var all = new ArrayList<>(approvals);
        all.add(approval);
        return new TransferStory(all, received, cancellations);
    }

    TransferStory receivedBy(Step step) {
        var all = new ArrayList<>(received);
        all.add(step);
        return new TransferStory(approvals, all, cancellations);
    }

    TransferStory cancelledBy(Step step) {
        var all = new ArrayList<>(cancellations);
        all.add(step);
        return new TransferStory(approvals, received, all);
    }

    /// The approval that counts: the first.
    @Nullable
    Approval approval() {
        return approvals.stream()
                .min(Comparator.comparing(Approval::step, BY_TIME))
                .orElse(null);
    }

    Stream<String> variants() {
        return approvals.stream().flatMap(it -> it.lines().stream()).map(Sent::variant);
    }

    Transfer standing(TransferId id, Approval approval, UnaryOperator<String> successor) {
        var arrival = received.stream().min(BY_TIME).orElse(null);
        var end = cancellations.stream().min(BY_TIME).orElse(null);
        boolean cancelled = end != null && (arrival == null || BY_TIME.compare(end, arrival) < 0);
        var close = cancelled ? end : arrival;
        return new Transfer(
                id,
                new LocationId(approval.from()),
                new LocationId(approval.to()),
                close == null ? State.APPROVED : cancelled ? State.CANCELLED : State.RECEIVED,
                approval.lines().stream().map(line -> line(line, successor)).toList(),
                approval.expectedOn(),
                approval.step().at(),
                close == null ? null : close.at(),
                new CorrelationId(approval.step().correlation()),
                new ProposalId(approval.proposal()));
    }

    private static Line line(Sent line, UnaryOperator<String> successor) {
        return new Line(
                new VariantId(successor.apply(line.variant())),
                new Sku(line.sku()),
                line.name(),
                new Quantity(line.quantity(), Unit.valueOf(line.unit())));
    }
}
