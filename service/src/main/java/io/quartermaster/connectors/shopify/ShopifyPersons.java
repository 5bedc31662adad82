package io.quartermaster.connectors.shopify;

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

/// What Shopify tells of the customer, set apart from the order.
final class ShopifyPersons {

    private static final List<String> ADDRESSES = List.of("billing_address", "shipping_address");
    private static final List<String> OWN_FIELDS = List.of("note", "browser_ip", "contact_email");

    private ShopifyPersons() {}

    /// The buyer of an order; null if it tells of nobody.
    static @Nullable PersonalData of(Connection connection, WireJson order) {
        var identifiers = new ArrayList<Identifier>();
        var details = new LinkedHashMap<String, String>();
        var customer = order.objectIfAny("customer");
        if (customer != null) {
            identify(connection, customer, identifiers);
            add("name", (customer.words("first_name") + " " + customer.words("last_name")).strip(), details);
            addAll("address", customer.objectIfAny("default_address"), details);
        }
        contact(order, "email", Kind.EMAIL, identifiers);
        contact(order, "phone", Kind.PHONE, identifiers);
        ADDRESSES.forEach(field -> addAll(field, order.objectIfAny(field), details));
        OWN_FIELDS.forEach(field -> add(field, order.words(field), details));
        var person = new PersonalData(identifiers.stream().distinct().toList(), details);
        return person.isEmpty() ? null : person;
    }

    /// The customer that a privacy message is about.
    static PersonalData customer(Connection connection, WireJson message) {
        var identifiers = new ArrayList<Identifier>();
        identify(connection, message.object("customer"), identifiers);
        return new PersonalData(identifiers, Map.of());
    }

    private static void identify(Connection connection, WireJson customer, List<Identifier> identifiers) {
        var id = customer.textIfAny("id");
        if (id != null) {
            identifiers.add(new Identifier(Kind.PLATFORM_ID, connection.id().value() + ":" + id));
        }
        contact(customer, "email", Kind.EMAIL, identifiers);
        contact(customer, "phone", Kind.PHONE, identifiers);
    }

    private static void contact(WireJson from, String field, Kind kind, List<Identifier> identifiers) {
        var value = from.words(field);
        if (!value.isEmpty()) {
            identifiers.add(new Identifier(kind, value));
        }
    }

    private static void add(String name, String value, Map<String, String> details) {
        if (!value.isEmpty()) {
            details.put(name, value);
        }
    }

    private static void addAll(String name, @Nullable WireJson object, Map<String, String> details) {
        if (object != null) {
            object.texts().forEach((field, value) -> details.put(name + "." + field, value));
        }
    }
}
