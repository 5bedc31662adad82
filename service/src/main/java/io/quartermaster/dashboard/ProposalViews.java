package io.quartermaster.dashboard;

import io.quartermaster.access.Role;
import io.quartermaster.access.User;
import io.quartermaster.approvals.Approvals;
import io.quartermaster.approvals.DeskItem;
import io.quartermaster.approvals.Evidence;
import io.quartermaster.approvals.ProposalState;
import io.quartermaster.books.purchasing.Purchasing;
import io.quartermaster.dashboard.ProposalView.Alternative;
import io.quartermaster.dashboard.ProposalView.Choice;
import io.quartermaster.dashboard.ProposalView.Decide;
import io.quartermaster.dashboard.ProposalView.Fact;
import io.quartermaster.dashboard.ProposalView.Facts;
import io.quartermaster.dashboard.ProposalView.Figure;
import io.quartermaster.dashboard.ProposalView.Flag;
import io.quartermaster.dashboard.ProposalView.Picture;
import io.quartermaster.dashboard.ProposalView.Status;
import io.quartermaster.dashboard.ProposalView.WhatIf;
import io.quartermaster.retail.RetailAction;
import io.quartermaster.retail.RetailAction.OrderFromSupplier;
import io.quartermaster.retail.RetailAction.TellPerson;
import io.quartermaster.retail.RetailAction.TransferStock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes of a proposal what its page shows.
@Component
class ProposalViews {

    private final Approvals approvals;
    private final Sentences sentences;
    private final Names names;
    private final Purchasing purchasing;
    private final Surroundings surroundings;
    private final Pictures pictures;
    private final MadeOfViews madeOf;

    ProposalViews(
            Approvals approvals,
            Sentences sentences,
            Names names,
            Purchasing purchasing,
            Surroundings surroundings,
            Pictures pictures,
            MadeOfViews madeOf) {
        this.purchasing = purchasing;
        this.approvals = approvals;
        this.sentences = sentences;
        this.names = names;
        this.surroundings = surroundings;
        this.pictures = pictures;
        this.madeOf = madeOf;
    }

    ProposalView of(DeskItem item, User user, String problem) {
        var words = surroundings.words();
        var proposal = item.proposal();
        return new ProposalView(
                item.id().value(),
                item.revision(),
                sentences.of(proposal.action()),
                words.spoken(proposal.because()),
                new Status(
                        Sentences.state(item),
                        Sentences.tone(item.state()),
                        Sentences.stateIcon(item.state()),
                        item.state() == ProposalState.WAITING,
                        item.state() == ProposalState.CAME_BACK,
                        item.outcome()),
                decide(item, user, words),
                problem,
                ProposalLines.of(item),
                madeOf.of(item, words),
                facts(proposal.evidence(), words),
                proposal.flags().stream()
                        .map(flag -> new Flag(Rows.rule(flag.rule()), words.spoken(flag.detail())))
                        .toList(),
                proposal.alternatives().stream()
                        .map(other -> new Alternative(Words.capital(other.what()), other.cost()))
                        .toList(),
                new ProposalHistory(names, words).of(item),
                figures(item, words),
                whatIf(item, proposal.action(), null),
                Links.story(item.correlation(), papers(item)),
                paper(item));
    }

    /// What the typed quantities would lead to.
    ///
    /// @param variant whose picture is wanted; null for the first
    WhatIf whatIf(DeskItem item, RetailAction typed, @Nullable String variant) {
        var lines = ProposalLines.of(item);
        var chosen = lines.stream()
                .filter(line -> line.variant().equals(variant))
                .findFirst()
                .or(() -> lines.stream().findFirst());
        var choices = lines.stream()
                .map(line -> new Choice(
                        line.variant(), line.name(), chosen.filter(line::equals).isPresent()))
                .toList();
        var shown = chosen.flatMap(line -> pictures.of(typed, line.variant(), surroundings.words())
                        .map(view -> new Picture(line.name(), view)))
                .map(List::of)
                .orElse(List.of());
        return new WhatIf(item.id().value(), choices, shown, total(typed), "");
    }

    private static String total(RetailAction action) {
        return switch (action) {
            case OrderFromSupplier order -> Words.money(order.total());
            case TransferStock _, TellPerson _ -> "";
        };
    }

    private Decide decide(DeskItem item, User user, Words words) {
        var whyNot = approvals.whyNot(item, user.id());
        var open = item.state() == ProposalState.WAITING;
        var undoable = Rows.canBeUndone(item, words.now());
        var until = item.undoUntil();
        return new Decide(
                open && whyNot.isEmpty(),
                open ? whyNot.orElse("") : "",
                open && user.atLeast(Role.MANAGER),
                "%s, for %s"
                        .formatted(
                                item.askedRole() == Role.ADMIN
                                        ? "An administrator"
                                        : Words.capital(Words.plain(item.askedRole())) + " or above",
                                names.location(item.proposal().scope().location())),
                open ? words.ago(item.expiresAt()) : "",
                undoable && until != null ? words.time(until) : "");
    }

    private static List<Facts> facts(List<Evidence> evidence, Words words) {
        var groups = new LinkedHashMap<String, List<Fact>>();
        evidence.forEach(it -> groups.computeIfAbsent(it.group(), _ -> new ArrayList<>())
                .add(new Fact(
                        Words.capital(it.label()),
                        words.spoken(it.value()),
                        it.source(),
                        words.ago(it.asOf()),
                        it.value().startsWith("unknown"))));
        var first = groups.keySet().stream()
                .filter(about -> !about.isEmpty())
                .findFirst()
                .orElse("");
        return groups.entrySet().stream()
                .map(group -> new Facts(group.getKey(), group.getKey().equals(first), group.getValue()))
                .toList();
    }

    private List<Figure> figures(DeskItem item, Words words) {
        var figures = new ArrayList<Figure>();
        var proposal = item.proposal();
        if (proposal.value().minorUnits() != 0) {
            figures.add(new Figure("Money", Words.money(proposal.value()), ""));
        }
        var actBy = proposal.actBy();
        if (actBy != null) {
            figures.add(new Figure("Decide by", words.dayName(actBy), words.far(actBy)));
        }
        if (proposal.action() instanceof OrderFromSupplier order) {
            figures.add(new Figure("Goods by", words.dayName(order.deliverBy()), words.far(order.deliverBy())));
        }
        figures.add(new Figure("How sure", proposal.confidencePercent() + " %", "by the forecast's backtest"));
        figures.add(new Figure("Phase", Words.capital(Words.plain(item.phase())), "of " + proposal.skill()));
        return figures;
    }

    /// The proposal, and the order or transfer that comes of it.
    private static String[] papers(DeskItem item) {
        var own = "proposal/" + item.id().value();
        return switch (item.proposal().action()) {
            case OrderFromSupplier order ->
                new String[] {own, "purchase-order/" + order.order().value()};
            case TransferStock transfer ->
                new String[] {own, "transfer/" + transfer.transfer().value()};
            case TellPerson _ -> new String[] {own};
        };
    }

    private String paper(DeskItem item) {
        var decided = item.state() == ProposalState.APPROVED
                || item.state() == ProposalState.DONE
                || item.state() == ProposalState.CAME_BACK;
        return decided
                        && item.proposal().action() instanceof OrderFromSupplier order
                        && purchasing.order(order.order()).isPresent() // the book may be a moment behind the desk
                ? Links.order(order.order())
                : "";
    }
}
