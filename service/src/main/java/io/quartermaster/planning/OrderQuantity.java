package io.quartermaster.planning;

import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// How much to order, in what the supplier sells: the one place where the maths of stock is
/// rounded, and always up.
///
/// ```
/// quantity = packs · ⌈ max(need, minimumOrder) / packs ⌉
/// ```
///
/// @param needed what the maths asked for, to five decimals
/// @param quantity what to order: whole packs, at least the minimum order; zero if nothing is
/// needed
/// @param moreThanAYear true if the supplier's minimum is more than a year's demand, so that a
/// person should ask whether it is worth it
public record OrderQuantity(Quantity needed, Quantity quantity, boolean moreThanAYear) {

    private static final int DECIMALS = 5;
    /// What nobody notices, such as the last digit of 12.000000000000002.
    private static final double NOISE = 1e-9;

    private static final BigDecimal SMALLEST_SHARE = new BigDecimal("0.001");
    private static final double BEYOND_ANY_SHOP = 1e9;

    /// What the supplier sells.
    ///
    /// @param casePack units per pack; zero or less if it is sold singly
    /// @param minimumOrder least the supplier takes of it; zero if any
    public record Packs(Quantity casePack, Quantity minimumOrder) {

        /// The least that can be added to an order.
        public Quantity stepQuantity() {
            return new Quantity(step(), casePack.unit());
        }

        /// The step in which quantities go: a pack, else one unit, else a gram or so.
        BigDecimal step() {
            if (casePack.amount().signum() > 0) {
                return casePack.amount();
            }
            return casePack.unit() == Unit.EACH ? BigDecimal.ONE : SMALLEST_SHARE;
        }
    }

    /// Rounds `need` up to what can be ordered.
    ///
    /// @param need units; zero or less orders nothing
    /// @param yearlyDemand units expected in a year
    /// @throws IllegalArgumentException if `need` is not a number or beyond any shop
    public static OrderQuantity of(double need, Packs packs, double yearlyDemand) {
        if (Double.isNaN(need) || need > BEYOND_ANY_SHOP) {
            throw new IllegalArgumentException("The need (%s) is beyond any shop.".formatted(need));
        }
        var unit = packs.casePack().unit();
        if (need <= NOISE) {
            var none = new Quantity(BigDecimal.ZERO, unit);
            return new OrderQuantity(none, none, false);
        }
        var exact = BigDecimal.valueOf(need - NOISE).setScale(DECIMALS, RoundingMode.HALF_UP);
        var least = packs.minimumOrder().amount();
        var quantity = new Quantity(upTo(packs.step(), exact.max(least)), unit);
        return new OrderQuantity(new Quantity(exact, unit), quantity, least.doubleValue() > yearlyDemand);
    }

    private static BigDecimal upTo(BigDecimal step, BigDecimal amount) {
        return amount.divide(step, 0, RoundingMode.CEILING).max(BigDecimal.ONE).multiply(step);
    }
}
