package io.quartermaster.dashboard;

import io.quartermaster.access.Role;
import io.quartermaster.journal.Entry;
import io.quartermaster.journal.Journal;
import io.quartermaster.journal.JournalAudit;
import io.quartermaster.journal.JournalSearch;
import io.quartermaster.retail.CorrelationId;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What exactly happened?
///
/// The journal tells of all shops, so only people who work everywhere, or run one, read it.
@Controller
class JournalPage implements Framed {

    private static final int PAGE = 50;
    private static final int STORY_MAX = 500;
    private static final int TEXT_MAX = 200;

    private final Journal journal;
    private final JournalSearch search;
    private final JournalAudit audit;
    private final Told told;
    private final Surroundings surroundings;

    JournalPage(Journal journal, JournalSearch search, JournalAudit audit, Told told, Surroundings surroundings) {
        this.journal = journal;
        this.search = search;
        this.audit = audit;
        this.told = told;
        this.surroundings = surroundings;
    }

    @GetMapping("/journal")
    ModelAndView show(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String story,
            @RequestParam(defaultValue = "") List<String> of,
            @RequestParam(defaultValue = "") String before,
            HttpServletRequest request) {
        if (!story.isBlank() && story.length() <= TEXT_MAX) {
            return story(new CorrelationId(story), of);
        }
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
        var next = entries.size() == PAGE && q.isEmpty()
                ? "/journal?before=" + entries.getLast().sequence()
                : "";
        var view = new JournalView(
                Words.plural(journal.head(), "entry", "entries") + " in the journal",
                q,
                entries.stream().map(entry -> step(entry, words, "")).toList(),
                next,
                tone,
                message,
                surroundings.user(request).atLeast(Role.ADMIN));
        return new ModelAndView("journal", Map.of("view", view));
    }

    private ModelAndView story(CorrelationId correlation, List<String> of) {
        var words = surroundings.words();
        var whole = journal.story(correlation, STORY_MAX);
        var entries = whole.stream().filter(entry -> concerns(entry, of)).toList();
        if (entries.isEmpty()) {
            throw new NotHere("story");
        }
        var steps = new ArrayList<Step>();
        for (var i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var gap = i == 0
                    ? ""
                    : Words.span(Duration.between(entries.get(i - 1).recordedAt(), entry.recordedAt())) + " later";
            steps.add(step(entry, words, gap));
        }
        var lasted = Duration.between(
                entries.getFirst().recordedAt(), entries.getLast().recordedAt());
        var view = new StoryView(
                "%s, %s from first to last".formatted(Words.plural(steps.size(), "step", "steps"), Words.span(lasted)),
                told.of(entries.getFirst().event()).what(),
                correlation.value(),
                entries.size() < whole.size() ? Links.story(correlation) : "",
                whole.size(),
                steps);
        return new ModelAndView("story", Map.of("view", view));
    }

    /// What belongs to no paper began the story, and stays in view.
    private static boolean concerns(Entry entry, List<String> of) {
        return of.isEmpty() || entry.event().paper().map(of::contains).orElse(true);
    }

    private Step step(Entry entry, Words words, String gap) {
        var line = told.of(entry.event());
        return new Step(
                Words.number(entry.sequence()),
                line.icon(),
                line.tone(),
                line.what(),
                line.detail(),
                entry.event().origin().source().value(),
                words.time(entry.recordedAt()),
                words.exact(entry.recordedAt()),
                gap,
                Links.story(entry.correlation()),
                entry.hash().substring(0, 12));
    }

    record JournalView(
            String title, String q, List<Step> entries, String next, String tone, String message, boolean mayVerify) {}

    /// @param all where the whole story is; empty if this is it
    record StoryView(String title, String began, String correlation, String all, int wholeSteps, List<Step> steps) {}

    /// @param gap how long after the step before; empty for the first
    record Step(
            String sequence,
            String icon,
            String tone,
            String what,
            String detail,
            String source,
            String when,
            String exact,
            String gap,
            String story,
            String hash) {}
}
