package io.quartermaster.dashboard;

import io.quartermaster.approvals.DeskItem;
import io.quartermaster.dashboard.ProposalView.Step;
import java.util.ArrayList;
import java.util.List;

/// What happened to a proposal, step by step.
///
/// @param words whose clock is meant
record ProposalHistory(Names names, Words words) {

    private static final String RENEWED = "suggested anew";

    /// The newest first. A suggestion that was renewed again and again is one step, told by its
    /// newest.
    List<Step> of(DeskItem item) {
        var steps = new ArrayList<Step>();
        var times = 0;
        for (var step : item.history().reversed()) {
            times = step.what().equals(RENEWED) ? times + 1 : 0;
            if (times > 1) {
                steps.set(steps.size() - 1, told(steps.getLast(), times));
            } else {
                steps.add(step(step));
            }
        }
        return List.copyOf(steps);
    }

    private static Step told(Step newest, int times) {
        return new Step(
                newest.icon(),
                newest.tone(),
                "%s, %d times".formatted(Words.capital(RENEWED), times),
                newest.who(),
                newest.when(),
                newest.exact(),
                newest.notes());
    }

    private Step step(DeskItem.Step step) {
        return new Step(
                icon(step.what()),
                tone(step.what()),
                Words.capital(step.what()),
                names.user(step.by()),
                words.ago(step.at()),
                words.exact(step.at()),
                words.spoken(step.notes()));
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
