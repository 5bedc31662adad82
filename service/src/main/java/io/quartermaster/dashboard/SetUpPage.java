package io.quartermaster.dashboard;

import io.quartermaster.approvals.ApprovalPolicy;
import io.quartermaster.approvals.Approvals;
import io.quartermaster.approvals.DeskFilter;
import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.suppliers.Suppliers;
import io.quartermaster.intake.ConnectionHealth;
import io.quartermaster.intake.Intake;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// How do I begin? Five steps to the first proposal, each done when its work is done.
@Controller
class SetUpPage implements Framed {

    private static final int LOOKED_AT_MAX = 200;

    private final Intake intake;
    private final Catalog catalog;
    private final Suppliers suppliers;
    private final Approvals approvals;
    private final ApprovalPolicy policy;

    SetUpPage(Intake intake, Catalog catalog, Suppliers suppliers, Approvals approvals, ApprovalPolicy policy) {
        this.intake = intake;
        this.catalog = catalog;
        this.suppliers = suppliers;
        this.approvals = approvals;
        this.policy = policy;
    }

    @GetMapping("/set-up")
    ModelAndView show() {
        var steps = List.of(connect(), history(), places(), proposals(), phase());
        var done = steps.stream().filter(Step::done).count();
        var title = done == steps.size()
                ? "Quartermaster is set up"
                : done == 0
                        ? "Five steps to the first proposal"
                        : "%d of %d steps are done".formatted(done, steps.size());
        var next = steps.stream()
                .filter(step -> !step.done())
                .map(Step::title)
                .findFirst()
                .orElse("");
        return new ModelAndView("setUp", Map.of("view", new SetUpView(title, steps, next, (int) done)));
    }

    private Step connect() {
        var connected = intake.connections();
        return new Step(
                "Connect a till or web shop",
                connected.isEmpty()
                        ? "Its sales are what all else is made of."
                        : Words.plural(connected.size(), "connection", "connections") + " set up.",
                !connected.isEmpty(),
                List.of(new Link("Connections", "/connections"), new Link("Add one", "/connections/edit")));
    }

    private Step history() {
        var messages = intake.connections().stream()
                .mapToLong(ConnectionHealth::messages)
                .sum();
        return new Step(
                "Let history come in",
                messages == 0
                        ? "Send past sales once: a forecast wants six weeks or more. The command replay reads a file."
                        : Words.plural(messages, "message", "messages") + " read so far.",
                messages > 0,
                List.of(new Link("What came in", "/journal"), new Link("What was not understood", "/quarantine")));
    }

    private Step places() {
        var places = catalog.locations().size();
        var known = suppliers.all(LOOKED_AT_MAX).size();
        return new Step(
                "Check locations and suppliers",
                "%s, %s. An order needs a supplier with terms: lead time, packs, cost."
                        .formatted(
                                Words.plural(places, "location", "locations"),
                                Words.plural(known, "supplier", "suppliers")),
                places > 0 && known > 0,
                List.of(new Link("Suppliers", "/suppliers"), new Link("Stock", "/stock")));
    }

    private Step proposals() {
        var made = approvals.waiting(DeskFilter.ALL, LOOKED_AT_MAX).size()
                + approvals.recent(DeskFilter.ALL, LOOKED_AT_MAX).size();
        return new Step(
                "Look at what it would have done",
                made == 0
                        ? "Proposals appear as soon as a shelf runs low."
                        : Words.plural(made, "proposal", "proposals")
                                + " so far: compare them with what you would order.",
                made > 0,
                List.of(new Link("Today", "/")));
    }

    private Step phase() {
        var rules = new ArrayList<>(policy.rules());
        return new Step(
                "Choose how much it may do",
                rules.isEmpty()
                        ? "It proposes and you decide. That stays so until you sign a rule."
                        : Words.plural(rules.size(), "rule is", "rules are") + " signed.",
                !rules.isEmpty(),
                List.of(new Link("Policy", "/policy"), new Link("Invite people", "/people")));
    }

    record SetUpView(String title, List<Step> steps, String next, int done) {}

    record Step(String title, String text, boolean done, List<Link> links) {}

    record Link(String name, String address) {}
}
