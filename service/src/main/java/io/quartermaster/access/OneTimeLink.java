package io.quartermaster.access;

import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.UserId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A link that opens the door once.
///
/// @param person whom it signs in; null when it makes a new person
/// @param role what the new person may be
public record OneTimeLink(
        Purpose purpose, @Nullable UserId person, Role role, Set<LocationId> locations, UserId madeBy) {

    public OneTimeLink {
        locations = Set.copyOf(locations);
    }

    /// What it is good for.
    public enum Purpose {
        FIRST_ADMINISTRATOR,
        INVITATION,
        SIGN_IN
    }
}
