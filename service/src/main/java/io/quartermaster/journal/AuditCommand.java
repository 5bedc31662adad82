package io.quartermaster.journal;

import io.quartermaster.ground.Command;
import io.quartermaster.journal.JournalAudit.Anchor;
import io.quartermaster.journal.JournalAudit.Broken;
import io.quartermaster.journal.JournalAudit.Intact;
import java.io.PrintStream;
import java.util.List;
import org.springframework.stereotype.Component;

/// `audit verify`: walks the journal from its first entry to its newest and says whether anybody
/// changed it.
@Component(Command.BEAN_PREFIX + "audit")
final class AuditCommand implements Command {

    private static final String EXPECT = "--expect";
    private static final String USAGE = """
            quartermaster audit verify [--expect SEQUENCE:HASH]

              Reckons every hash of the journal again and names the first entry that was changed, dropped,
              added or swapped. With --expect it also looks for a hash that you kept elsewhere: that finds
              a journal that somebody wrote anew from end to end.""";

    private final JournalAudit audit;

    AuditCommand(JournalAudit audit) {
        this.audit = audit;
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        var expects = arguments.size() == 3 && arguments.get(1).equals(EXPECT);
        if (arguments.isEmpty() || !arguments.getFirst().equals("verify") || (arguments.size() > 1 && !expects)) {
            out.println(USAGE);
            return NOT_UNDERSTOOD;
        }
        try {
            return expects ? verify(Anchor.parse(arguments.get(2)), out) : verify(out);
        } catch (IllegalArgumentException fault) {
            out.println(fault.getMessage());
            return NOT_UNDERSTOOD;
        }
    }

    private int verify(Anchor kept, PrintStream out) {
        if (!audit.holds(kept)) {
            out.printf("BROKEN: entry %d does not have the hash that you kept.%n", kept.sequence());
            return FAILED;
        }
        return verify(out);
    }

    private int verify(PrintStream out) {
        var started = System.nanoTime();
        return switch (audit.verify()) {
            case Intact intact -> {
                var seconds = (System.nanoTime() - started) / 1e9;
                out.printf("OK: all %d entries are as they were written (%.1f s).%n", intact.entries(), seconds);
                out.printf("Keep this elsewhere, for next time: %s %d:%s%n", EXPECT, intact.entries(), intact.hash());
                yield DONE;
            }
            case Broken broken -> {
                out.printf("BROKEN at entry %d: %s.%n", broken.sequence(), broken.why());
                yield FAILED;
            }
        };
    }
}
