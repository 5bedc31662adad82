package io.quartermaster.dashboard;

import io.quartermaster.approvals.Approvals;
import io.quartermaster.approvals.DeskItem;
import io.quartermaster.approvals.DeskRefusal;
import io.quartermaster.dispatch.Dispatch;
import io.quartermaster.dispatch.StandsNotStill;
import io.quartermaster.retail.ProposalId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Should I say yes?
@Controller
class ProposalPage implements Framed {

    private static final String NOTHING_CHANGED = "";

    private final Approvals approvals;
    private final ProposalViews views;
    private final Dispatch dispatch;
    private final Surroundings surroundings;

    ProposalPage(Approvals approvals, ProposalViews views, Dispatch dispatch, Surroundings surroundings) {
        this.dispatch = dispatch;
        this.approvals = approvals;
        this.views = views;
        this.surroundings = surroundings;
    }

    @GetMapping("/proposals/{id}")
    ModelAndView show(@PathVariable String id, HttpServletRequest request) {
        return page(item(id, request), request, NOTHING_CHANGED);
    }

    /// The picture alone, for quantities that somebody thinks about.
    @GetMapping("/proposals/{id}/picture")
    ModelAndView picture(@PathVariable String id, HttpServletRequest request) {
        var item = item(id, request);
        var typed = Typed.of(item.proposal().action(), request.getParameterMap());
        return new ModelAndView("whatIf", Map.of("view", views.whatIf(item, typed, request.getParameter("variant"))));
    }

    @PostMapping("/proposals/{id}/approve")
    ModelAndView approve(
            @PathVariable String id,
            @RequestParam int revision,
            @RequestParam(defaultValue = "") String notes,
            @RequestParam(defaultValue = "") String from,
            HttpServletRequest request) {
        var item = item(id, request);
        var by = surroundings.user(request).id();
        try {
            var changed = Typed.of(item.proposal().action(), request.getParameterMap());
            var newest = revision;
            if (!changed.equals(item.proposal().action())) {
                newest = approvals.change(item.id(), revision, changed, by).revision();
            }
            approvals.approve(item.id(), newest, by, notes);
        } catch (DeskRefusal | IllegalArgumentException refusal) {
            return refused(id, refusal, request);
        }
        return after(id, from);
    }

    @PostMapping("/proposals/{id}/change")
    ModelAndView change(@PathVariable String id, @RequestParam int revision, HttpServletRequest request) {
        var item = item(id, request);
        try {
            var changed = Typed.of(item.proposal().action(), request.getParameterMap());
            approvals.change(
                    item.id(), revision, changed, surroundings.user(request).id());
        } catch (DeskRefusal | IllegalArgumentException refusal) {
            return refused(id, refusal, request);
        }
        return new ModelAndView("redirect:/proposals/" + id);
    }

    @PostMapping("/proposals/{id}/refuse")
    ModelAndView refuse(
            @PathVariable String id, @RequestParam int revision, @RequestParam String why, HttpServletRequest request) {
        var item = item(id, request);
        try {
            approvals.refuse(item.id(), revision, surroundings.user(request).id(), why);
        } catch (DeskRefusal | IllegalArgumentException refusal) {
            return refused(id, refusal, request);
        }
        return after(id, "today");
    }

    @PostMapping("/proposals/{id}/undo")
    ModelAndView undo(@PathVariable String id, HttpServletRequest request) {
        var item = item(id, request);
        try {
            approvals.undo(item.id(), surroundings.user(request).id());
        } catch (DeskRefusal refusal) {
            return refused(id, refusal, request);
        }
        return new ModelAndView("redirect:/proposals/" + id);
    }

    /// What came back is tried once more.
    @PostMapping("/proposals/{id}/again")
    ModelAndView again(@PathVariable String id, HttpServletRequest request) {
        var item = item(id, request);
        try {
            dispatch.sendAgain(item.id(), surroundings.user(request).id());
        } catch (DeskRefusal | StandsNotStill refusal) {
            return refused(id, refusal, request);
        }
        return new ModelAndView("redirect:/proposals/" + id);
    }

    /// What came back did arrive, says a person.
    @PostMapping("/proposals/{id}/arrived")
    ModelAndView arrived(@PathVariable String id, HttpServletRequest request) {
        var item = item(id, request);
        try {
            dispatch.arrived(item.id(), surroundings.user(request).id());
        } catch (DeskRefusal | StandsNotStill refusal) {
            return refused(id, refusal, request);
        }
        return new ModelAndView("redirect:/proposals/" + id);
    }

    @PostMapping("/proposals/{id}/give-up")
    ModelAndView giveUp(@PathVariable String id, @RequestParam String why, HttpServletRequest request) {
        var item = item(id, request);
        try {
            approvals.cancel(item.id(), surroundings.user(request).id(), why);
        } catch (DeskRefusal | IllegalArgumentException refusal) {
            return refused(id, refusal, request);
        }
        return new ModelAndView("redirect:/proposals/" + id);
    }

    private ModelAndView refused(String id, RuntimeException refusal, HttpServletRequest request) {
        var page = page(item(id, request), request, String.valueOf(refusal.getMessage()));
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private ModelAndView page(DeskItem item, HttpServletRequest request, String problem) {
        var user = surroundings.user(request);
        return new ModelAndView("proposal", Map.of("view", views.of(item, user, problem)));
    }

    /// The proposal, if it is there and this person may see its location.
    private DeskItem item(String id, HttpServletRequest request) {
        var user = surroundings.user(request);
        return approvals
                .find(new ProposalId(id))
                .filter(item -> user.worksAt(item.proposal().scope().location()))
                .orElseThrow(() -> new NotHere("proposal"));
    }

    private static ModelAndView after(String id, String from) {
        return new ModelAndView(from.equals("today") ? "redirect:/?decided=" + id : "redirect:/proposals/" + id);
    }
}
