package io.quartermaster.retail;

import java.math.BigDecimal;

/// How much of a variant: an exact number, and the unit it is counted in.
///
/// It may be negative: a till happily sells what the shelf count says is not there. A record that
/// cannot live with that says so in its own constructor, through [#requirePositive].
///
/// @param amount exact, at most five decimals and less than a million million; trailing zeros are
/// dropped, so that `2.0 kg` equals `2 kg`
/// @param unit what one of it is
public record Quantity(BigDecimal amount, Unit unit) implements Comparable<Quantity> {

    public static final Quantity NONE = each(0);

    private static final int DECIMALS_MAX = 5;
    private static final int WHOLE_DIGITS_MAX = 12;

    /// Checks and tidies the amount.
    ///
    /// @throws IllegalArgumentException if `amount` has more than five decimals, or more than
    /// twelve digits before them
    public Quantity {
        amount = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
        if (amount.scale() > DECIMALS_MAX) {
            throw new IllegalArgumentException("""
                    The amount (%s) has more than %d decimals.
                    Maybe it was read as a floating-point number: read it as text.""".formatted(amount, DECIMALS_MAX));
        }
        if (amount.precision() - amount.scale() > WHOLE_DIGITS_MAX) {
            throw new IllegalArgumentException("The amount (%s) is beyond any shop.".formatted(amount));
        }
    }

    public static Quantity each(long count) {
        return new Quantity(BigDecimal.valueOf(count), Unit.EACH);
    }

    public static Quantity each(BigDecimal amount) {
        return new Quantity(amount, Unit.EACH);
    }

    public Quantity plus(Quantity other) {
        return new Quantity(amount.add(other.amountIn(unit)), unit);
    }

    public Quantity minus(Quantity other) {
        return new Quantity(amount.subtract(other.amountIn(unit)), unit);
    }

    public Quantity negated() {
        return new Quantity(amount.negate(), unit);
    }

    public boolean isMoreThan(Quantity other) {
        return amount.compareTo(other.amountIn(unit)) > 0;
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    /// This quantity, if it is more than zero.
    ///
    /// @throws IllegalArgumentException if it is zero or less
    public Quantity requirePositive() {
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("The quantity (%s) must be positive.".formatted(this));
        }
        return this;
    }

    /// The figure for the maths of stock, which reckons in doubles and rounds once, at its end.
    public double toDouble() {
        return amount.doubleValue();
    }

    private BigDecimal amountIn(Unit wanted) {
        if (unit != wanted) {
            throw new IllegalArgumentException("The quantity (%s) is not counted in %s.".formatted(this, wanted));
        }
        return amount;
    }

    @Override
    public int compareTo(Quantity other) {
        return amount.compareTo(other.amountIn(unit));
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + unit;
    }
}
