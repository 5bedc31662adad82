package io.quartermaster.intake;

import io.quartermaster.connectors.Connections;
import io.quartermaster.intake.ReconcileStore.Round;
import io.quartermaster.retail.ConnectionId;
import io.quartermaster.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What became of the messages that came in: how far translating is behind, what was not
/// understood, how each connection does.
@Component
public class Intake {

    private static final int DEPTH_COUNTED_MAX = 1_000_000;
    private static final int PAGE_MAX = 500;

    private final InboxStore inbox;
    private final QuarantineStore quarantine;
    private final ErrandStore errands;
    private final TallyStore tally;
    private final ReconcileStore rounds;
    private final Connections connections;
    private final Callers callers;
    private final Vault vault;
    private final Bell bell;
    private final Clock clock;

    Intake(
            InboxStore inbox,
            QuarantineStore quarantine,
            ErrandStore errands,
            TallyStore tally,
            ReconcileStore rounds,
            Connections connections,
            Callers callers,
            Vault vault,
            Bell bell,
            Clock clock) {
        this.inbox = inbox;
        this.quarantine = quarantine;
        this.errands = errands;
        this.tally = tally;
        this.rounds = rounds;
        this.connections = connections;
        this.callers = callers;
        this.vault = vault;
        this.bell = bell;
        this.clock = clock;
    }

    /// How far translating is behind.
    public IntakeStatus status() {
        return new IntakeStatus(
                inbox.depth(DEPTH_COUNTED_MAX),
                errands.depth(),
                quarantine.open(),
                tally.all().stream().mapToLong(TopicCount::holes).sum(),
                inbox.oldest().stream().findFirst().map(this::ageOf).orElse(Duration.ZERO));
    }

    /// How messages ended, by connection and topic.
    public List<TopicCount> topics() {
        return tally.all();
    }

    /// How each connection does.
    public List<ConnectionHealth> connections() {
        var counts = tally.all();
        var asked = rounds.all();
        return connections.all().stream()
                .sorted(Comparator.comparing(connection -> connection.id().value()))
                .map(connection -> health(connection.id(), connection.platform(), counts, asked))
                .toList();
    }

    /// Has a platform asked at once what changed, as else at intervals.
    public void reconcile(ConnectionId connection) {
        rounds.hurry(connection);
    }

    /// Messages that were not understood, the newest first.
    ///
    /// @param before list those with a smaller number; `Long.MAX_VALUE` for the first page
    /// @param limit how many at most, up to 500
    public List<Quarantined> quarantine(boolean knownToo, long before, int limit) {
        return quarantine.list(knownToo, before, Math.clamp(limit, 1, PAGE_MAX));
    }

    public Optional<Quarantined> quarantined(long id) {
        return quarantine.find(id);
    }

    /// A message as it came, card numbers hidden. It may hold persons' data: whom it is shown to is
    /// the caller's to decide. Empty if it was purged.
    public Optional<String> rawBody(long id) {
        return inbox.find(id).stream()
                .findFirst()
                .map(message -> new String(vault.open(message.body()), StandardCharsets.UTF_8));
    }

    /// Has a message of the quarantine translated once more, after a mend.
    ///
    /// @return whether there was such a message, still with its body
    @Transactional
    public boolean translateAgain(long id) {
        if (inbox.find(id).isEmpty() || !quarantine.release(id)) {
            return false;
        }
        inbox.putBack(id);
        bell.ring();
        return true;
    }

    /// Marks a message of the quarantine as seen: nothing is to be done about it.
    ///
    /// @return whether there was such a message
    public boolean markKnown(long id) {
        return quarantine.markKnown(id);
    }

    private Duration ageOf(Instant received) {
        var age = Duration.between(received, clock.instant());
        return age.isNegative() ? Duration.ZERO : age;
    }

    private ConnectionHealth health(ConnectionId id, String platform, List<TopicCount> counts, List<Round> asked) {
        var ownRounds = asked.stream()
                .filter(round -> round.connection().equals(id.value()))
                .toList();
        var own = counts.stream()
                .filter(count -> count.connection().equals(id.value()))
                .toList();
        return new ConnectionHealth(
                id,
                platform,
                own.stream()
                        .map(TopicCount::lastAt)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                own.stream().mapToLong(TopicCount::messages).sum(),
                own.stream()
                        .filter(TopicCount::isFailure)
                        .mapToLong(TopicCount::messages)
                        .sum(),
                callers.forgedOn(id),
                own.stream().mapToLong(TopicCount::holes).sum(),
                complete(ownRounds),
                ownRounds.stream()
                        .map(Round::trouble)
                        .filter(trouble -> !trouble.isEmpty())
                        .findFirst()
                        .orElse(""),
                inbox.oldestOf(id).stream().findFirst().map(this::ageOf).orElse(Duration.ZERO));
    }

    /// The weakest of its kinds counts: orders may be complete and levels not.
    private static @Nullable Instant complete(List<Round> rounds) {
        return rounds.stream().anyMatch(round -> round.toldUntil() == null)
                ? null
                : rounds.stream()
                        .map(Round::toldUntil)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null);
    }
}
