package io.quartermaster.books.stock;

/// Positions have changed and are committed: whoever decides on them may wake up and take them by
/// [Stock#takeChanged].
public record StockChanged() {}
