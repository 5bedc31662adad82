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

    static final List<String> ALL = List.of(FIND_ITEM, CREATE_TRANSFER);

    private ShopifyDocuments() {}
}
