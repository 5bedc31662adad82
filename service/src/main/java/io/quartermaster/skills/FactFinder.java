package io.quartermaster.skills;

import io.quartermaster.approvals.DeskItem;
import io.quartermaster.books.stock.Change;
import io.quartermaster.planning.ProjectionPicture;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.SkillId;
import io.quartermaster.retail.VariantId;
import java.util.List;
import java.util.Optional;

/// Asks the books on behalf of a skill, so that the skill itself can stay a pure function.
///
/// @param <F> the facts of its skill
public interface FactFinder<F> {

    /// Whose facts it finds.
    SkillId skill();

    /// Looks at what changed, keeps what it needs to know of it, and says what is worth deciding on.
    /// It runs in one transaction with the taking of the changes.
    ///
    /// @param changes at most a few hundred
    List<Noticed> notice(List<Change> changes);

    /// Finds all that the decision may look at.
    ///
    /// @param latest what was suggested of this concern before and is not known to be settled
    Finding<F> find(Concern concern, List<DeskItem> latest);

    /// What the proposal's picture of one variant shows, if it were done with that quantity.
    Optional<ProjectionPicture> picture(F facts, VariantId variant, Quantity quantity);
}
