package io.quartermaster.sandbox.shopify;

import io.quartermaster.sandbox.till.Buyer;
import io.quartermaster.sandbox.web.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/// An order as Shopify's order webhooks carry it.
final class ShopifyOrderBody {

    private static final long CUSTOMER_ID_FIRST = 7_300_000_000_000L;

    private final ShopifyAccount account;
    private final ShopifyBodies bodies;

    ShopifyOrderBody(ShopifyAccount account, ShopifyBodies bodies) {
        this.account = account;
        this.bodies = bodies;
    }

    ObjectNode of(ShopifyOrder order) {
        var body = Json.object();
        identity(body, order);
        status(body, order);
        amounts(body, order);
        persons(body, order);
        body.set("fulfillments", fulfillments(order));
        body.set(
                "line_items",
                Json.array(order.lines().stream()
                        .map(line -> bodies.line(order, line))
                        .toList()));
        body.set(
                "refunds",
                Json.array(order.refunds().stream()
                        .map(refund -> bodies.refund(order, refund))
                        .toList()));
        body.set("shipping_lines", Json.array());
        return body.putNull("payment_terms");
    }

    private void identity(ObjectNode body, ShopifyOrder order) {
        var pos = order.isPos();
        body.put("id", order.id())
                .put("admin_graphql_api_id", Gid.of("Order", order.id()))
                .put("app_id", pos ? 129_785L : 580_111L)
                .put("confirmed", true)
                .put("currency", account.currency().getCurrencyCode())
                .put("presentment_currency", account.currency().getCurrencyCode())
                .put("name", order.name())
                .putNull("note")
                .put("number", order.number() - 1000)
                .put("order_number", order.number())
                .put("source_name", pos ? "pos" : "web")
                .put(
                        "source_identifier",
                        pos ? "%s-1-%d".formatted(order.place().platformId(), order.number()) : null)
                .put("tags", "")
                .put("test", false)
                .put("token", Long.toHexString(order.id() * 31));
        if (pos) {
            body.put("location_id", Long.parseLong(order.place().platformId()));
        } else {
            body.putNull("location_id");
        }
        body.set("payment_gateway_names", Json.array().add(pos ? "shopify_payments" : "bogus"));
    }

    private void status(ObjectNode body, ShopifyOrder order) {
        var done = order.fulfilledAt() != null;
        body.put("created_at", bodies.time(order.sale().at()))
                .put("processed_at", bodies.time(order.sale().at()))
                .put("updated_at", bodies.time(order.updatedAt()))
                .put("closed_at", order.isPos() ? bodies.time(order.sale().at()) : null)
                .put("cancelled_at", bodies.timeOrNull(order.cancelledAt()))
                .put("cancel_reason", order.cancelledAt() == null ? null : "customer")
                .put("financial_status", order.financialStatus())
                .put("fulfillment_status", done ? "fulfilled" : null);
    }

    private void amounts(ObjectNode body, ShopifyOrder order) {
        var total = order.total();
        var current = total - order.totalRefunded();
        var discounts =
                order.lines().stream().mapToInt(line -> line.sold().discount()).sum();
        var taxes = taxes(order);
        var tax = taxes.values().stream().mapToInt(Integer::intValue).sum();
        price(body, "total_line_items_price", total + discounts);
        price(body, "subtotal_price", total);
        price(body, "total_discounts", discounts);
        price(body, "total_price", total);
        price(body, "total_tax", tax);
        price(body, "current_subtotal_price", current);
        price(body, "current_total_price", current);
        price(body, "current_total_discounts", discounts);
        body.set("total_shipping_price_set", bodies.money(0));
        body.put("total_outstanding", "0.00").put("total_weight", 0).put("taxes_included", true);
        body.set(
                "tax_lines",
                Json.array(taxes.entrySet().stream()
                        .map(line -> bodies.taxLine(line.getKey(), line.getValue()))
                        .toList()));
        body.set("discount_codes", Json.array());
        body.set("discount_applications", applications(discounts));
    }

    private void price(ObjectNode body, String name, int minor) {
        body.put(name, ShopifyBodies.amount(minor));
        body.set(name + "_set", bodies.money(minor));
    }

    private static Map<Integer, Integer> taxes(ShopifyOrder order) {
        var taxes = new TreeMap<Integer, Integer>();
        for (var line : order.lines()) {
            var article = line.item().article();
            taxes.merge(article.taxPercent(), article.taxIn(line.sold().total()), Integer::sum);
        }
        return taxes;
    }

    private static tools.jackson.databind.node.ArrayNode applications(int discounts) {
        var applications = Json.array();
        if (discounts > 0) {
            applications.add(Json.object()
                    .put("target_type", "line_item")
                    .put("type", "automatic")
                    .put("value", ShopifyBodies.amount(discounts))
                    .put("value_type", "fixed_amount")
                    .put("allocation_method", "across")
                    .put("target_selection", "entitled")
                    .put("title", "This week's offer"));
        }
        return applications;
    }

    private tools.jackson.databind.node.ArrayNode fulfillments(ShopifyOrder order) {
        var fulfillments = Json.array();
        var at = order.fulfilledAt();
        if (at != null) {
            var id = order.id() + 500_000_000L;
            fulfillments.add(Json.object()
                    .put("id", id)
                    .put("admin_graphql_api_id", Gid.of("Fulfillment", id))
                    .put("created_at", bodies.time(at))
                    .put("location_id", Long.parseLong(order.place().platformId()))
                    .put("name", order.name() + ".1")
                    .put("order_id", order.id())
                    .put("service", "manual")
                    .putNull("shipment_status")
                    .put("status", "success")
                    .put("updated_at", bodies.time(at)));
        }
        return fulfillments;
    }

    private void persons(ObjectNode body, ShopifyOrder order) {
        var buyer = order.sale().buyer();
        body.put("email", buyer == null ? "" : buyer.email())
                .put("contact_email", buyer == null ? null : buyer.email())
                .put("phone", buyer == null ? null : buyer.phone());
        if (buyer == null) {
            body.putNull("customer").putNull("billing_address").putNull("shipping_address");
            return;
        }
        body.set("customer", customer(buyer));
        body.set("billing_address", address(buyer));
        if (order.isPos()) {
            body.putNull("shipping_address");
        } else {
            body.set("shipping_address", address(buyer));
        }
    }

    private ObjectNode customer(Buyer buyer) {
        var id = CUSTOMER_ID_FIRST + buyer.id();
        var customer = Json.object()
                .put("id", id)
                .put("email", buyer.email())
                .put("first_name", buyer.firstName())
                .put("last_name", buyer.lastName())
                .put("state", "disabled")
                .putNull("note")
                .put("verified_email", true)
                .put("tax_exempt", false)
                .put("phone", buyer.phone())
                .put("tags", "")
                .put("currency", account.currency().getCurrencyCode())
                .put("admin_graphql_api_id", Gid.of("Customer", id));
        customer.set("default_address", address(buyer));
        return customer;
    }

    private static ObjectNode address(Buyer buyer) {
        return Json.object()
                .put("first_name", buyer.firstName())
                .put("last_name", buyer.lastName())
                .put("name", buyer.fullName())
                .put("address1", buyer.address().street())
                .putNull("address2")
                .put("phone", buyer.phone())
                .put("city", buyer.address().city())
                .put("zip", buyer.address().postcode())
                .putNull("province")
                .putNull("company")
                .put("country", "United Kingdom")
                .put("country_code", buyer.address().country());
    }

    static long customerId(Buyer buyer) {
        return CUSTOMER_ID_FIRST + buyer.id();
    }

    static List<String> topicsOfSale(boolean full) {
        return full ? List.of("orders/create", "orders/paid") : List.of("orders/create");
    }
}
