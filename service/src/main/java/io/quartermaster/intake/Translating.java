package io.quartermaster.intake;

import io.quartermaster.connectors.Translation;
import io.quartermaster.connectors.Translation.AskBack;
import io.quartermaster.connectors.Translation.Forget;
import io.quartermaster.connectors.Translation.Ignored;
import io.quartermaster.connectors.Translation.Malformed;
import io.quartermaster.connectors.Translation.Translated;
import io.quartermaster.connectors.Translation.Unknown;
import io.quartermaster.intake.InboxStore.Message;
import io.quartermaster.intake.TallyStore.Ending;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes what came in, in order, and turns it into entries of the journal. If it crashes between
/// the journal and its own mark, it does the same again, and the journal knows it.
@Component
class Translating implements Loop {

    private static final Logger LOG = LoggerFactory.getLogger(Translating.class);
    private static final int BATCH_MAX = 500;
    private static final int BATCH_WHEN_BUSY = 100;
    private static final int SENDERS_WAITING = 24;
    private static final long PAUSE_WHEN_BUSY_MILLIS = 200;
    private static final long LISTEN_MILLIS = 200;
    private static final int STUMBLES_MAX = 5;

    private final Inbox mail;
    private final InboxStore inbox;
    private final Meaning meaning;
    private final Recording recording;
    private final QuarantineStore quarantine;
    private final ErrandStore errands;
    private final TallyStore tally;
    private final Forgetting forgetting;
    private final Holes holes;
    private final Callers callers;
    private final Bell bell;
    private final IntakeSettings settings;
    private final TransactionTemplate transaction;
    private int stumbles;

    Translating(
            Inbox mail,
            InboxStore inbox,
            Meaning meaning,
            Recording recording,
            QuarantineStore quarantine,
            ErrandStore errands,
            TallyStore tally,
            Forgetting forgetting,
            Holes holes,
            Callers callers,
            Bell bell,
            IntakeSettings settings,
            PlatformTransactionManager transactions) {
        this.mail = mail;
        this.inbox = inbox;
        this.meaning = meaning;
        this.recording = recording;
        this.quarantine = quarantine;
        this.errands = errands;
        this.tally = tally;
        this.forgetting = forgetting;
        this.holes = holes;
        this.callers = callers;
        this.bell = bell;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// A message and what it turned out to mean.
    record Read(Message message, Translation translation) {}

    @Override
    public String title() {
        return "translating";
    }

    @Override
    public boolean turn() throws InterruptedException {
        var busy = mail.waiting() >= SENDERS_WAITING || callers.perSecond() >= settings.busyAt();
        if (busy) {
            Thread.sleep(PAUSE_WHEN_BUSY_MILLIS); // acknowledging comes first: what it means can wait
        }
        var limit = stumbles > 0 ? 1 : busy ? BATCH_WHEN_BUSY : BATCH_MAX;
        var handled = batch(limit);
        if (handled == 0) {
            bell.await(LISTEN_MILLIS);
        }
        return handled > 0;
    }

    private int batch(int limit) {
        try {
            Integer handled = transaction.execute(_ -> translate(inbox.take(limit), false));
            stumbles = 0;
            return handled == null ? 0 : handled;
        } catch (RuntimeException fault) {
            stumbles++;
            if (limit > 1 || stumbles < STUMBLES_MAX) {
                throw fault;
            }
            // One message alone cannot be recorded however often it is tried: it must not stop the others.
            LOG.error("A message cannot be recorded and is put aside", fault);
            stumbles = 0;
            Integer handled = transaction.execute(_ -> translate(inbox.take(1), true));
            return handled == null ? 0 : handled;
        }
    }

    private int translate(List<Message> messages, boolean putAside) {
        if (messages.isEmpty()) {
            return 0;
        }
        var reads = messages.stream()
                .map(message -> new Read(message, putAside ? unrecordable() : meaning.of(message)))
                .toList();
        var recorded = recording.record(reads.stream()
                .filter(read -> read.translation instanceof Translated)
                .toList());
        var endings = new ArrayList<Ending>(reads.size());
        for (var read : reads) {
            endings.add(end(read, recorded.getOrDefault(read.message.id(), 0)));
        }
        inbox.done(messages);
        tally.add(endings);
        return messages.size();
    }

    private static Translation unrecordable() {
        return new Malformed("It was understood, but it cannot be recorded.");
    }

    private Ending end(Read read, int entries) {
        var message = read.message;
        return switch (read.translation) {
            case Translated _ when Holes.wasAskedFor(message) -> askedFor(message, entries);
            case Translated _ -> Ending.of(message, "translated", entries);
            case Ignored _ -> Ending.of(message, "ignored", 0);
            case Unknown _ -> Ending.of(message, "unknown", 0);
            case AskBack(var requests) -> {
                errands.add(message, requests);
                yield Ending.of(message, "asked back", 0);
            }
            case Forget(var person) -> {
                forgetting.forget(person, message);
                yield Ending.of(message, "forgotten", 0);
            }
            case Malformed(var why) -> {
                quarantine.put(message, why);
                yield Ending.of(message, "quarantined", 0);
            }
        };
    }

    private Ending askedFor(Message message, int entries) {
        if (entries == 0) {
            return Ending.of(message, "heard before", 0);
        }
        holes.report(message, entries);
        return Ending.of(message, TopicCount.HOLE, entries);
    }
}
