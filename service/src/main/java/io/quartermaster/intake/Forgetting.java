package io.quartermaster.intake;

import io.quartermaster.intake.ForgetStore.Wish;
import io.quartermaster.intake.InboxStore.Message;
import io.quartermaster.journal.Draft;
import io.quartermaster.journal.Journal;
import io.quartermaster.retail.ConnectionId;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.HouseEvent.PersonForgotten;
import io.quartermaster.retail.Origin;
import io.quartermaster.retail.PersonalData;
import io.quartermaster.retail.PersonalData.Kind;
import io.quartermaster.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// Forgets persons: their key at once, and then every raw message that names them, one bounded
/// stretch of the inbox after another.
@Component
class Forgetting implements Loop {

    private static final int MESSAGES_AT_ONCE = 500;
    private static final int NAME_LENGTH_MIN = 5;
    private static final long LISTEN_MILLIS = 500;
    private static final String SEPARATOR = "\n";
    private static final byte[] NOTHING_LEFT = "{\"forgotten\":true}".getBytes(StandardCharsets.UTF_8);

    private final Vault vault;
    private final Journal journal;
    private final ForgetStore store;
    private final Clock clock;

    Forgetting(Vault vault, Journal journal, ForgetStore store, Clock clock) {
        this.vault = vault;
        this.journal = journal;
        this.store = store;
        this.clock = clock;
    }

    /// Forgets somebody because a message asks for it. The journal has it first: after a crash it is
    /// done again.
    void forget(PersonalData person, Message message) {
        var subject = vault.find(person);
        var connection = new ConnectionId(message.connection());
        var key = "forgotten/%s/%s".formatted(message.connection(), message.delivery());
        var told = new PersonForgotten(
                new Origin(Holes.HOUSE, key, clock.instant()), Holes.SYSTEM, connection, subject.orElse(null));
        journal.append(List.of(new Draft(new CorrelationId(message.correlation()), told)));
        subject.ifPresent(vault::forget);
        store.wish(message, vault.seal(names(person).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String title() {
        return "forgetting";
    }

    @Override
    public boolean turn() throws InterruptedException {
        var wishes = store.wishes();
        wishes.forEach(this::search);
        if (wishes.isEmpty()) {
            Thread.sleep(LISTEN_MILLIS);
        }
        return !wishes.isEmpty();
    }

    private void search(Wish wish) {
        var names = new String(vault.open(wish.names()), StandardCharsets.UTF_8).split(SEPARATOR);
        var messages = store.stretch(wish, MESSAGES_AT_ONCE);
        if (messages.isEmpty()) {
            store.done(wish);
            return;
        }
        var found =
                messages.stream().filter(message -> isNamedIn(message, names)).toList();
        store.blank(wish, found, messages.getLast().id(), vault.seal(NOTHING_LEFT));
    }

    private boolean isNamedIn(Message message, String[] names) {
        var text = new String(vault.open(message.body()), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        for (var name : names) {
            if (name.length() >= NAME_LENGTH_MIN && text.contains(name)) {
                return true;
            }
        }
        return false;
    }

    /// What to look for: a platform's own number stands in messages without the connection's name.
    private static String names(PersonalData person) {
        return String.join(
                SEPARATOR,
                person.identifiers().stream()
                        .map(one -> one.kind() == Kind.PLATFORM_ID
                                ? one.value().substring(one.value().indexOf(':') + 1)
                                : one.value())
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .toList());
    }
}
