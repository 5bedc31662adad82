package io.quartermaster.sandbox.square;

import io.quartermaster.sandbox.till.Buyer;
import io.quartermaster.sandbox.till.Place;
import io.quartermaster.sandbox.web.Json;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Square's objects as they stand in its answers.
final class SquareBodies {

    private final SquareAccount account;

    SquareBodies(SquareAccount account) {
        this.account = account;
    }

    ObjectNode location(Place place, Instant at) {
        var body = Json.object()
                .put("id", place.platformId())
                .put("name", place.name())
                .put("timezone", place.zone().getId())
                .put("status", "ACTIVE")
                .put("created_at", Json.zulu(at))
                .put("merchant_id", account.merchant())
                .put("country", place.address().country())
                .put("language_code", "en-GB")
                .put("currency", account.currency().getCurrencyCode())
                .put("business_name", account.name())
                .put("type", "PHYSICAL");
        body.set("address", address(place.address()));
        body.set("capabilities", Json.array().add("CREDIT_CARD_PROCESSING"));
        return body;
    }

    ObjectNode item(List<SquareItem> variations) {
        var first = variations.getFirst();
        var data = Json.object()
                .put("name", first.article().product())
                .put("is_taxable", first.article().taxPercent() > 0)
                .put("product_type", "REGULAR")
                .put("is_archived", false);
        data.set(
                "categories",
                Json.array().add(Json.object().put("id", first.categoryId()).put("ordinal", 0)));
        data.set(
                "variations",
                Json.array(variations.stream().map(this::variation).toList()));
        var latest = variations.stream()
                .map(SquareItem::updatedAt)
                .max(Instant::compareTo)
                .orElseThrow();
        return object("ITEM", first.itemId(), latest).set("item_data", data);
    }

    ObjectNode variation(SquareItem item) {
        var data = Json.object()
                .put("item_id", item.itemId())
                .put(
                        "name",
                        item.article().option().equals("Default Title")
                                ? "Regular"
                                : item.article().option())
                .put("sku", item.article().sku())
                .put("upc", item.article().barcode())
                .put("ordinal", item.ordinal())
                .put("pricing_type", "FIXED_PRICING")
                .put("track_inventory", true)
                .put("sellable", true)
                .put("stockable", true);
        data.set("price_money", money(item.article().price()));
        return object("ITEM_VARIATION", item.variationId(), item.updatedAt()).set("item_variation_data", data);
    }

    ObjectNode category(String id, String name, Instant at) {
        return object("CATEGORY", id, at).set("category_data", Json.object().put("name", name));
    }

    private static ObjectNode object(String type, String id, Instant updatedAt) {
        return Json.object()
                .put("type", type)
                .put("id", id)
                .put("updated_at", Json.zulu(updatedAt))
                .put("version", updatedAt.toEpochMilli())
                .put("is_deleted", false)
                .put("present_at_all_locations", true);
    }

    ObjectNode count(SquareLevel level, String state, int quantity) {
        return Json.object()
                .put("catalog_object_id", level.item().variationId())
                .put("catalog_object_type", "ITEM_VARIATION")
                .put("state", state)
                .put("location_id", level.place().platformId())
                .put("quantity", Integer.toString(quantity))
                .put("calculated_at", Json.zulu(level.calculatedAt()));
    }

    ObjectNode order(SquareOrder order) {
        var sale = order.returnOf() == null;
        var body = Json.object()
                .put("id", order.id())
                .put("location_id", order.place().platformId())
                .put("created_at", Json.zulu(order.at()))
                .put("updated_at", Json.zulu(order.at()))
                .put("closed_at", Json.zulu(order.at()))
                .put("state", "COMPLETED")
                .put("version", SquareOrder.VERSION_COMPLETED);
        body.set("source", Json.object().put("name", "Point of Sale"));
        if (order.buyer() != null) {
            body.put("customer_id", SquareBodies.customerId(order.buyer()));
        }
        var sign = sale ? 1 : -1;
        body.set("net_amounts", amounts(order, sign));
        if (sale) {
            body.set(
                    "line_items",
                    Json.array(order.lines().stream().map(this::line).toList()));
            body.set("total_money", money(order.total()));
            body.set("total_tax_money", money(order.tax()));
            body.set("total_discount_money", money(order.discount()));
            body.set("tenders", Json.array().add(tender(order)));
        } else {
            body.set("returns", Json.array().add(returned(order)));
            body.set("return_amounts", amounts(order, 1));
            body.set("total_money", money(0));
        }
        return body;
    }

    private ObjectNode line(SquareOrder.Line line) {
        var body = Json.object()
                .put("uid", line.uid())
                .put("catalog_object_id", line.item().variationId())
                .put("catalog_version", line.item().updatedAt().toEpochMilli())
                .put("quantity", Integer.toString(line.quantity()))
                .put("name", line.item().article().product())
                .put("variation_name", line.item().article().option())
                .put("item_type", "ITEM");
        body.set("base_price_money", money(line.unitPrice()));
        body.set("gross_sales_money", money(line.quantity() * line.unitPrice()));
        body.set("total_tax_money", money(line.item().article().taxIn(line.total())));
        body.set("total_discount_money", money(line.discount()));
        body.set("total_money", money(line.total()));
        return body;
    }

    private ObjectNode returned(SquareOrder order) {
        var body = Json.object().put("uid", SquareIds.of("return", order.id()));
        if (order.returnOf() != null) {
            body.put("source_order_id", order.returnOf().id());
        }
        body.set(
                "return_line_items",
                Json.array(order.lines().stream().map(this::returnedLine).toList()));
        body.set("return_amounts", amounts(order, 1));
        return body;
    }

    private ObjectNode returnedLine(SquareOrder.Line line) {
        var body = line(line).put("source_line_item_uid", line.sourceUid());
        body.remove("gross_sales_money");
        body.set("gross_return_money", money(line.quantity() * line.unitPrice()));
        return body;
    }

    private ObjectNode amounts(SquareOrder order, int sign) {
        var amounts = Json.object();
        amounts.set("total_money", money(sign * order.total()));
        amounts.set("tax_money", money(sign * order.tax()));
        amounts.set("discount_money", money(sign * order.discount()));
        amounts.set("tip_money", money(0));
        amounts.set("service_charge_money", money(0));
        return amounts;
    }

    private ObjectNode tender(SquareOrder order) {
        var tender = Json.object()
                .put("id", order.paymentId())
                .put("location_id", order.place().platformId())
                .put("transaction_id", order.id())
                .put("created_at", Json.zulu(order.at()))
                .put("type", "CARD")
                .put("payment_id", order.paymentId());
        tender.set("amount_money", money(order.total()));
        tender.set("card_details", Json.object().put("status", "CAPTURED").set("card", card(order)));
        return tender;
    }

    ObjectNode payment(SquareOrder order) {
        var body = Json.object()
                .put("id", order.paymentId())
                .put("created_at", Json.zulu(order.at()))
                .put("updated_at", Json.zulu(order.at()))
                .put("status", "COMPLETED")
                .put("source_type", "CARD")
                .put("location_id", order.place().platformId())
                .put("order_id", order.id())
                .put("receipt_number", order.paymentId().substring(0, 4));
        if (order.buyer() != null) {
            body.put("customer_id", customerId(order.buyer()))
                    .put("buyer_email_address", order.buyer().email());
        }
        body.set("amount_money", money(order.total()));
        body.set("total_money", money(order.total()));
        body.set("approved_money", money(order.total()));
        body.set(
                "card_details",
                Json.object()
                        .put("status", "CAPTURED")
                        .put("entry_method", "EMV")
                        .set("card", card(order)));
        return body;
    }

    private static ObjectNode card(SquareOrder order) {
        var last4 = "%04d".formatted(Math.floorMod(order.id().hashCode(), 10_000));
        var brand = Math.floorMod(order.id().hashCode(), 3) == 0 ? "MASTERCARD" : "VISA";
        return Json.object()
                .put("card_brand", brand)
                .put("last_4", last4)
                .put("fingerprint", "sq-1-" + SquareIds.of("card", last4 + brand));
    }

    ObjectNode refund(SquareOrder returned, String status) {
        var body = Json.object()
                .put("id", returned.refundId())
                .put("status", status)
                .put("location_id", returned.place().platformId())
                .put("order_id", returned.id())
                .put("created_at", Json.zulu(returned.at()))
                .put("updated_at", Json.zulu(returned.at()))
                .put("reason", "Returned Goods");
        body.set("amount_money", money(returned.total()));
        if (returned.returnOf() != null) {
            body.put("payment_id", returned.returnOf().paymentId());
        }
        return body;
    }

    ObjectNode customer(Buyer buyer, Instant at) {
        var body = Json.object()
                .put("id", customerId(buyer))
                .put("created_at", Json.zulu(at))
                .put("updated_at", Json.zulu(at))
                .put("given_name", buyer.firstName())
                .put("family_name", buyer.lastName())
                .put("email_address", buyer.email())
                .put("phone_number", buyer.phone());
        body.set("address", address(buyer.address()));
        return body;
    }

    static String customerId(Buyer buyer) {
        return SquareIds.of("customer", Long.toString(buyer.id()));
    }

    private static ObjectNode address(Place.Address address) {
        return Json.object()
                .put("address_line_1", address.street())
                .put("locality", address.city())
                .put("postal_code", address.postcode())
                .put("country", address.country());
    }

    ObjectNode money(int minor) {
        return Json.object()
                .put("amount", minor)
                .put("currency", account.currency().getCurrencyCode());
    }

    static ArrayNode errors(String category, String code, String detail) {
        return Json.array()
                .add(Json.object().put("category", category).put("code", code).put("detail", detail));
    }
}
