package io.quartermaster.dashboard;

import io.quartermaster.approvals.DeskItem;
import io.quartermaster.dashboard.ProposalView.Step;
import java.util.List;

/// What happened to a proposal, step by step.
///
/// @param words whose clock is meant
record ProposalHistory(Names names, Words words) {

    List<Step> of(DeskItem item) {
        return item.history().stream().map(this::step).toList().reversed();
    }

    private Step step(DeskItem.Step step) {
        return new Step(
                icon(step.what()),
                tone(step.what()),
                Words.capital(step.what()),
                names.user(step.by()),
                words.ago(step.at()),
                words.exact(step.at()),
                step.notes());
    }

    private static String icon(String what) {
        var first = what.split(" ", 2)[0];
        return switch (first) {
            case "approved" -> "check";
            case "refused", "cancelled", "withdrawn", "expired" -> "x";
            case "changed" -> "pencil";
            case "undone" -> "arrow-back-up";
            case "done" -> "circle-check";
            default -> "history";
        };
    }

    private static String tone(String what) {
        return what.startsWith("approved") || what.startsWith("done")
                ? "good"
                : what.startsWith("came back") ? "bad" : "";
    }
}
