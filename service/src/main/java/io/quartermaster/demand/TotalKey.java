package io.quartermaster.demand;

import io.quartermaster.retail.Unit;
import java.util.Comparator;

/// What a total is the total of.
///
/// @param name of the channel or the category; empty for a chain's or a location's whole
/// @param location its id; empty for all locations together
record TotalKey(Kind kind, String name, String location, Unit unit) {

    static final Comparator<TotalKey> ORDER = Comparator.comparing(TotalKey::kind)
            .thenComparing(TotalKey::name)
            .thenComparing(TotalKey::location)
            .thenComparing(TotalKey::unit);

    /// Along which lines the chain is cut.
    enum Kind {
        CHAIN,
        CHANNEL,
        CATEGORY
    }

    boolean isEverywhere() {
        return location.isEmpty();
    }

    TotalKey everywhere() {
        return new TotalKey(kind, name, "", unit);
    }
}
