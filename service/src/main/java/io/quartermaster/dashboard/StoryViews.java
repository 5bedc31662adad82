package io.quartermaster.dashboard;

import io.quartermaster.journal.Entry;
import io.quartermaster.journal.Journal;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.DeskEvent;
import io.quartermaster.retail.DeskEvent.ProposalMade;
import io.quartermaster.retail.ProposalId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/// Makes of a story of the journal what its page shows.
///
/// A suggestion is often renewed while it waits: all its renewals are one step, unless every
/// entry is asked for.
@Component
class StoryViews {

    private static final int STORY_MAX = 2_000;
    private static final int PAGE = 100;

    private final Journal journal;
    private final Steps steps;
    private final Surroundings surroundings;

    StoryViews(Journal journal, Steps steps, Surroundings surroundings) {
        this.journal = journal;
        this.steps = steps;
        this.surroundings = surroundings;
    }

    StoryView of(Asked asked, Sight sight) {
        var words = surroundings.words();
        var whole = sight.of(journal.story(asked.story(), STORY_MAX));
        var entries = whole.stream().filter(asked::concerns).toList();
        if (entries.isEmpty()) {
            throw new NotHere("story");
        }
        var chapters = asked.every()
                ? entries.stream().map(entry -> new Chapter(entry, List.of())).toList()
                : folded(entries);
        var from = Math.clamp(asked.from(), 0, chapters.size() - 1);
        var until = Math.min(from + PAGE, chapters.size());
        var shown = new ArrayList<Step>();
        for (var i = from; i < until; i++) {
            shown.add(step(chapters, i, words));
        }
        var lasted = Duration.between(
                entries.getFirst().recordedAt(), entries.getLast().recordedAt());
        return new StoryView(
                "%s, %s from first to last"
                        .formatted(Words.plural(chapters.size(), "step", "steps"), Words.span(lasted)),
                steps.what(entries.getFirst()),
                asked.story().value(),
                entries.size() < whole.size() ? Links.story(asked.story()) : "",
                whole.size(),
                chapters.size() < entries.size() ? asked.address() + "&every=true" : "",
                until < chapters.size() ? asked.address() + "&every=%s&from=%d".formatted(asked.every(), until) : "",
                shown);
    }

    private Step step(List<Chapter> chapters, int place, Words words) {
        var chapter = chapters.get(place);
        var gap = place == 0
                ? ""
                : Words.span(Duration.between(
                                chapters.get(place - 1).entry().recordedAt(),
                                chapter.entry().recordedAt()))
                        + " later";
        return steps.of(chapter.entry(), chapter.renewals(), gap, words);
    }

    private static List<Chapter> folded(List<Entry> entries) {
        var chapters = new ArrayList<Chapter>();
        var waiting = new HashMap<ProposalId, Integer>();
        for (var entry : entries) {
            if (entry.event() instanceof ProposalMade made && waiting.containsKey(made.proposal())) {
                chapters.set(
                        waiting.get(made.proposal()),
                        chapters.get(waiting.get(made.proposal())).renewedBy(entry));
            } else {
                if (entry.event() instanceof DeskEvent desk) {
                    waiting.remove(desk.proposal());
                }
                if (entry.event() instanceof ProposalMade made) {
                    waiting.put(made.proposal(), chapters.size());
                }
                chapters.add(new Chapter(entry, List.of()));
            }
        }
        return chapters;
    }

    /// Which story, and what of it.
    ///
    /// @param of only what concerns these papers; empty for all
    /// @param every whether each renewal is a step of its own
    /// @param from the first step that is shown
    record Asked(CorrelationId story, List<String> of, boolean every, int from) {

        Asked {
            of = List.copyOf(of);
        }

        /// What belongs to no paper began the story, and stays in view.
        boolean concerns(Entry entry) {
            return of.isEmpty() || entry.event().paper().map(of::contains).orElse(true);
        }

        String address() {
            return Links.story(story, of.toArray(String[]::new));
        }
    }

    /// An entry, and those after it that only say it anew.
    private record Chapter(Entry entry, List<Entry> renewals) {

        Chapter renewedBy(Entry newer) {
            var all = new ArrayList<>(renewals);
            all.add(newer);
            return new Chapter(entry, all);
        }
    }

    /// @param all where the whole story is; empty if this is it
    /// @param every where each entry is a step; empty if it is so here
    /// @param next where the story goes on; empty at its end
    record StoryView(
            String title,
            String began,
            String correlation,
            String all,
            int wholeSteps,
            String every,
            String next,
            List<Step> steps) {}
}
