package io.quartermaster.dashboard;

import io.quartermaster.access.Role;
import io.quartermaster.access.User;
import io.quartermaster.intake.Intake;
import io.quartermaster.intake.Quarantined;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What could we not understand?
///
/// Nobody knows yet which shop such a message is about, so it is for managers who work
/// everywhere.
@Controller
class QuarantinePage implements Framed {

    private static final int PAGE = 50;

    private final Intake intake;
    private final Hidden hidden;
    private final Surroundings surroundings;

    QuarantinePage(Intake intake, Hidden hidden, Surroundings surroundings) {
        this.intake = intake;
        this.hidden = hidden;
        this.surroundings = surroundings;
    }

    @GetMapping("/quarantine")
    ModelAndView list(
            @RequestParam(defaultValue = "false") boolean known,
            @RequestParam(defaultValue = "9223372036854775807") long before,
            HttpServletRequest request) {
        requireManager(request);
        var words = surroundings.words();
        var rows = intake.quarantine(known, before, PAGE).stream()
                .map(message -> row(message, words))
                .toList();
        var open = intake.status().quarantined();
        var title = open == 0
                ? "We understood every message"
                : Words.plural(open, "message was", "messages were") + " not understood";
        var next = rows.size() == PAGE
                ? "/quarantine?known=%s&before=%d"
                        .formatted(known, rows.getLast().id())
                : "";
        return new ModelAndView("quarantine", Map.of("view", new QuarantineView(title, known, rows, next)));
    }

    @GetMapping("/quarantine/{id}")
    ModelAndView show(@PathVariable long id, HttpServletRequest request) {
        requireManager(request);
        var message = intake.quarantined(id).orElseThrow(() -> new NotHere("message"));
        var body = intake.rawBody(id).map(hidden::of).orElse("");
        var view = new MessageView(row(message, surroundings.words()), body);
        return new ModelAndView("quarantined", Map.of("view", view));
    }

    @PostMapping("/quarantine/{id}/again")
    ModelAndView again(@PathVariable long id, HttpServletRequest request) {
        requireManager(request);
        if (!intake.translateAgain(id)) {
            throw new NotHere("message");
        }
        return new ModelAndView("redirect:/quarantine");
    }

    @PostMapping("/quarantine/{id}/known")
    ModelAndView known(@PathVariable long id, HttpServletRequest request) {
        requireManager(request);
        if (!intake.markKnown(id)) {
            throw new NotHere("message");
        }
        return new ModelAndView("redirect:/quarantine");
    }

    private void requireManager(HttpServletRequest request) {
        if (!mayRead(surroundings.user(request))) {
            throw new NotHere("right");
        }
    }

    static boolean mayRead(User user) {
        return user.worksEverywhere() && user.atLeast(Role.MANAGER);
    }

    private static Row row(Quarantined message, Words words) {
        return new Row(
                message.id(),
                message.connection(),
                message.topic(),
                message.why(),
                words.ago(message.since()),
                message.known());
    }

    record QuarantineView(String title, boolean known, List<Row> rows, String next) {}

    record MessageView(Row row, String body) {}

    record Row(long id, String connection, String topic, String why, String since, boolean known) {}
}
