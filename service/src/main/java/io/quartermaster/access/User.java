package io.quartermaster.access;

import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.UserId;
import java.util.Set;

/// Somebody who may come in, or a program with a key, and what they may do.
///
/// @param name what colleagues call them
/// @param locations where they may look and sign; empty: everywhere
/// @param active whether they still may come in at all
public record User(UserId id, String name, Role role, Set<LocationId> locations, boolean active) {

    public User {
        locations = Set.copyOf(locations);
    }

    /// Whether they may do what somebody of that role may.
    public boolean atLeast(Role least) {
        return active && role.compareTo(least) >= 0;
    }

    /// Whether they may see and do things at that place.
    public boolean worksAt(LocationId location) {
        return active && (locations.isEmpty() || locations.contains(location));
    }

    public boolean worksEverywhere() {
        return active && locations.isEmpty();
    }
}
