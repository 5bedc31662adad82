package io.quartermaster.journal;

import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.RetailEvent;

/// An event on its way into the journal.
///
/// @param correlation the story that it belongs to, unless its paper belongs to another
public record Draft(CorrelationId correlation, RetailEvent event) {}
