package io.quartermaster.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quartermaster.dispatch.Dispatch;
import io.quartermaster.intake.Intake;
import io.quartermaster.journal.FollowerState;
import io.quartermaster.journal.FollowerStates;
import io.quartermaster.journal.Journal;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Whether all that was told has been counted.
@RestController
@Tag(name = "status")
final class StatusResource {

    private final Intake intake;
    private final FollowerStates followers;
    private final Journal journal;
    private final Dispatch dispatch;
    private final Clock clock;

    StatusResource(Intake intake, FollowerStates followers, Journal journal, Dispatch dispatch, Clock clock) {
        this.intake = intake;
        this.followers = followers;
        this.journal = journal;
        this.dispatch = dispatch;
        this.clock = clock;
    }

    /// How far the house has come with what it was told.
    ///
    /// @param inboxDepth messages that wait for their meaning
    /// @param toFetch things that platforms are still to be asked for
    /// @param quarantined messages that a person should look at
    /// @param holes things that no message had told and that were found by asking the platforms
    /// @param followerLag entries that each book is behind the journal
    /// @param stopped books that cannot get on, with the reason
    /// @param journalEntries how many things the journal knows to have happened
    /// @param dispatchDepth approved actions that are under way
    /// @param quiet whether everything that came in is in the books
    record Status(
            @JsonProperty("inbox_depth") long inboxDepth,
            @JsonProperty("to_fetch") long toFetch,
            long quarantined,
            long holes,
            @JsonProperty("follower_lag") Map<String, Long> followerLag,
            List<Stopped> stopped,
            @JsonProperty("journal_entries") long journalEntries,
            @JsonProperty("dispatch_depth") long dispatchDepth,
            boolean quiet,
            Instant now) {}

    record Stopped(
            String follower, @JsonProperty("at_entry") long atEntry, String error) {}

    @GetMapping("/v1/status")
    Status status() {
        var inbox = intake.status(); // before the followers: what leaves the inbox is then seen in a lag
        var states = followers.all();
        var lag = new TreeMap<String, Long>();
        states.forEach(state -> lag.put(state.id(), state.lag()));
        var stopped = states.stream()
                .filter(state -> state.status() == FollowerState.Status.STOPPED)
                .map(state -> new Stopped(state.id(), state.stoppedAt(), state.error()))
                .toList();
        var quiet = inbox.depth() == 0
                && inbox.toFetch() == 0
                && lag.values().stream().allMatch(entries -> entries == 0);
        return new Status(
                inbox.depth(),
                inbox.toFetch(),
                inbox.quarantined(),
                inbox.holes(),
                lag,
                stopped,
                journal.head(),
                dispatch.depth(),
                quiet,
                clock.instant());
    }
}
