package io.quartermaster.connectors;

import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.RetailAction;
import java.util.Map;

/// An action on its way, with the names and addresses that the one who carries it needs.
///
/// @param to whom it is for
/// @param places what the locations that it names are called
public record Delivery(RetailAction action, IdempotencyKey key, Recipient to, Map<LocationId, String> places) {

    public Delivery {
        places = Map.copyOf(places);
    }

    /// What people call that location.
    public String nameOf(LocationId location) {
        return places.getOrDefault(location, location.value());
    }

    /// Whom an action is for.
    ///
    /// @param address an e-mail address; empty if the outside system knows whom it is for
    public record Recipient(String name, String address) {

        public static final Recipient NOBODY = new Recipient("", "");
    }
}
