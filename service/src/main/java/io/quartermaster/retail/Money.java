package io.quartermaster.retail;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/// An amount of money: whole minor units (pennies, cents, yen, fils) of one currency.
///
/// It may be negative: a refund. Two currencies are never mixed silently.
public record Money(long minorUnits, Currency currency) implements Comparable<Money> {

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /// The exact amount.
    ///
    /// @throws IllegalArgumentException if `amount` has more decimals than the currency, or is
    /// beyond any till
    public static Money exactly(BigDecimal amount, Currency currency) {
        try {
            return new Money(inMinorUnits(amount, currency).longValueExact(), currency);
        } catch (ArithmeticException fault) {
            throw new IllegalArgumentException(
                    "The amount (%s) is no amount of %s, which has %d decimals."
                            .formatted(amount.toEngineeringString(), currency, currency.getDefaultFractionDigits()),
                    fault);
        }
    }

    /// The nearest amount, half to even.
    public static Money nearest(BigDecimal amount, Currency currency) {
        return exactly(amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_EVEN), currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minorUnits, other.minorUnitsIn(currency)), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minorUnits, other.minorUnitsIn(currency)), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(minorUnits), currency);
    }

    public boolean isMoreThan(Money other) {
        return compareTo(other) > 0;
    }

    public BigDecimal amount() {
        return BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits());
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minorUnits, other.minorUnitsIn(currency));
    }

    private static BigDecimal inMinorUnits(BigDecimal amount, Currency currency) {
        if (amount.precision() - amount.scale() > 15) {
            throw new ArithmeticException("beyond any till");
        }
        return amount.movePointRight(currency.getDefaultFractionDigits());
    }

    private long minorUnitsIn(Currency wanted) {
        if (!currency.equals(wanted)) {
            throw new IllegalArgumentException("The amount (%s) is not in %s.".formatted(this, wanted));
        }
        return minorUnits;
    }

    @Override
    public String toString() {
        return amount().toPlainString() + " " + currency;
    }
}
