package io.quartermaster.approvals;

import io.quartermaster.retail.Money;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.RetailAction;
import io.quartermaster.retail.RetailAction.OrderFromSupplier;
import io.quartermaster.retail.RetailAction.OrderLine;
import io.quartermaster.retail.RetailAction.TellPerson;
import io.quartermaster.retail.RetailAction.TransferLine;
import io.quartermaster.retail.RetailAction.TransferStock;
import io.quartermaster.retail.VariantId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How a skill's newer thought joins the proposal that waits: the paper keeps its number, and
/// what a person wrote stays.
final class Joining {

    private Joining() {}

    /// The waiting proposal as it stands after the newer suggestion.
    ///
    /// @param persons the variants whose quantities a person set, or left out
    static Proposal join(Proposal waiting, Proposal newer, Set<VariantId> persons) {
        var action = action(waiting.action(), newer.action(), persons);
        var kept = !action.equals(renumbered(waiting.action(), newer.action()));
        var because = kept ? newer.because() + " Quantities that a person set stay as they are." : newer.because();
        return with(newer, action, because);
    }

    /// The same proposal about another action of its kind, with the value that goes with it.
    static Proposal with(Proposal proposal, RetailAction action, String because) {
        return new Proposal(
                proposal.skill(),
                proposal.about(),
                proposal.scope(),
                action,
                because,
                proposal.evidence(),
                proposal.flags(),
                proposal.alternatives(),
                value(proposal, action),
                proposal.confidencePercent(),
                proposal.actBy());
    }

    /// Whether there is something in the newer one that a person should read anew.
    static boolean matters(Proposal waiting, Proposal newer) {
        return !waiting.action().equals(newer.action())
                || !waiting.flags().equals(newer.flags())
                || !waiting.value().equals(newer.value())
                || !waiting.scope().equals(newer.scope())
                || !java.util.Objects.equals(waiting.actBy(), newer.actBy());
    }

    /// What the action moves: an order its total; a transfer as much as the skill reckoned, in
    /// proportion to the units.
    private static Money value(Proposal proposal, RetailAction action) {
        return switch (action) {
            case OrderFromSupplier order -> order.total();
            case TransferStock transfer -> proportional(proposal, transfer);
            case TellPerson _ -> proposal.value();
        };
    }

    private static Money proportional(Proposal proposal, TransferStock transfer) {
        if (!(proposal.action() instanceof TransferStock before)
                || before.lines().equals(transfer.lines())) {
            return proposal.value();
        }
        var worth = proposal.value();
        var minor = BigDecimal.valueOf(worth.minorUnits())
                .multiply(units(transfer))
                .divide(units(before), 0, RoundingMode.UP);
        return new Money(minor.longValueExact(), worth.currency());
    }

    private static BigDecimal units(TransferStock transfer) {
        return transfer.lines().stream().map(line -> line.quantity().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static RetailAction action(RetailAction waiting, RetailAction newer, Set<VariantId> persons) {
        return switch (renumbered(waiting, newer)) {
            case OrderFromSupplier order
            when waiting instanceof OrderFromSupplier before -> order(before, order, persons);
            case TransferStock transfer
            when waiting instanceof TransferStock before
                    && before.from().equals(transfer.from())
                    && before.to().equals(transfer.to()) -> transfer(before, transfer, persons);
            case RetailAction other -> other;
        };
    }

    /// The newer action under the number of the waiting paper, if it is one of the same kind.
    private static RetailAction renumbered(RetailAction waiting, RetailAction newer) {
        return switch (newer) {
            case OrderFromSupplier order
            when waiting instanceof OrderFromSupplier before ->
                new OrderFromSupplier(
                        before.order(), order.supplier(), order.destination(), order.lines(), order.deliverBy());
            case TransferStock transfer
            when waiting instanceof TransferStock before ->
                new TransferStock(before.transfer(), transfer.from(), transfer.to(), transfer.lines());
            case RetailAction other -> other;
        };
    }

    private static OrderFromSupplier order(OrderFromSupplier waiting, OrderFromSupplier newer, Set<VariantId> persons) {
        if (!waiting.supplier().equals(newer.supplier())) {
            return newer;
        }
        var old = byVariant(waiting.lines(), OrderLine::variant);
        var lines = byVariant(newer.lines(), OrderLine::variant);
        for (var variant : persons) {
            var kept = old.get(variant);
            var fresh = lines.get(variant);
            if (kept == null) {
                lines.remove(variant);
            } else {
                lines.put(variant, fresh == null ? kept : priced(fresh, kept.quantity()));
            }
        }
        var all = lines.isEmpty() ? waiting.lines() : lines.values().stream().toList();
        return new OrderFromSupplier(newer.order(), newer.supplier(), newer.destination(), all, newer.deliverBy());
    }

    private static OrderLine priced(OrderLine line, Quantity quantity) {
        return new OrderLine(line.variant(), line.sku(), line.name(), quantity, line.unitCost());
    }

    private static TransferStock transfer(TransferStock waiting, TransferStock newer, Set<VariantId> persons) {
        var old = byVariant(waiting.lines(), TransferLine::variant);
        var lines = byVariant(newer.lines(), TransferLine::variant);
        for (var variant : persons) {
            var kept = old.get(variant);
            if (kept == null) {
                lines.remove(variant);
            } else {
                lines.put(variant, kept);
            }
        }
        var all = lines.isEmpty() ? waiting.lines() : lines.values().stream().toList();
        return new TransferStock(newer.transfer(), newer.from(), newer.to(), all);
    }

    private static <L> Map<VariantId, L> byVariant(java.util.List<L> lines, Function<L, VariantId> variant) {
        return lines.stream()
                .collect(Collectors.toMap(variant, Function.identity(), (first, _) -> first, LinkedHashMap::new));
    }
}
