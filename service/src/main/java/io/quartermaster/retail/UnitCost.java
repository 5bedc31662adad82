package io.quartermaster.retail;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/// What one unit costs us, to six decimals. It becomes [Money] in one place: [#times].
///
/// @param amount exact, zero or more, at most six decimals
public record UnitCost(BigDecimal amount, Currency currency) implements Comparable<UnitCost> {

    private static final int DECIMALS_MAX = 6;
    private static final int WHOLE_DIGITS_MAX = 12;

    /// Checks and tidies the amount.
    ///
    /// @throws IllegalArgumentException if `amount` is negative, has more than six decimals, or is
    /// beyond any price list
    public UnitCost {
        amount = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("The unit cost (%s) is negative.".formatted(amount));
        }
        if (amount.scale() > DECIMALS_MAX || amount.precision() - amount.scale() > WHOLE_DIGITS_MAX) {
            throw new IllegalArgumentException(
                    "The unit cost (%s) must have at most %d decimals and %d digits before them."
                            .formatted(amount.toEngineeringString(), DECIMALS_MAX, WHOLE_DIGITS_MAX));
        }
    }

    /// What that many cost, to the nearest minor unit, half to even.
    public Money times(Quantity quantity) {
        return Money.nearest(
                amount.multiply(quantity.amount())
                        .setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_EVEN),
                currency);
    }

    @Override
    public int compareTo(UnitCost other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("The unit cost (%s) is not in %s.".formatted(other, currency));
        }
        return amount.compareTo(other.amount);
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
