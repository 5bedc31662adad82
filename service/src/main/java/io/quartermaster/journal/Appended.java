package io.quartermaster.journal;

import io.quartermaster.retail.CorrelationId;

/// What became of a draft.
public sealed interface Appended {

    /// Where it stands in the journal.
    long sequence();

    record Recorded(long sequence, CorrelationId correlation) implements Appended {}

    /// It was there already; nothing was written.
    record Duplicate(long sequence) implements Appended {}
}
