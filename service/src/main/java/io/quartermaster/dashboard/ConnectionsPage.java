package io.quartermaster.dashboard;

import io.quartermaster.access.Role;
import io.quartermaster.access.User;
import io.quartermaster.connectors.Capabilities;
import io.quartermaster.connectors.Connections;
import io.quartermaster.connectors.Connector;
import io.quartermaster.intake.ConnectionHealth;
import io.quartermaster.intake.Intake;
import io.quartermaster.intake.TopicCount;
import io.quartermaster.journal.FollowerState;
import io.quartermaster.journal.FollowerStates;
import io.quartermaster.retail.ConnectionId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Is everything connected and fresh?
@Controller
class ConnectionsPage implements Framed {

    private final Intake intake;
    private final Connections connections;
    private final List<Connector> connectors;
    private final FollowerStates followers;
    private final Wiring wiring;
    private final DashboardSettings settings;
    private final Surroundings surroundings;

    ConnectionsPage(
            Intake intake,
            Connections connections,
            List<Connector> connectors,
            FollowerStates followers,
            Wiring wiring,
            DashboardSettings settings,
            Surroundings surroundings) {
        this.settings = settings;
        this.intake = intake;
        this.connections = connections;
        this.connectors = List.copyOf(connectors);
        this.followers = followers;
        this.wiring = wiring;
        this.surroundings = surroundings;
    }

    @GetMapping("/connections")
    ModelAndView list(HttpServletRequest request) {
        var words = surroundings.words();
        var topics = intake.topics();
        var rows = intake.connections().stream()
                .map(health -> row(health, topics, words))
                .toList();
        var wrong = rows.stream().filter(row -> !row.tone().equals("good")).count();
        var title = rows.isEmpty()
                ? "Nothing is connected yet"
                : wrong == 0
                        ? "All is connected and fresh"
                        : Words.plural(wrong, "connection needs", "connections need") + " a look";
        var states = followers.all().stream().map(ConnectionsPage::state).toList();
        var view = new ConnectionsView(
                title, rows, states, surroundings.user(request).atLeast(Role.ADMIN));
        return new ModelAndView("connections", Map.of("view", view));
    }

    @GetMapping("/connections/edit")
    ModelAndView form(@RequestParam(defaultValue = "") String id, HttpServletRequest request) {
        requireAdmin(request);
        var form = id.isEmpty()
                ? WireForm.EMPTY
                : connections.find(new ConnectionId(id)).map(WireForm::of).orElseThrow(() -> new NotHere("connection"));
        return form(form, "");
    }

    @PostMapping("/connections/edit")
    ModelAndView save(@ModelAttribute WireForm form, HttpServletRequest request) {
        var user = requireAdmin(request);
        try {
            wiring.save(form, user.id());
        } catch (IllegalArgumentException fault) {
            var page = form(form, String.valueOf(fault.getMessage()));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        return new ModelAndView("redirect:/connections");
    }

    private ModelAndView form(WireForm form, String problem) {
        var platforms = connectors.stream().map(Connector::platform).sorted().toList();
        return new ModelAndView("connectionForm", Map.of("view", new FormView(form, platforms, problem)));
    }

    private User requireAdmin(HttpServletRequest request) {
        var user = surroundings.user(request);
        if (!user.atLeast(Role.ADMIN)) {
            throw new NotHere("right");
        }
        return user;
    }

    private Row row(ConnectionHealth health, List<TopicCount> topics, Words words) {
        var can = capabilities(health.id());
        var state = condition(health, can.stream().anyMatch(Can::tells));
        return new Row(
                health.id().value(),
                health.platform(),
                state.tone(),
                state.word(),
                words.agoOrNever(health.lastMessage()),
                Words.number(health.messages()),
                Words.number(health.failures()),
                Words.number(health.forged()),
                Words.number(health.holes()),
                health.complete() == null ? "" : words.agoOrNever(health.complete()),
                health.trouble(),
                health.lag().isZero() ? "none" : Words.span(health.lag()),
                can,
                topics.stream()
                        .filter(count -> count.connection().equals(health.id().value()))
                        .map(count -> new Topic(
                                count.topic(),
                                count.ending(),
                                Words.number(count.messages()),
                                words.ago(count.lastAt()),
                                count.isFailure()))
                        .toList());
    }

    private Condition condition(ConnectionHealth health, boolean tells) {
        if (health.lag().compareTo(settings.staleAfter()) > 0) {
            return new Condition("bad", "behind");
        }
        if (health.failures() + health.forged() > 0) {
            return new Condition("warn", "look");
        }
        if (health.lastMessage() == null) {
            return tells ? new Condition("warn", "silent so far") : new Condition("good", "ready to send");
        }
        return new Condition("good", "fresh");
    }

    private List<Can> capabilities(ConnectionId id) {
        return connections
                .find(id)
                .map(connections::connectorOf)
                .map(Connector::capabilities)
                .map(Capabilities::list)
                .orElse(List.of())
                .stream()
                .map(can -> new Can(
                        can.what(),
                        Words.plain(can.access()),
                        can.access() != Capabilities.Access.NONE,
                        can.access() == Capabilities.Access.READ,
                        can.note()))
                .toList();
    }

    private static State state(FollowerState state) {
        var tone =
                switch (state.status()) {
                    case FOLLOWING, STANDING_BY -> "good";
                    case STOPPED -> "bad";
                };
        return new State(state.id(), Words.plain(state.status()), tone, Words.number(state.lag()), state.error());
    }

    record ConnectionsView(String title, List<Row> rows, List<State> followers, boolean mayEdit) {}

    record Row(
            String id,
            String platform,
            String tone,
            String word,
            String last,
            String messages,
            String failures,
            String forged,
            String holes,
            String complete,
            String trouble,
            String lag,
            List<Can> can,
            List<Topic> topics) {}

    /// @param tells whether news of it come from there
    record Can(String what, String access, boolean possible, boolean tells, String note) {}

    record Condition(String tone, String word) {}

    record Topic(String topic, String ending, String messages, String last, boolean failure) {}

    record State(String id, String word, String tone, String lag, String error) {}

    record FormView(WireForm form, List<String> platforms, String problem) {}
}
