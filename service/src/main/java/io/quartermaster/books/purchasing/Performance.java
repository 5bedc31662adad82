package io.quartermaster.books.purchasing;

import io.quartermaster.books.purchasing.PurchaseOrder.Line;
import io.quartermaster.books.purchasing.PurchaseOrder.State;
import io.quartermaster.retail.SupplierId;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reckons what a supplier's orders say of it.
final class Performance {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS = 2;

    private Performance() {}

    /// @param arrivedOn the business day of its destination on which an order was closed
    static SupplierPerformance of(
            SupplierId supplier,
            int promisedDays,
            LeadTimes leadTimes,
            List<PurchaseOrder> newestFirst,
            Function<PurchaseOrder, Optional<LocalDate>> arrivedOn) {
        var closed = newestFirst.stream().filter(it -> !it.isOpen()).toList();
        return new SupplierPerformance(
                supplier,
                newestFirst.size(),
                promisedDays,
                leadTimes,
                fillRate(closed),
                onTime(closed, arrivedOn),
                priceDrift(newestFirst));
    }

    private static @Nullable BigDecimal fillRate(List<PurchaseOrder> closed) {
        var ordered = sum(closed, line -> line.ordered().amount());
        var received =
                sum(closed, line -> line.received().amount().min(line.ordered().amount()));
        return ordered.signum() == 0 ? null : percent(received, ordered);
    }

    private static BigDecimal sum(List<PurchaseOrder> orders, Function<Line, BigDecimal> part) {
        return orders.stream().flatMap(it -> it.lines().stream()).map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static @Nullable BigDecimal onTime(
            List<PurchaseOrder> closed, Function<PurchaseOrder, Optional<LocalDate>> arrivedOn) {
        if (closed.isEmpty()) {
            return null;
        }
        long kept = closed.stream()
                .filter(it -> it.state() == State.RECEIVED)
                .filter(it -> arrivedOn
                        .apply(it)
                        .filter(day -> !day.isAfter(it.expectedOn()))
                        .isPresent())
                .count();
        return percent(BigDecimal.valueOf(kept), BigDecimal.valueOf(closed.size()));
    }

    private static @Nullable BigDecimal priceDrift(List<PurchaseOrder> newestFirst) {
        var newest = new HashMap<String, Line>();
        var oldest = new HashMap<String, Line>();
        for (var order : newestFirst) {
            for (var line : order.lines()) {
                if (line.unitCost().amount().signum() > 0) {
                    var key = line.variant().value() + "/" + line.unitCost().currency();
                    newest.putIfAbsent(key, line);
                    oldest.merge(key, line, (_, older) -> older);
                }
            }
        }
        var drifts = new ArrayList<BigDecimal>();
        newest.forEach((key, line) -> {
            var first = oldest.getOrDefault(key, line);
            if (!first.equals(line)) {
                var rise = line.unitCost().amount().subtract(first.unitCost().amount());
                drifts.add(rise.multiply(HUNDRED).divide(first.unitCost().amount(), MathContext.DECIMAL64));
            }
        });
        return drifts.isEmpty() ? null : rounded(mean(drifts));
    }

    private static BigDecimal mean(List<BigDecimal> figures) {
        return figures.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(figures.size()), MathContext.DECIMAL64);
    }

    private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return part.multiply(HUNDRED).divide(whole, DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal rounded(BigDecimal figure) {
        return figure.setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }
}
