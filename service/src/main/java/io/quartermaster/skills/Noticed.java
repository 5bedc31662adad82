package io.quartermaster.skills;

import io.quartermaster.books.stock.Change;

/// A change that makes a concern worth deciding on.
public record Noticed(Concern concern, Change change) {}
