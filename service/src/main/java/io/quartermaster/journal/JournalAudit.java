package io.quartermaster.journal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Proves that the journal says today what it said when it was written, or names the first entry
/// that does not.
///
/// Whoever may write to the database could also write the whole chain anew: keep the hash of the
/// newest entry somewhere else from time to time, and have it looked for by [#holds].
@Component
public class JournalAudit {

    private static final int WALKERS = 2;
    private static final String NOTHING = "0".repeat(2 * Chain.HASH_BYTES);

    private final DataSource source;
    private final JdbcClient database;

    /// @param source the database that holds the journal
    public JournalAudit(DataSource source) {
        this.source = source;
        this.database = JdbcClient.create(source);
    }

    /// Walks the whole chain, up to the entry that is the newest when it begins.
    public Finding verify() {
        if (database.sql("SELECT to_regclass('journal.head') IS NULL")
                .query(Boolean.class)
                .single()) {
            return new Intact(0, NOTHING); // the service has never run here
        }
        var head = database.sql("SELECT sequence, encode(hash, 'hex') AS hash FROM journal.head")
                .query((row, number) -> new Anchor(row.getLong("sequence"), row.getString("hash")))
                .single();
        var first = walk(head.sequence()).or(() -> fringe(head));
        return first.<Finding>map(broken -> broken).orElseGet(() -> new Intact(head.sequence(), head.hash()));
    }

    /// Whether the entry of that sequence still has the hash that was kept elsewhere.
    public boolean holds(Anchor kept) {
        return hashOf(kept.sequence()).filter(kept.hash()::equalsIgnoreCase).isPresent();
    }

    /// Entries before the first and after the newest, and a head that is not the newest entry's.
    private Optional<Broken> fringe(Anchor head) {
        var stray = database.sql("SELECT min(sequence) FROM journal.entry WHERE sequence < 1")
                .query(Long.class)
                .optional();
        if (stray.isPresent()) {
            return Optional.of(new Broken(stray.get(), "it stands before the first entry"));
        }
        var newest = head.sequence() == 0 ? Optional.of(NOTHING) : hashOf(head.sequence());
        if (!newest.equals(Optional.of(head.hash()))) {
            return Optional.of(new Broken(head.sequence(), "the head of the chain does not fit it"));
        }
        return beyond();
    }

    /// The head only grows, so an entry beyond it, as both stand in one look, was not appended by us.
    private Optional<Broken> beyond() {
        return database.sql("""
                        SELECT min(sequence) FROM journal.entry
                        WHERE sequence > (SELECT sequence FROM journal.head)""")
                .query(Long.class)
                .optional()
                .map(sequence -> new Broken(sequence, "it stands after the newest entry"));
    }

    private Optional<String> hashOf(long sequence) {
        return database.sql("SELECT encode(hash, 'hex') FROM journal.entry WHERE sequence = :sequence")
                .param("sequence", sequence)
                .query(String.class)
                .optional();
    }

    /// Each entry's hash covers the stored hash of the one before, so that parts of the chain can be
    /// walked side by side.
    private Optional<Broken> walk(long last) {
        var walks = LongStream.range(0, WALKERS)
                .<Callable<Optional<Broken>>>mapToObj(
                        part -> new ChainWalk(source, last * part / WALKERS, last * (part + 1) / WALKERS))
                .toList();
        try (var threads = Executors.newFixedThreadPool(WALKERS)) {
            for (var result : threads.invokeAll(walks)) {
                if (result.get().isPresent()) {
                    return result.get();
                }
            }
            return Optional.empty();
        } catch (ExecutionException fault) {
            throw new IllegalStateException("The journal could not be read.", fault.getCause());
        } catch (InterruptedException fault) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the chain was walked.", fault);
        }
    }

    /// What the walk found.
    public sealed interface Finding permits Intact, Broken {}

    /// Nothing was changed.
    ///
    /// @param entries how many entries there are
    /// @param hash the hash of the newest: keep it elsewhere
    public record Intact(long entries, String hash) implements Finding {}

    /// Something was changed.
    ///
    /// @param sequence the first entry that is not as it was written
    /// @param why what is wrong with it
    public record Broken(long sequence, String why) implements Finding {}

    /// An entry's hash that was kept somewhere else.
    public record Anchor(long sequence, String hash) {

        /// Reads `sequence:hash`.
        public static Anchor parse(String text) {
            var parts = List.of(text.split(":", -1));
            if (parts.size() != 2
                    || !parts.getFirst().matches("\\d{1,18}")
                    || !parts.getLast().matches("[0-9a-fA-F]{64}")) {
                throw new IllegalArgumentException(
                        "The anchor (%s) must be a sequence, a colon and 64 hex digits.".formatted(text));
            }
            return new Anchor(Long.parseLong(parts.getFirst()), parts.getLast());
        }
    }
}
