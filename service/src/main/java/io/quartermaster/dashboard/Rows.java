package io.quartermaster.dashboard;

import io.quartermaster.approvals.Approvals;
import io.quartermaster.approvals.DeskItem;
import io.quartermaster.approvals.Proposal;
import io.quartermaster.approvals.ProposalState;
import io.quartermaster.retail.UserId;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/// Proposals as rows of a list.
@Component
class Rows {

    private final Approvals approvals;
    private final Sentences sentences;
    private final Names names;

    Rows(Approvals approvals, Sentences sentences, Names names) {
        this.approvals = approvals;
        this.sentences = sentences;
        this.names = names;
    }

    ProposalRow of(DeskItem item, UserId user, Words words) {
        var proposal = item.proposal();
        return new ProposalRow(
                item.id().value(),
                item.revision(),
                Sentences.icon(proposal.action()),
                sentences.of(proposal.action()),
                words.spoken(proposal.because()),
                proposal.value().minorUnits() == 0 ? "" : Words.money(proposal.value()),
                urgency(item, words),
                isUrgent(item, words),
                proposal.flags().stream()
                        .map(Proposal.Flag::rule)
                        .distinct()
                        .map(Rows::rule)
                        .toList(),
                item.state() == ProposalState.CAME_BACK,
                approvals.whyNot(item, user).orElse(""),
                names.location(proposal.scope().location()));
    }

    DoneRow done(DeskItem item, Words words) {
        var decision = item.decision();
        return new DoneRow(
                item.id().value(),
                sentences.of(item.proposal().action()),
                Sentences.state(item),
                Sentences.tone(item.state()),
                Sentences.stateIcon(item.state()),
                decision == null ? "" : decision.byPolicy() ? "by policy" : "by " + names.user(decision.by()),
                decision == null ? "" : words.ago(decision.at()),
                item.proposal().value().minorUnits() == 0
                        ? ""
                        : Words.money(item.proposal().value()),
                canBeUndone(item, words.now()));
    }

    static boolean canBeUndone(DeskItem item, Instant now) {
        var until = item.undoUntil();
        return until != null && until.isAfter(now);
    }

    /// A rule's name as people write it: `price-above-contract` → `Price above contract`.
    static String rule(String name) {
        return Words.capital(name.replace('-', ' ').replace("moq", "MOQ"));
    }

    private static String urgency(DeskItem item, Words words) {
        var actBy = item.proposal().actBy();
        if (actBy == null) {
            return "";
        }
        return actBy.isBefore(words.today())
                ? "Late: was to be decided by " + words.dayName(actBy)
                : "Decide by " + words.day(actBy);
    }

    private static boolean isUrgent(DeskItem item, Words words) {
        var actBy = item.proposal().actBy();
        return actBy != null && !actBy.isAfter(words.today().plusDays(1));
    }

    /// One proposal that waits.
    ///
    /// @param whyNot why this person may not approve it; empty if they may
    record ProposalRow(
            String id,
            int revision,
            String icon,
            String sentence,
            String because,
            String value,
            String urgency,
            boolean urgent,
            List<String> flags,
            boolean cameBack,
            String whyNot,
            String location) {}

    /// One proposal that was decided.
    record DoneRow(
            String id,
            String sentence,
            String state,
            String tone,
            String icon,
            String by,
            String when,
            String value,
            boolean undoable) {}
}
