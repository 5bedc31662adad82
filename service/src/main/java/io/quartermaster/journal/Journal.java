package io.quartermaster.journal;

import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.Origin;
import java.util.List;
import java.util.Optional;

/// The durable log of all that happened: appended once, never changed, chained by hash.
///
/// Two implementations pass one contract: PostgreSQL now, Apache Kafka when a retailer outgrows
/// it. What is read is gap-free: an entry that can be read has all its forerunners readable
/// too.
public interface Journal {

    /// Appends, and returns when it is durable. Drafts of many callers share one commit.
    ///
    /// A draft whose (source, sourceKey) is there already is not appended again. A draft whose event
    /// names a paper joins the correlation that the paper began with.
    ///
    /// @param drafts at most 1,000; they stand in the journal in this order
    /// @return what became of each, in the same order
    List<Appended> append(List<Draft> drafts);

    /// Reads on.
    ///
    /// @param after the sequence after which to read; 0 for the beginning
    /// @param atMost how many at most, up to 5,000
    List<Entry> read(long after, int atMost);

    /// The sequence of the newest entry; 0 if there is none.
    long head();

    /// All that followed from one message, oldest first.
    ///
    /// @param atMost how many at most, up to 5,000
    List<Entry> story(CorrelationId correlation, int atMost);

    /// The entry of that teller and key, if it was ever appended.
    Optional<Entry> find(Origin origin);

    /// The correlation that a paper such as `purchase-order/PO-1001` belongs to.
    Optional<CorrelationId> correlationOf(String paper);
}
