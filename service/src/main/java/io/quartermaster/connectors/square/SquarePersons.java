package io.quartermaster.connectors.square;

import io.quartermaster.connectors.Connection;
import io.quartermaster.connectors.WireJson;
import io.quartermaster.retail.PersonalData;
import io.quartermaster.retail.PersonalData.Identifier;
import io.quartermaster.retail.PersonalData.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a Square order tells of its buyer: a customer's number, and to whom it is handed or sent.
final class SquarePersons {

    private static final List<String> DETAILS = List.of("pickup_details", "shipment_details", "delivery_details");

    private SquarePersons() {}

    static @Nullable PersonalData of(Connection connection, WireJson order) {
        var identifiers = new ArrayList<Identifier>();
        var details = new LinkedHashMap<String, String>();
        var customer = order.textIfAny("customer_id");
        if (customer != null) {
            identifiers.add(new Identifier(Kind.PLATFORM_ID, connection.id().value() + ":" + customer));
        }
        for (var fulfilment : order.listIfAny("fulfillments")) {
            for (var field : DETAILS) {
                var found = fulfilment.objectIfAny(field);
                var recipient = found == null ? null : found.objectIfAny("recipient");
                if (recipient != null) {
                    add(recipient, identifiers, details);
                }
            }
        }
        var person = new PersonalData(identifiers, details);
        return person.isEmpty() ? null : person;
    }

    private static void add(WireJson recipient, List<Identifier> identifiers, LinkedHashMap<String, String> details) {
        var email = recipient.textIfAny("email_address");
        if (email != null) {
            identifiers.add(new Identifier(Kind.EMAIL, email));
        }
        var phone = recipient.textIfAny("phone_number");
        if (phone != null) {
            identifiers.add(new Identifier(Kind.PHONE, phone));
        }
        details.putAll(recipient.texts());
        var address = recipient.objectIfAny("address");
        if (address != null) {
            address.texts().forEach((field, value) -> details.put("address." + field, value));
        }
    }
}
