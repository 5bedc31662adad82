package io.quartermaster.books.stock;

import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;

/// By how much the four figures of a position rise or fall.
///
/// @param unseen how much of what is committed no platform knows of: what it calls available
/// holds these goods still
record Amounts(BigDecimal onHand, BigDecimal committed, BigDecimal inTransit, BigDecimal onOrder, BigDecimal unseen) {

    static final Amounts NOTHING = new Amounts(ZERO, ZERO, ZERO, ZERO, ZERO);

    static Amounts onHand(BigDecimal change) {
        return new Amounts(change, ZERO, ZERO, ZERO, ZERO);
    }

    static Amounts committed(BigDecimal change) {
        return new Amounts(ZERO, change, ZERO, ZERO, ZERO);
    }

    static Amounts inTransit(BigDecimal change) {
        return new Amounts(ZERO, ZERO, change, ZERO, ZERO);
    }

    static Amounts onOrder(BigDecimal change) {
        return new Amounts(ZERO, ZERO, ZERO, change, ZERO);
    }

    static Amounts unseen(BigDecimal change) {
        return new Amounts(ZERO, ZERO, ZERO, ZERO, change);
    }

    Amounts plus(Amounts other) {
        return new Amounts(
                onHand.add(other.onHand),
                committed.add(other.committed),
                inTransit.add(other.inTransit),
                onOrder.add(other.onOrder),
                unseen.add(other.unseen));
    }

    Amounts minus(Amounts other) {
        return plus(other.negated());
    }

    Amounts negated() {
        return new Amounts(onHand.negate(), committed.negate(), inTransit.negate(), onOrder.negate(), unseen.negate());
    }

    boolean isNothing() {
        return onHand.signum() == 0
                && committed.signum() == 0
                && inTransit.signum() == 0
                && onOrder.signum() == 0
                && unseen.signum() == 0;
    }

    boolean isSameAs(Amounts other) {
        return minus(other).isNothing();
    }
}
