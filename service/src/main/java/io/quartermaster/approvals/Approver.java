package io.quartermaster.approvals;

import io.quartermaster.access.Role;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.UserId;
import java.util.Set;

/// Somebody who may stand at the desk.
///
/// @param locations those that they may decide for; empty means all
public record Approver(UserId user, Role role, Set<LocationId> locations) {

    public Approver {
        locations = Set.copyOf(locations);
    }

    /// Whether they work for that location.
    public boolean worksFor(LocationId location) {
        return locations.isEmpty() || locations.contains(location);
    }
}
