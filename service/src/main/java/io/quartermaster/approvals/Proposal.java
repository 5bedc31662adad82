package io.quartermaster.approvals;

import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Money;
import io.quartermaster.retail.RetailAction;
import io.quartermaster.retail.SkillId;
import io.quartermaster.retail.SupplierId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a skill suggests, and why. A pure function of the facts: the same facts make the same
/// bytes.
///
/// @param about what it is about, such as `order/ACME/high-street`; of one skill and one
/// `about` at most one proposal is open: a second need joins it as a new revision
/// @param because the reason in one sentence, with the figures that decided
/// @param flags what a person should look at before saying yes; any of them forbids automatic
/// approval
/// @param alternatives what else could be done, and what it would cost
/// @param value the money that it moves
/// @param confidencePercent how sure we are, 0 to 100, from the forecast's backtest
/// @param actBy the last business day on which saying yes still helps; null if it does not matter
public record Proposal(
        SkillId skill,
        String about,
        Scope scope,
        RetailAction action,
        String because,
        List<Evidence> evidence,
        List<Flag> flags,
        List<Alternative> alternatives,
        Money value,
        int confidencePercent,
        @Nullable LocalDate actBy) {

    public Proposal {
        evidence = List.copyOf(evidence);
        flags = List.copyOf(flags);
        alternatives = List.copyOf(alternatives);
        if (confidencePercent < 0 || confidencePercent > 100) {
            throw new IllegalArgumentException(
                    "The confidencePercent (%s) must be 0 to 100.".formatted(confidencePercent));
        }
    }

    /// By what the phases of autonomy and the limits are chosen.
    ///
    /// @param categories of the variants concerned; may be empty
    /// @param supplier null if none is concerned
    public record Scope(
            LocationId location,
            List<String> categories,
            @Nullable SupplierId supplier) {

        public Scope {
            categories = List.copyOf(categories);
        }
    }

    /// Something that a person should look at.
    ///
    /// @param rule the rule's name: `price-above-contract`, `new-supplier`, `non-standard-item`,
    /// `supplier-not-approved`, `below-minimum-order-value`
    /// @param detail the figures, in a sentence
    public record Flag(String rule, String detail) {}

    public record Alternative(String what, String cost) {}
}
