package io.quartermaster.sandbox.shopify;

import graphql.schema.DataFetchingEnvironment;
import io.quartermaster.sandbox.shopify.Relay.Mark;
import io.quartermaster.sandbox.shopify.ShopifyFields.Product;
import io.quartermaster.sandbox.shopify.ShopifyOrder.Line;
import io.quartermaster.sandbox.till.Buyer;
import io.quartermaster.sandbox.web.Json;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What each field of an order and its parts says.
final class ShopifyOrderFields {

    private final ShopifyAccount account;
    private final ShopifyShop shop;

    ShopifyOrderFields(ShopifyAccount account, ShopifyShop shop) {
        this.account = account;
        this.shop = shop;
    }

    @Nullable
    Object order(ShopifyOrder order, DataFetchingEnvironment field) {
        var name = field.getField().getName();
        var buyer = order.sale().buyer();
        return switch (name) {
            case "id" -> Gid.of("Order", order.id());
            case "legacyResourceId" -> Long.toString(order.id());
            case "name" -> order.name();
            case "createdAt", "processedAt" -> Json.seconds(order.sale().at());
            case "updatedAt" -> Json.seconds(order.updatedAt());
            case "cancelledAt" -> text(order.cancelledAt());
            case "cancelReason" -> order.cancelledAt() == null ? null : "CUSTOMER";
            case "closedAt" -> order.isPos() ? Json.seconds(order.sale().at()) : null;
            case "currencyCode" -> account.currency().getCurrencyCode();
            case "taxesIncluded" -> true;
            case "test" -> false;
            case "sourceName" -> order.isPos() ? "pos" : "web";
            case "displayFinancialStatus" -> order.financialStatus().toUpperCase(Locale.ROOT);
            case "displayFulfillmentStatus" -> order.fulfilledAt() == null ? "UNFULFILLED" : "FULFILLED";
            case "email" -> buyer == null ? null : buyer.email();
            case "phone" -> buyer == null ? null : buyer.phone();
            case "customer" -> buyer;
            case "retailLocation" -> order.isPos() ? order.place() : null;
            case "lineItems" -> lines(order, field);
            case "refunds" -> refunds(order, field);
            case "fulfillments" -> fulfilments(order);
            case "subtotalPriceSet", "totalPriceSet", "totalDiscountsSet", "totalTaxSet" -> total(order, name);
            default -> throw ShopifyFields.unknown("Order", name);
        };
    }

    private static Map<String, Object> lines(ShopifyOrder order, DataFetchingEnvironment field) {
        var lines = order.lines().stream().map(line -> new LineOf(order, line)).toList();
        return Relay.page(lines, line -> new Mark(0, line.line().id()), field);
    }

    private static List<RefundOf> refunds(ShopifyOrder order, DataFetchingEnvironment field) {
        Integer first = field.getArgument("first");
        return order.refunds().stream()
                .map(refund -> new RefundOf(order, refund))
                .limit(first == null ? Long.MAX_VALUE : Math.max(0, first))
                .toList();
    }

    private static List<FulfilmentOf> fulfilments(ShopifyOrder order) {
        var at = order.fulfilledAt();
        return at == null ? List.of() : List.of(new FulfilmentOf(order, at));
    }

    private Map<String, Object> total(ShopifyOrder order, String name) {
        var lines = order.lines().stream();
        return switch (name) {
            case "totalDiscountsSet" ->
                money(lines.mapToInt(line -> line.sold().discount()).sum());
            case "totalTaxSet" ->
                money(lines.mapToInt(
                                line -> line.item().article().taxIn(line.sold().total()))
                        .sum());
            default -> money(order.total());
        };
    }

    @Nullable
    Object line(LineOf of, DataFetchingEnvironment field) {
        var line = of.line();
        var article = line.item().article();
        var name = field.getField().getName();
        return switch (name) {
            case "id" -> Gid.of("LineItem", line.id());
            case "title" -> article.product();
            case "name" -> article.fullName();
            case "sku" -> article.sku();
            case "variantTitle" -> article.option();
            case "vendor" -> article.vendor();
            case "quantity" -> line.sold().quantity();
            case "currentQuantity", "refundableQuantity" -> of.order().current(line);
            case "unfulfilledQuantity" ->
                of.order().fulfilledAt() == null ? of.order().current(line) : 0;
            case "requiresShipping" -> !of.order().isPos();
            case "isGiftCard" -> false;
            case "variant" -> line.item();
            case "product" -> new Product(shop.catalog().ofProduct(line.item().productId()));
            case "originalUnitPriceSet" -> money(line.sold().unitPrice());
            case "discountAllocations" -> allocations(line);
            case "discountedTotalSet" -> money(line.sold().total());
            case "totalDiscountSet" -> money(line.sold().discount());
            default -> throw ShopifyFields.unknown("LineItem", name);
        };
    }

    @Nullable
    Object refund(RefundOf of, DataFetchingEnvironment field) {
        var refund = of.refund();
        var name = field.getField().getName();
        return switch (name) {
            case "id" -> Gid.of("Refund", refund.id());
            case "legacyResourceId" -> Long.toString(refund.id());
            case "createdAt", "processedAt", "updatedAt" -> Json.seconds(refund.at());
            case "note" -> refund.note();
            case "order" -> of.order();
            case "totalRefundedSet" -> money(refund.amount());
            case "refundLineItems" ->
                Relay.page(
                        refund.lines().stream()
                                .map(line -> new RefundLineOf(of.order(), line))
                                .toList(),
                        line -> new Mark(0, line.line().id()),
                        field);
            default -> throw ShopifyFields.unknown("Refund", name);
        };
    }

    @Nullable
    Object refundLine(RefundLineOf of, DataFetchingEnvironment field) {
        var line = of.line();
        var name = field.getField().getName();
        return switch (name) {
            case "id" -> Gid.of("RefundLineItem", line.id());
            case "quantity" -> line.quantity();
            case "restockType" -> line.restock().toUpperCase(Locale.ROOT);
            case "restocked" -> !line.restock().equals("no_restock");
            case "location" -> of.order().place();
            case "lineItem" -> new LineOf(of.order(), line.line());
            case "priceSet" -> money(line.line().sold().unitPrice());
            case "subtotalSet" -> money(line.amount());
            default -> throw ShopifyFields.unknown("RefundLineItem", name);
        };
    }

    @Nullable
    Object fulfilment(FulfilmentOf of, DataFetchingEnvironment field) {
        var id = of.order().id() + 500_000_000L;
        var name = field.getField().getName();
        return switch (name) {
            case "id" -> Gid.of("Fulfillment", id);
            case "legacyResourceId" -> Long.toString(id);
            case "name" -> of.order().name() + ".1";
            case "status" -> "SUCCESS";
            case "createdAt", "updatedAt" -> Json.seconds(of.at());
            case "location" -> of.order().place();
            default -> throw ShopifyFields.unknown("Fulfillment", name);
        };
    }

    @Nullable
    Object customer(Buyer buyer, DataFetchingEnvironment field) {
        var name = field.getField().getName();
        return switch (name) {
            case "id" -> Gid.of("Customer", ShopifyOrderBody.customerId(buyer));
            case "legacyResourceId" -> Long.toString(ShopifyOrderBody.customerId(buyer));
            case "displayName" -> buyer.fullName();
            case "firstName" -> buyer.firstName();
            case "lastName" -> buyer.lastName();
            case "email" -> buyer.email();
            case "phone" -> buyer.phone();
            case "createdAt" -> Json.seconds(shop.openedAt());
            default -> throw ShopifyFields.unknown("Customer", name);
        };
    }

    private List<Map<String, Object>> allocations(ShopifyOrder.Line line) {
        var discount = line.sold().discount();
        return discount == 0 ? List.of() : List.of(Map.of("allocatedAmountSet", money(discount)));
    }

    private Map<String, Object> money(int minor) {
        var money = Map.of(
                "amount",
                ShopifyBodies.amount(minor),
                "currencyCode",
                account.currency().getCurrencyCode());
        return Map.of("shopMoney", money, "presentmentMoney", money);
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : Json.seconds(at);
    }

    record LineOf(ShopifyOrder order, Line line) {}

    record RefundOf(ShopifyOrder order, ShopifyOrder.Refund refund) {}

    record RefundLineOf(ShopifyOrder order, ShopifyOrder.RefundLine line) {}

    record FulfilmentOf(ShopifyOrder order, Instant at) {}
}
