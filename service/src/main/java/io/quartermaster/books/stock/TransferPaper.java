package io.quartermaster.books.stock;

import io.quartermaster.books.stock.Movement.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One transfer: promised where it leaves and in transit to where it goes, until it comes in or
/// is cancelled, whichever happened first. Unless a platform has it in books of its own, it is a
/// promise that no platform knows of.
record TransferPaper(List<Approval> approvals, List<Told> booked, List<Told> received, List<Told> cancelled)
        implements Paper {

    private static final Comparator<Told> BY_TIME =
            Comparator.comparing(Told::at).thenComparing(Told::key);

    TransferPaper {
        approvals = List.copyOf(approvals);
        booked = booked == null ? List.of() : List.copyOf(booked); // papers of old do not have it
        received = List.copyOf(received);
        cancelled = List.copyOf(cancelled);
    }

    static TransferPaper empty() {
        return new TransferPaper(List.of(), List.of(), List.of(), List.of());
    }

    record Approval(Told told, String from, String to, List<Goods> goods) {}

    TransferPaper with(Approval approval) {
        var all = new ArrayList<>(approvals);
        all.removeIf(it -> it.told().key().equals(approval.told().key()));
        all.add(approval);
        return new TransferPaper(all, booked, received, cancelled);
    }

    TransferPaper bookedBy(Told told) {
        var all = new ArrayList<>(booked);
        all.add(told);
        return new TransferPaper(approvals, all, received, cancelled);
    }

    TransferPaper receivedBy(Told told) {
        var all = new ArrayList<>(received);
        all.add(told);
        return new TransferPaper(approvals, booked, all, cancelled);
    }

    TransferPaper cancelledBy(Told told) {
        var all = new ArrayList<>(cancelled);
        all.add(told);
        return new TransferPaper(approvals, booked, received, all);
    }

    @Override
    public Stream<String> variants() {
        return approvals.stream().flatMap(it -> it.goods().stream()).map(Goods::variant);
    }

    @Override
    public Paper renamed(UnaryOperator<String> successor) {
        return new TransferPaper(
                approvals.stream()
                        .map(it -> new Approval(it.told, it.from, it.to, Goods.renamed(it.goods, successor)))
                        .toList(),
                booked,
                received,
                cancelled);
    }

    @Override
    public List<Posting> postings() {
        var approval = approvals.stream()
                .min(Comparator.comparing(Approval::told, BY_TIME))
                .orElse(null);
        if (approval == null) {
            return List.of();
        }
        var postings = new ArrayList<Posting>();
        postings.add(promised(approval, approval.told(), BigDecimal.ONE));
        var arrival = first(received);
        var end = first(cancelled);
        if (arrival != null && !isBefore(end, arrival)) {
            postings.add(arrived(approval, arrival));
        } else if (end != null) {
            postings.add(promised(approval, end, BigDecimal.ONE.negate()));
        }
        return postings;
    }

    private static @Nullable Told first(List<Told> all) {
        return all.stream().min(BY_TIME).orElse(null);
    }

    private static boolean isBefore(@Nullable Told end, Told arrival) {
        return end != null && BY_TIME.compare(end, arrival) < 0;
    }

    /// Promised at one end and in transit to the other, or no longer.
    private Posting promised(Approval approval, Told told, BigDecimal sign) {
        var sums = new Posting.Sums();
        for (var goods : approval.goods()) {
            var amount = goods.amount().multiply(sign);
            sums.add(goods.at(approval.from()), Amounts.committed(amount).plus(unseen(amount)));
            sums.add(goods.at(approval.to()), Amounts.inTransit(amount));
        }
        return new Posting(notBefore(approval, told), told, Kind.TRANSFER, new TreeMap<>(sums.asMap()));
    }

    private Posting arrived(Approval approval, Told told) {
        var sums = new Posting.Sums();
        for (var goods : approval.goods()) {
            var came = goods.amount();
            var gone = came.negate();
            sums.add(
                    goods.at(approval.from()),
                    Amounts.onHand(gone).plus(Amounts.committed(gone)).plus(unseen(gone)));
            sums.add(goods.at(approval.to()), Amounts.onHand(came).plus(Amounts.inTransit(gone)));
        }
        return new Posting(notBefore(approval, told), told, Kind.TRANSFER, new TreeMap<>(sums.asMap()));
    }

    /// Once a platform has booked it, it counts as known from the approval on: the platform tells its
    /// new level by its own clock, and that may be a little before we know that it was booked.
    private Amounts unseen(BigDecimal amount) {
        return booked.isEmpty() ? Amounts.unseen(amount) : Amounts.NOTHING;
    }

    /// Clocks differ: nothing of a transfer happens before it was approved.
    private static Instant notBefore(Approval approval, Told told) {
        return told.at().isBefore(approval.told().at()) ? approval.told().at() : told.at();
    }
}
