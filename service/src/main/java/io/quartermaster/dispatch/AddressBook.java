package io.quartermaster.dispatch;

import io.quartermaster.connectors.Delivery.Recipient;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.SupplierId;
import java.util.Optional;

/// What suppliers and places are called, and where their mail goes; an address that is not
/// known is empty.
interface AddressBook {

    Optional<Recipient> supplier(SupplierId id);

    /// A location that is not known goes by its id.
    Recipient location(LocationId id);
}
