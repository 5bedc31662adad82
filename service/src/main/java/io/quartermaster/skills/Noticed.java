package io.quartermaster.skills;

import io.quartermaster.books.stock.Change;

/// A change that makes a concern worth deciding on.
///
/// @param urgent whether something wants a decision that did not want one before; if not, the
/// concern was being looked after already, and can wait for its next turn
public record Noticed(Concern concern, Change change, boolean urgent) {}
