package io.quartermaster.dashboard;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A message as it may be shown to people: its shape, and the values of fields that speak of
/// goods.
///
/// What is not known to be harmless is hidden: a platform may put a person's name anywhere.
@Component
class Hidden {

    private static final String DOTS = "•••";
    private static final int DEPTH_MAX = 40;

    /// Fields of goods, money, places and times, in the words of the platforms; all else is hidden.
    private static final Set<String> SHOWN = Set.of(
            "id",
            "sku",
            "quantity",
            "current_quantity",
            "fulfillable_quantity",
            "price",
            "total_price",
            "subtotal_price",
            "total_discounts",
            "total_tax",
            "total",
            "amount",
            "currency",
            "currency_code",
            "created_at",
            "updated_at",
            "processed_at",
            "received_at",
            "occurred_at",
            "calculated_at",
            "timestamp",
            "location_id",
            "store_id",
            "inventory_item_id",
            "variant_id",
            "product_id",
            "catalog_object_id",
            "line_item_id",
            "order_id",
            "refund_id",
            "purchase_order",
            "supplier_id",
            "level",
            "available",
            "state",
            "status",
            "type",
            "event_type",
            "event_id",
            "version",
            "topic",
            "financial_status",
            "fulfillment_status",
            "restock_type",
            "category",
            "barcode",
            "vendor",
            "expected_date",
            "unit_cost",
            "taxable",
            "test",
            "cancelled_at",
            "closed_at",
            "merchant_id",
            "catalog_object_type",
            "base_price_money",
            "total_money");

    private final JsonMapper json = JsonMapper.builder().build();

    String of(String body) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(hide(json.readTree(body), "", 0));
        } catch (JacksonException _) {
            return "(This is no JSON: %s, not shown.)"
                    .formatted(Words.plural(body.length(), "character", "characters"));
        }
    }

    private static JsonNode hide(JsonNode node, String field, int depth) {
        if (depth > DEPTH_MAX) {
            return JsonNodeFactory.instance.stringNode("…");
        }
        if (node instanceof ObjectNode object) {
            var shown = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> part : object.properties()) {
                shown.set(part.getKey(), hide(part.getValue(), part.getKey(), depth + 1));
            }
            return shown;
        }
        if (node instanceof ArrayNode array) {
            var shown = JsonNodeFactory.instance.arrayNode();
            array.forEach(part -> shown.add(hide(part, field, depth + 1)));
            return shown;
        }
        var harmless = node.isNull() || node.isBoolean() || SHOWN.contains(field.toLowerCase(Locale.ROOT));
        return harmless ? node : JsonNodeFactory.instance.stringNode(DOTS);
    }
}
