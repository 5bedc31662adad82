package io.quartermaster.planning;

/// When to order: as soon as the inventory position is at or below this level.
///
/// ```
/// reorderPoint = quantile( demand over lead time + review period, cycle service level )
/// ```
///
/// The quantile is the forecast's own, so it holds for slow sellers too, whose demand is nowhere
/// near normal. Its outlook has the lead time's own deviation folded in.
///
/// Source: E. A. Silver, D. F. Pyke, D. J. Thomas, "Inventory and Production Management in Supply
/// Chains", 4th edition, 2017, chapter 6 (periodic review, protection over R + L).
public final class ReorderPoint {

    private static final int DAYS_MAX = 1_000;

    private ReorderPoint() {}

    /// How many days an order must bridge: until the next review, and then until the goods are in.
    /// At least one, since even a supplier next door delivers tomorrow at best.
    ///
    /// @throws IllegalArgumentException if a figure is negative, or the lead time is no lead time
    public static int protectionDays(double leadTimeDays, int reviewPeriodDays) {
        Figures.requireZeroOrMore("leadTimeDays", leadTimeDays);
        Figures.requireZeroOrMore("reviewPeriodDays", reviewPeriodDays);
        double days = Math.ceil(leadTimeDays) + reviewPeriodDays;
        if (days > DAYS_MAX) {
            throw new IllegalArgumentException("""
                    The protection (%s days) is longer than %d days.
                    Maybe the lead time was given in hours.""".formatted(days, DAYS_MAX));
        }
        return (int) Math.max(1, days);
    }

    /// @param protection demand over lead time and review period
    /// @param serviceLevel the wanted chance of no stock-out in one cycle, such as 0.95
    /// @return units, not rounded
    public static double units(DemandOutlook protection, double serviceLevel) {
        return protection.quantile(serviceLevel);
    }

    /// The part of the reorder point that is there for bad luck.
    public static double safetyStock(DemandOutlook protection, double serviceLevel) {
        return Math.max(0, units(protection, serviceLevel) - protection.mean());
    }
}
