package io.quartermaster.books.purchasing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All that was told of one purchase order, oldest first; the order as it stands follows from it,
/// whatever order it was told in.
record OrderStory(
        List<Approval> approvals,
        List<Step> sent,
        List<Confirmation> confirmations,
        List<Arrival> arrivals,
        List<Step> cancellations) {

    static final OrderStory EMPTY = new OrderStory(List.of(), List.of(), List.of(), List.of(), List.of());

    OrderStory {
        approvals = sorted(approvals, Approval::step);
        sent = sorted(sent, it -> it);
        confirmations = sorted(confirmations, Confirmation::step);
        arrivals = sorted(arrivals, Arrival::step);
        cancellations = sorted(cancellations, it -> it);
    }

    /// Who told it, and when it happened.
    record Step(String key, Instant at, String correlation) {}

    record Approval(
            Step step,
            String proposal,
            String supplier,
            String destination,
            LocalDate expectedOn,
            List<Wanted> lines) {}

    record Wanted(
            String variant,
            String sku,
            String name,
            BigDecimal quantity,
            String unit,
            BigDecimal cost,
            String currency) {}

    record Confirmation(Step step, LocalDate expectedOn) {}

    record Arrival(Step step, String location, List<Came> lines) {}

    record Came(String variant, String label, String name, BigDecimal quantity, String unit) {}

    OrderStory with(Approval approval) {
        return new OrderStory(added(approvals, approval), sent, confirmations, arrivals, cancellations);
    }

    OrderStory sentBy(Step step) {
        return new OrderStory(approvals, added(sent, step), confirmations, arrivals, cancellations);
    }

    OrderStory with(Confirmation confirmation) {
        return new OrderStory(approvals, sent, added(confirmations, confirmation), arrivals, cancellations);
    }

    OrderStory with(Arrival arrival) {
        return new OrderStory(approvals, sent, confirmations, added(arrivals, arrival), cancellations);
    }

    OrderStory cancelledBy(Step step) {
        return new OrderStory(approvals, sent, confirmations, arrivals, added(cancellations, step));
    }

    /// The approval that counts: the first.
    @Nullable
    Approval approval() {
        return approvals.isEmpty() ? null : approvals.getFirst();
    }

    Stream<String> variants() {
        return Stream.concat(
                approvals.stream().flatMap(it -> it.lines().stream()).map(Wanted::variant),
                arrivals.stream().flatMap(it -> it.lines().stream()).map(Came::variant));
    }

    OrderStory renamed(UnaryOperator<String> successor) {
        var wanted = approvals.stream()
                .map(it -> new Approval(
                        it.step,
                        it.proposal,
                        it.supplier,
                        it.destination,
                        it.expectedOn,
                        it.lines.stream().map(line -> renamed(line, successor)).toList()))
                .toList();
        var came = arrivals.stream()
                .map(it -> new Arrival(
                        it.step,
                        it.location,
                        it.lines.stream().map(line -> renamed(line, successor)).toList()))
                .toList();
        return new OrderStory(wanted, sent, confirmations, came, cancellations);
    }

    private static Wanted renamed(Wanted it, UnaryOperator<String> successor) {
        return new Wanted(successor.apply(it.variant), it.sku, it.name, it.quantity, it.unit, it.cost, it.currency);
    }

    private static Came renamed(Came it, UnaryOperator<String> successor) {
        return new Came(successor.apply(it.variant), it.label, it.name, it.quantity, it.unit);
    }

    private static <T> List<T> added(List<T> all, T one) {
        var more = new ArrayList<>(all);
        more.add(one);
        return more;
    }

    private static <T> List<T> sorted(List<T> all, java.util.function.Function<T, Step> step) {
        return all.stream()
                .sorted(Comparator.comparing((T it) -> step.apply(it).at())
                        .thenComparing(it -> step.apply(it).key()))
                .toList();
    }
}
