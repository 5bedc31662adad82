package io.quartermaster.books.sales;

import io.quartermaster.retail.DemandSignal;

/// One demand signal, and the journal entry that it stands in.
///
/// @param sequence of the newest telling of its sale; all signals of one sale share it
public record DemandSignalRow(long sequence, DemandSignal signal) {}
