package io.quartermaster.skills;

import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.VariantId;
import java.math.BigDecimal;

/// One variant at one location as a skill saw it last.
///
/// @param subject which concern it belongs to; empty if none
/// @param detail why it is as it is, for people; empty if there is nothing to say
/// @param position its inventory position
/// @param level the level at which it would want something
/// @param turnover what it turns over a year, in money; it is ranked by that
public record Watched(
        VariantId variant,
        LocationId location,
        String subject,
        State state,
        String detail,
        Quantity position,
        Quantity level,
        BigDecimal turnover) {

    /// How it is.
    public enum State {
        /// It has enough.
        QUIET,
        /// It wants something.
        WANTING,
        /// Nobody can be asked: a person should say who supplies it.
        UNSERVED
    }

    Concern concern() {
        return new Concern(subject, location);
    }
}
