package io.quartermaster.dispatch;

import io.quartermaster.approvals.ToldJournal;
import io.quartermaster.journal.Appended;
import io.quartermaster.journal.Draft;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/// Kills the process, as far as the code can tell, at random moments: around each commit, each
/// append, each call.
final class Killer {

    private final RandomGenerator random;
    private double chance;
    private int kills;

    Killer(RandomGenerator random) {
        this.random = random;
    }

    void chance(double each) {
        chance = each;
    }

    int kills() {
        return kills;
    }

    /// Perhaps nothing comes after this.
    void pass() {
        if (random.nextDouble() < chance) {
            kills++;
            throw new Killed();
        }
    }

    /// No exception: nobody may catch it, as nobody catches a power cut.
    static final class Killed extends Error {}

    PlatformTransactionManager around(PlatformTransactionManager transactions) {
        return new PlatformTransactionManager() {
            @Override
            public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
                return transactions.getTransaction(definition);
            }

            @Override
            public void commit(TransactionStatus status) {
                try {
                    pass();
                } catch (Killed death) {
                    transactions.rollback(status);
                    throw death;
                }
                transactions.commit(status);
                pass();
            }

            @Override
            public void rollback(TransactionStatus status) {
                transactions.rollback(status);
            }
        };
    }

    /// A journal whose append may be the last thing that happens.
    ToldJournal journal() {
        return new ToldJournal() {
            @Override
            public List<Appended> append(List<Draft> drafts) {
                pass();
                var appended = super.append(drafts);
                pass();
                return appended;
            }
        };
    }
}
