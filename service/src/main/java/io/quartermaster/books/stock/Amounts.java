package io.quartermaster.books.stock;

import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;

/// By how much the four figures of a position rise or fall.
record Amounts(BigDecimal onHand, BigDecimal committed, BigDecimal inTransit, BigDecimal onOrder) {

    static final Amounts NOTHING = new Amounts(ZERO, ZERO, ZERO, ZERO);

    static Amounts onHand(BigDecimal change) {
        return new Amounts(change, ZERO, ZERO, ZERO);
    }

    static Amounts committed(BigDecimal change) {
        return new Amounts(ZERO, change, ZERO, ZERO);
    }

    static Amounts inTransit(BigDecimal change) {
        return new Amounts(ZERO, ZERO, change, ZERO);
    }

    static Amounts onOrder(BigDecimal change) {
        return new Amounts(ZERO, ZERO, ZERO, change);
    }

    Amounts plus(Amounts other) {
        return new Amounts(
                onHand.add(other.onHand),
                committed.add(other.committed),
                inTransit.add(other.inTransit),
                onOrder.add(other.onOrder));
    }

    Amounts minus(Amounts other) {
        return plus(other.negated());
    }

    Amounts negated() {
        return new Amounts(onHand.negate(), committed.negate(), inTransit.negate(), onOrder.negate());
    }

    boolean isNothing() {
        return onHand.signum() == 0 && committed.signum() == 0 && inTransit.signum() == 0 && onOrder.signum() == 0;
    }

    boolean isSameAs(Amounts other) {
        return minus(other).isNothing();
    }
}
