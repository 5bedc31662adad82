package io.quartermaster.approvals;

import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.ProposalId;
import io.quartermaster.retail.SkillId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which proposals one wants to see.
///
/// @param locations only these; empty means all
/// @param skill only this one's; null means any
/// @param after goes on after this proposal of the same listing; null begins at the start
public record DeskFilter(
        Set<LocationId> locations,
        @Nullable SkillId skill,
        @Nullable ProposalId after) {

    /// All of them, from the start.
    public static final DeskFilter ALL = new DeskFilter(Set.of(), null, null);

    public DeskFilter {
        locations = Set.copyOf(locations);
    }

    /// The same, of these locations only; empty means all.
    public DeskFilter at(Set<LocationId> only) {
        return new DeskFilter(only, skill, after);
    }

    /// The same, from after that proposal on.
    public DeskFilter after(ProposalId last) {
        return new DeskFilter(locations, skill, last);
    }
}
