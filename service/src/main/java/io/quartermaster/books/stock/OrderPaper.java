package io.quartermaster.books.stock;

import io.quartermaster.books.stock.Movement.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One purchase order: what is on order from its approval, until it comes in or is cancelled.
///
/// Goods that come in stand on the shelf whether or not we know of an order. An order that is
/// approved twice counts as it was approved first.
record OrderPaper(List<Approval> approvals, List<Received> received, List<Told> cancelled) implements Paper {

    OrderPaper {
        approvals = List.copyOf(approvals);
        received = List.copyOf(received);
        cancelled = List.copyOf(cancelled);
    }

    static OrderPaper empty() {
        return new OrderPaper(List.of(), List.of(), List.of());
    }

    record Approval(Told told, String destination, List<Goods> goods) {}

    record Received(Told told, String location, List<Goods> goods) {}

    OrderPaper with(Approval approval) {
        var all = new ArrayList<>(approvals);
        all.removeIf(it -> it.told().key().equals(approval.told().key()));
        all.add(approval);
        return new OrderPaper(all, received, cancelled);
    }

    OrderPaper with(Received arrival) {
        var all = new ArrayList<>(received);
        all.removeIf(it -> it.told().key().equals(arrival.told().key()));
        all.add(arrival);
        all.sort(Comparator.comparing((Received it) -> it.told().at())
                .thenComparing(it -> it.told().key()));
        return new OrderPaper(approvals, all, cancelled);
    }

    OrderPaper cancelledBy(Told told) {
        var all = new ArrayList<>(cancelled);
        all.add(told);
        return new OrderPaper(approvals, received, all);
    }

    @Override
    public Stream<String> variants() {
        return Stream.concat(
                        approvals.stream().flatMap(it -> it.goods().stream()),
                        received.stream().flatMap(it -> it.goods().stream()))
                .map(Goods::variant);
    }

    @Override
    public Paper renamed(UnaryOperator<String> successor) {
        return new OrderPaper(
                approvals.stream()
                        .map(it -> new Approval(it.told, it.destination, Goods.renamed(it.goods, successor)))
                        .toList(),
                received.stream()
                        .map(it -> new Received(it.told, it.location, Goods.renamed(it.goods, successor)))
                        .toList(),
                cancelled);
    }

    @Override
    public List<Posting> postings() {
        var postings = new ArrayList<Posting>();
        var open = new TreeMap<Shelf, BigDecimal>();
        var approval = first();
        if (approval != null) {
            approval.goods()
                    .forEach(goods -> open.merge(goods.at(approval.destination()), goods.amount(), BigDecimal::add));
            var sums = new Posting.Sums();
            open.forEach((shelf, amount) -> sums.add(shelf, Amounts.onOrder(amount)));
            postings.add(new Posting(approval.told().at(), approval.told(), Kind.ORDERED, new TreeMap<>(sums.asMap())));
        }
        var end = cancelled.stream()
                .min(Comparator.comparing(Told::at).thenComparing(Told::key))
                .orElse(null);
        for (var arrival : received) {
            if (end != null && arrival.told().at().isAfter(end.at())) {
                close(end, open, postings);
            }
            arrive(arrival, approval, open, postings);
        }
        if (end != null) {
            close(end, open, postings);
        }
        return postings;
    }

    private @Nullable Approval first() {
        return approvals.stream()
                .min(Comparator.comparing((Approval it) -> it.told().at())
                        .thenComparing(it -> it.told().key()))
                .orElse(null);
    }

    private static void arrive(
            Received arrival, @Nullable Approval approval, TreeMap<Shelf, BigDecimal> open, List<Posting> postings) {
        var sums = new Posting.Sums();
        for (var goods : arrival.goods()) {
            sums.add(goods.at(arrival.location()), Amounts.onHand(goods.amount()));
            if (approval != null) {
                var shelf = goods.at(approval.destination());
                var awaited = open.getOrDefault(shelf, BigDecimal.ZERO).min(goods.amount());
                open.computeIfPresent(shelf, (_, left) -> left.subtract(awaited));
                sums.add(shelf, Amounts.onOrder(awaited.negate()));
            }
        }
        sums.asMap().values().removeIf(Amounts::isNothing);
        postings.add(new Posting(arrival.told().at(), arrival.told(), Kind.RECEIVED, new TreeMap<>(sums.asMap())));
    }

    private static void close(Told end, TreeMap<Shelf, BigDecimal> open, List<Posting> postings) {
        var sums = new Posting.Sums();
        open.forEach((shelf, left) -> sums.add(shelf, Amounts.onOrder(left.negate())));
        open.clear();
        sums.asMap().values().removeIf(Amounts::isNothing);
        if (!sums.asMap().isEmpty()) {
            postings.add(new Posting(end.at(), end, Kind.ORDER_CANCELLED, new TreeMap<>(sums.asMap())));
        }
    }
}
