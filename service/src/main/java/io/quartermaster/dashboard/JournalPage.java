package io.quartermaster.dashboard;

import io.quartermaster.access.Role;
import io.quartermaster.journal.Entry;
import io.quartermaster.journal.Journal;
import io.quartermaster.journal.JournalAudit;
import io.quartermaster.journal.JournalSearch;
import io.quartermaster.retail.CorrelationId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What exactly happened?
///
/// Whoever works in one shop reads what happened there; see [Sight].
@Controller
class JournalPage implements Framed {

    private static final int PAGE = 50;
    private static final int TEXT_MAX = 200;

    private final Journal journal;
    private final JournalSearch search;
    private final JournalAudit audit;
    private final Steps steps;
    private final StoryViews stories;
    private final Surroundings surroundings;

    JournalPage(
            Journal journal,
            JournalSearch search,
            JournalAudit audit,
            Steps steps,
            StoryViews stories,
            Surroundings surroundings) {
        this.journal = journal;
        this.search = search;
        this.audit = audit;
        this.steps = steps;
        this.stories = stories;
        this.surroundings = surroundings;
    }

    @GetMapping(value = "/journal", params = "story")
    ModelAndView story(
            @RequestParam String story,
            @RequestParam(defaultValue = "") List<String> of,
            @RequestParam(defaultValue = "false") boolean every,
            @RequestParam(defaultValue = "0") int from,
            HttpServletRequest request) {
        if (story.isBlank() || story.length() > TEXT_MAX) {
            throw new NotHere("story");
        }
        var asked = new StoryViews.Asked(new CorrelationId(story), of, every, from);
        return new ModelAndView("story", Map.of("view", stories.of(asked, new Sight(surroundings.user(request)))));
    }

    @GetMapping("/journal")
    ModelAndView show(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String before,
            HttpServletRequest request) {
        var text = q.strip();
        var found = text.isEmpty() || text.length() > TEXT_MAX ? newest(before) : search(text);
        if (found.size() == 1 && !text.isEmpty()) {
            return new ModelAndView("redirect:" + Links.story(found.getFirst().correlation()));
        }
        return page(text, found, "", "", request);
    }

    @PostMapping("/journal/verify")
    ModelAndView verify(HttpServletRequest request) {
        if (!surroundings.user(request).atLeast(Role.ADMIN)) {
            throw new NotHere("right");
        }
        return switch (audit.verify()) {
            case JournalAudit.Intact intact ->
                page(
                        "",
                        newest(""),
                        "good",
                        "The journal says what it said when it was written: %s, newest hash %s."
                                .formatted(Words.plural(intact.entries(), "entry", "entries"), intact.hash()),
                        request);
            case JournalAudit.Broken broken ->
                page(
                        "",
                        newest(""),
                        "bad",
                        "Entry %s is not as it was written: %s."
                                .formatted(Words.number(broken.sequence()), broken.why()),
                        request);
        };
    }

    private List<Entry> newest(String before) {
        var from = before.matches("\\d{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE;
        return search.newest(from, PAGE);
    }

    /// By the number of an entry, a paper, a story, a kind of event, or the beginning of a teller's
    /// key.
    private List<Entry> search(String text) {
        if (text.matches("\\d{1,18}")) {
            return journal.read(Long.parseLong(text) - 1, 1);
        }
        var correlation = journal.correlationOf(text)
                .or(() -> journal.correlationOf("purchase-order/" + text))
                .or(() -> journal.correlationOf("transfer/" + text))
                .orElseGet(() -> new CorrelationId(text));
        var story = journal.story(correlation, 1);
        if (!story.isEmpty()) {
            return story;
        }
        var ofKind = text.matches("[A-Za-z]+") ? search.ofKind(text, Long.MAX_VALUE, PAGE) : List.<Entry>of();
        return ofKind.isEmpty() ? search.ofKeysBeginningWith(text, PAGE) : ofKind;
    }

    private ModelAndView page(String q, List<Entry> entries, String tone, String message, HttpServletRequest request) {
        var words = surroundings.words();
        var user = surroundings.user(request);
        var next = entries.size() == PAGE && q.isEmpty()
                ? "/journal?before=" + entries.getLast().sequence()
                : "";
        var view = new JournalView(
                Words.plural(journal.head(), "entry", "entries") + " in the journal",
                q,
                new Sight(user)
                        .of(entries).stream()
                                .map(entry -> steps.of(entry, words))
                                .toList(),
                next,
                tone,
                message,
                user.atLeast(Role.ADMIN));
        return new ModelAndView("journal", Map.of("view", view));
    }

    record JournalView(
            String title, String q, List<Step> entries, String next, String tone, String message, boolean mayVerify) {}
}
