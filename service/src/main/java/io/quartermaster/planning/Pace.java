package io.quartermaster.planning;

/// Whether a variant sells faster than its forecast thought possible, and by how much.
///
/// ```
/// pace = units sold in the last week / quantile(demand over a week, 95 %),  from 1 to 3
/// ```
///
/// A surprise raises the reorder point at once, with the very sale that made it one; the forecast
/// itself learns at the day's close. It never lowers: a quiet week may be an empty shelf.
public final class Pace {

    private static final double FASTEST = 3;

    private Pace() {}

    /// @param soldInAWeek units sold in the last seven days, today included
    /// @param highWeek what a week sells at most with 95 % chance
    public static double of(double soldInAWeek, double highWeek) {
        Figures.requireZeroOrMore("highWeek", highWeek);
        return highWeek == 0 || soldInAWeek <= highWeek ? 1 : Math.min(FASTEST, soldInAWeek / highWeek);
    }
}
