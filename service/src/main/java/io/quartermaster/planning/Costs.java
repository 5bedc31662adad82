package io.quartermaster.planning;

/// What keeping, lacking and ordering one variant costs, in one currency.
///
/// @param unitCost what one unit costs us
/// @param holdingRatePerYear share of the unit cost that a year on the shelf costs: capital, room,
/// loss; a quarter is usual
/// @param orderLineCost what one more line on an order costs: writing, receiving, putting away
/// @param stockOutCost what one unit asked for and not there costs: at least the margin lost
public record Costs(double unitCost, double holdingRatePerYear, double orderLineCost, double stockOutCost) {

    private static final double DAYS_A_YEAR = 365;

    public Costs {
        Figures.requireZeroOrMore("unitCost", unitCost);
        Figures.requireZeroOrMore("holdingRatePerYear", holdingRatePerYear);
        Figures.requireZeroOrMore("orderLineCost", orderLineCost);
        Figures.requireZeroOrMore("stockOutCost", stockOutCost);
    }

    /// What one unit on the shelf costs a day.
    public double holdingPerUnitAndDay() {
        return unitCost * holdingRatePerYear / DAYS_A_YEAR;
    }
}
