package io.quartermaster.planning;

import io.quartermaster.retail.Money;
import io.quartermaster.retail.Quantity;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;

/// What keeping, lacking and ordering one variant costs, in one currency.
///
/// @param unitCost what one unit costs us
/// @param holdingRatePerYear share of the unit cost that a year on the shelf costs: capital,
/// room, loss; a quarter is usual
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

    /// What it costs to miss that many.
    public Money ofMissing(Quantity units, Currency currency) {
        return Money.nearest(BigDecimal.valueOf(stockOutCost).multiply(units.amount()), currency);
    }

    /// For a person to read.
    public String inWords(Currency currency) {
        return String.format(
                Locale.ROOT,
                "%.0f %% of %.4f %s a year to hold one, %.2f to order a line, %.4f to miss one",
                holdingRatePerYear * 100,
                unitCost,
                currency,
                orderLineCost,
                stockOutCost);
    }

    /// What one unit on the shelf costs a day.
    public double holdingPerUnitAndDay() {
        return unitCost * holdingRatePerYear / DAYS_A_YEAR;
    }
}
