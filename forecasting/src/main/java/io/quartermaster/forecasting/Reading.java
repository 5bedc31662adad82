package io.quartermaster.forecasting;

/// What a forecast has read, and what of it did not count as it was sold.
///
/// @param periods how many periods were read
/// @param unknown on how many of them nobody knows what was asked for: no figure, or an empty
/// shelf
/// @param emptyShelf on how many of them demand could not show itself
/// @param cutOrders how many of them sold so much that they count for less
/// @param cutUnits by how many units less, together
public record Reading(int periods, int unknown, int emptyShelf, int cutOrders, double cutUnits) {}
