package io.quartermaster.connectors.generic;

import io.quartermaster.connectors.Connection;
import io.quartermaster.connectors.WireJson;
import io.quartermaster.retail.PersonalData;
import io.quartermaster.retail.PersonalData.Identifier;
import io.quartermaster.retail.PersonalData.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a generic message tells of a customer: a `customer_id`, and perhaps a `customer` with
/// `loyalty_id`, `email`, `phone` and whatever else.
final class GenericPersons {

    private GenericPersons() {}

    static @Nullable PersonalData of(Connection connection, WireJson sale) {
        var identifiers = new ArrayList<Identifier>();
        var id = sale.textIfAny("customer_id");
        if (id != null) {
            identifiers.add(new Identifier(Kind.PLATFORM_ID, connection.id().value() + ":" + id));
        }
        var customer = sale.objectIfAny("customer");
        var person = new PersonalData(
                customer == null ? identifiers : identified(customer, identifiers),
                customer == null ? Map.of() : new LinkedHashMap<>(customer.texts()));
        return person.isEmpty() ? null : person;
    }

    private static List<Identifier> identified(WireJson customer, List<Identifier> identifiers) {
        add(customer, "loyalty_id", Kind.LOYALTY_ID, identifiers);
        add(customer, "email", Kind.EMAIL, identifiers);
        add(customer, "phone", Kind.PHONE, identifiers);
        return identifiers;
    }

    private static void add(WireJson customer, String field, Kind kind, List<Identifier> identifiers) {
        var value = customer.textIfAny(field);
        if (value != null) {
            identifiers.add(new Identifier(kind, value));
        }
    }
}
