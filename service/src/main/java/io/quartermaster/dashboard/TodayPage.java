package io.quartermaster.dashboard;

import io.quartermaster.approvals.Approvals;
import io.quartermaster.approvals.DeskFilter;
import io.quartermaster.approvals.DeskItem;
import io.quartermaster.approvals.ProposalState;
import io.quartermaster.dashboard.Pulse.PulseView;
import io.quartermaster.dashboard.Rows.DoneRow;
import io.quartermaster.dashboard.Rows.ProposalRow;
import io.quartermaster.dashboard.Troubles.Trouble;
import io.quartermaster.retail.ProposalId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What needs me now?
@Controller
class TodayPage implements Framed {

    private static final int WAITING_MAX = 50;
    private static final int RECENT_MAX = 60;
    private static final int DONE_SHOWN_MAX = 6;

    private final Approvals approvals;
    private final Rows rows;
    private final Troubles troubles;
    private final Pulse pulse;
    private final Surroundings surroundings;

    TodayPage(Approvals approvals, Rows rows, Troubles troubles, Pulse pulse, Surroundings surroundings) {
        this.approvals = approvals;
        this.rows = rows;
        this.troubles = troubles;
        this.pulse = pulse;
        this.surroundings = surroundings;
    }

    @GetMapping("/")
    ModelAndView show(@RequestParam(required = false) @Nullable String decided, HttpServletRequest request) {
        var user = surroundings.user(request);
        var words = surroundings.words();
        var mine = DeskFilter.ALL.at(user.locations());
        var waiting = approvals.waiting(mine, WAITING_MAX).stream()
                .map(item -> rows.of(item, user.id(), words))
                .toList();
        var recent = approvals.recent(mine, RECENT_MAX);
        var view = new TodayView(
                title(waiting.size()),
                waiting,
                done(recent, true, words),
                done(recent, false, words),
                troubles.of(user, words),
                pulse.of(user, words),
                decided == null || decided.isBlank()
                        ? null
                        : approvals
                                .find(new ProposalId(decided))
                                .filter(item ->
                                        user.worksAt(item.proposal().scope().location()))
                                .map(item -> rows.done(item, words))
                                .orElse(null));
        return new ModelAndView("today", Map.of("view", view));
    }

    private List<DoneRow> done(List<DeskItem> recent, boolean byPolicy, Words words) {
        return recent.stream()
                .filter(item -> item.state() != ProposalState.WITHDRAWN) // the need went away: no news
                .filter(item -> isByPolicy(item) == byPolicy)
                .limit(DONE_SHOWN_MAX)
                .map(item -> rows.done(item, words))
                .toList();
    }

    private static boolean isByPolicy(DeskItem item) {
        var decision = item.decision();
        return decision != null && decision.byPolicy();
    }

    private static String title(int waiting) {
        return switch (waiting) {
            case 0 -> "Nothing waits for you";
            case 1 -> "One proposal waits for you";
            case WAITING_MAX -> "%d proposals or more wait for you".formatted(WAITING_MAX);
            default -> "%d proposals wait for you".formatted(waiting);
        };
    }

    /// @param withoutMe what a signed policy decided
    /// @param byPeople what people decided lately
    /// @param decided what this person decided a moment ago; null if nothing
    record TodayView(
            String title,
            List<ProposalRow> waiting,
            List<DoneRow> withoutMe,
            List<DoneRow> byPeople,
            List<Trouble> troubles,
            PulseView pulse,
            @Nullable DoneRow decided) {}
}
