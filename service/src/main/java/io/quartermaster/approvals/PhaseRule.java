package io.quartermaster.approvals;

import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Money;
import io.quartermaster.retail.SkillId;
import io.quartermaster.retail.SupplierId;
import org.jspecify.annotations.Nullable;

/// What a skill may do where: the policy that a person signed.
///
/// Of several rules that fit, the one that names most wins; of equals, the most careful.
///
/// @param phase how much it may do by itself
/// @param confidencePercent how sure it must be to act by itself
/// @param limit up to how much money it may act by itself, this amount included; null means never
public record PhaseRule(
        Where where,
        Phase phase,
        int confidencePercent,
        @Nullable Money limit) {

    public PhaseRule {
        if (confidencePercent < 0 || confidencePercent > 100) {
            throw new IllegalArgumentException(
                    "The confidencePercent (%s) must be 0 to 100.".formatted(confidencePercent));
        }
        if (phase == Phase.ACT && limit == null) {
            throw new IllegalArgumentException("""
                    A rule that lets a skill act by itself needs a limit.
                    Maybe ASSIST was meant: then a person decides.""");
        }
    }

    /// Where a rule holds: what is null holds for all.
    public record Where(
            SkillId skill,
            @Nullable LocationId location,
            @Nullable String category,
            @Nullable SupplierId supplier) {

        /// How much it names besides the skill: the more, the stronger.
        int named() {
            return (location == null ? 0 : 1) + (category == null ? 0 : 1) + (supplier == null ? 0 : 1);
        }
    }
}
