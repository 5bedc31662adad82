package io.quartermaster.connectors.shopify;

import java.util.List;

/// Every GraphQL document that we send to Shopify. A test holds each against Shopify's own
/// schema.
final class ShopifyDocuments {

    static final String FIND_ITEM = """
            query FindItem($query: String!) {
              inventoryItems(first: 5, query: $query) {
                nodes { id sku }
              }
            }""";

    static final String CREATE_TRANSFER = """
            mutation CreateTransfer($input: InventoryTransferCreateAsReadyToShipInput!, $key: String!) {
              inventoryTransferCreateAsReadyToShip(input: $input) @idempotent(key: $key) {
                inventoryTransfer { id name }
                userErrors { field message code }
              }
            }""";

    private static final String ORDER_FIELDS = """

            fragment OrderFields on Order {
              id createdAt updatedAt processedAt cancelledAt currencyCode test sourceName
              displayFulfillmentStatus email phone
              customer { id firstName lastName }
              retailLocation { id }
              fulfillments(first: 1) { location { id } }
              subtotalPriceSet { shopMoney { amount } }
              lineItems(first: $lines) {
                nodes {
                  id name sku quantity currentQuantity isGiftCard
                  variant { id }
                  originalUnitPriceSet { shopMoney { amount } }
                  discountAllocations { allocatedAmountSet { shopMoney { amount } } }
                }
                pageInfo { hasNextPage }
              }
              refunds(first: $refunds) {
                id createdAt processedAt
                refundLineItems(first: $refundLines) {
                  nodes {
                    id quantity restockType
                    location { id }
                    lineItem { id }
                    subtotalSet { shopMoney { amount } }
                  }
                  pageInfo { hasNextPage }
                }
              }
            }""";

    static final String CHANGED_ORDERS = """
            query ChangedOrders(
                $query: String!, $first: Int!, $after: String, $lines: Int!, $refunds: Int!, $refundLines: Int!) {
              orders(first: $first, after: $after, query: $query, sortKey: UPDATED_AT) {
                nodes { ...OrderFields }
                pageInfo { hasNextPage endCursor }
              }
            }""" + ORDER_FIELDS;

    static final String ONE_ORDER = """
            query OneOrder($id: ID!, $lines: Int!, $refunds: Int!, $refundLines: Int!) {
              order(id: $id) { ...OrderFields }
            }""" + ORDER_FIELDS;

    private static final String PRODUCT_FIELDS = """

            fragment ProductFields on Product {
              id title vendor productType status updatedAt
              variants(first: $variants) {
                nodes {
                  id title sku barcode price
                  inventoryItem { id }
                }
                pageInfo { hasNextPage }
              }
            }""";

    static final String CHANGED_PRODUCTS = """
            query ChangedProducts($query: String!, $first: Int!, $after: String, $variants: Int!) {
              products(first: $first, after: $after, query: $query, sortKey: UPDATED_AT) {
                nodes { ...ProductFields }
                pageInfo { hasNextPage endCursor }
              }
            }""" + PRODUCT_FIELDS;

    static final String ONE_PRODUCT = """
            query OneProduct($id: ID!, $variants: Int!) {
              product(id: $id) { ...ProductFields }
            }""" + PRODUCT_FIELDS;

    static final String LOCATIONS = """
            query Locations($first: Int!) {
              locations(first: $first, includeLegacy: true) {
                nodes { id }
                pageInfo { hasNextPage }
              }
            }""";

    static final String CHANGED_LEVELS = """
            query ChangedLevels($location: ID!, $query: String!, $first: Int!, $after: String) {
              location(id: $location) {
                id
                inventoryLevels(first: $first, after: $after, query: $query) {
                  nodes {
                    updatedAt
                    quantities(names: ["available"]) { quantity updatedAt }
                    item { id tracked }
                  }
                  pageInfo { hasNextPage endCursor }
                }
              }
            }""";

    /// Only when one was received tells when it came to its end: of a transfer itself no such time is
    /// kept.
    static final String TRANSFERS = """
            query Transfers($query: String!, $first: Int!, $after: String) {
              inventoryTransfers(first: $first, after: $after, query: $query, sortKey: ID) {
                nodes {
                  id status referenceName
                  shipments(first: 10) { nodes { dateReceived } }
                }
                pageInfo { hasNextPage endCursor }
              }
            }""";

    static final List<String> ALL = List.of(
            FIND_ITEM,
            CREATE_TRANSFER,
            CHANGED_ORDERS,
            ONE_ORDER,
            CHANGED_PRODUCTS,
            ONE_PRODUCT,
            LOCATIONS,
            CHANGED_LEVELS,
            TRANSFERS);

    private ShopifyDocuments() {}
}
