package io.quartermaster.journal;

import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.RetailEvent;
import java.time.Instant;

/// One line of the journal.
///
/// @param sequence its place: 1, 2, 3, … without a gap
/// @param recordedAt when we wrote it down
/// @param hash SHA-256, in hex, over this entry and the hash of the one before
public record Entry(long sequence, Instant recordedAt, CorrelationId correlation, RetailEvent event, String hash) {}
