package io.quartermaster.sandbox.square;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.sandbox.Shared;
import io.quartermaster.sandbox.hooks.Signatures;
import io.quartermaster.sandbox.till.Till.Chatter;
import io.quartermaster.sandbox.web.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Answers and webhooks, held against Square's official definition.
class SquareShapesTests {

    private final SquareStall stall = new SquareStall();

    @AfterEach
    void close() {
        stall.close();
    }

    @Test
    void answersAreAsTheOfficialDefinitionSays() {
        var sale = stall.sell(2);
        stall.seller.takeBack(sale, "SOCK-M", 1, SquareStall.NOON);
        var official = new Definition();

        assertThat(official.faults("ListLocationsResponse", stall.get("/v2/locations")))
                .isEmpty();
        assertThat(official.faults("ListCatalogResponse", stall.get("/v2/catalog/list")))
                .isEmpty();
        assertThat(official.faults("SearchCatalogObjectsResponse", stall.post("/v2/catalog/search", "{}")))
                .isEmpty();
        var orders = stall.post("/v2/orders/search", "{\"location_ids\": [\"LSHOP\"]}");
        assertThat(orders.path("orders")).hasSize(2);
        assertThat(official.faults("SearchOrdersResponse", orders)).isEmpty();
        assertThat(official.faults(
                        "BatchRetrieveInventoryCountsResponse",
                        stall.post("/v2/inventory/counts/batch-retrieve", "{}")))
                .isEmpty();
        assertThat(official.faults("ListPaymentRefundsResponse", stall.get("/v2/refunds")))
                .isEmpty();
        var payment = orders.at("/orders/1/tenders/0/payment_id").asString();
        assertThat(official.faults("GetPaymentResponse", stall.get("/v2/payments/" + payment)))
                .isEmpty();
        var customer = orders.at("/orders/0/customer_id").asString();
        assertThat(official.faults("RetrieveCustomerResponse", stall.get("/v2/customers/" + customer)))
                .isEmpty();
        assertThat(official.faults("SearchOrdersResponse", stall.post("/v2/orders/search", "{}")))
                .isEmpty(); // an error has its shape too
    }

    @Test
    void theDefinitionFindsFaults() {
        var wrong = Json.read("{\"orders\": [{\"state\": \"DONE\", \"version\": \"4\", \"sku\": \"X\"}]}");

        assertThat(new Definition().faults("SearchOrdersResponse", wrong))
                .containsExactlyInAnyOrder(
                        "/orders/0/location_id is missing",
                        "/orders/0/state is DONE",
                        "/orders/0/version is no integer",
                        "/orders/0/sku is not Square's");
    }

    @Test
    void webhooksHaveTheShapeOfRecordedOnes() throws InterruptedException {
        stall.seller.chatter(Chatter.FULL);
        stall.seller.takeBack(stall.sell(2), "SOCK-M", 1, SquareStall.NOON);

        for (var file : List.of(
                "webhook-order/order.created",
                "webhook-order/order.updated",
                "webhook-inventory/inventory.count.updated",
                "webhook-payment/payment.updated",
                "webhook-refund/refund.created")) {
            var recorded = Json.read(Shared.bytes("platforms/fixtures/square/%s.json".formatted(file)));
            var sent = Json.read(
                    stall.hooks(recorded.path("type").asString()).getFirst().body());
            assertThat(differences(recorded, sent, "")).as(file).isEmpty();
        }
    }

    @Test
    void anOrdersWebhookNamesNoLines() throws InterruptedException {
        var id = stall.sell(2);

        var data = Json.read(stall.hooks("order.updated").getFirst().body()).path("data");
        assertThat(data.path("id").asString()).isEqualTo(id);
        assertThat(data.at("/object/order_updated").propertyNames())
                .containsExactlyInAnyOrder("created_at", "location_id", "order_id", "state", "updated_at", "version");
    }

    @Test
    void aDeliveryTellsSeveralStates() throws InterruptedException {
        var counts = Json.read(stall.hooks("inventory.count.updated").getFirst().body())
                .at("/data/object/inventory_counts");

        assertThat(counts).hasSize(2);
        assertThat(counts.path(0).path("state").asString()).isEqualTo("ORDERED_FROM_VENDOR");
        assertThat(counts.path(1).path("state").asString()).isEqualTo("IN_STOCK");
        assertThat(counts.path(1).path("quantity").asString()).isEqualTo("10");
    }

    @Test
    void everyMessageIsSignedWithTheRegisteredAddress() throws InterruptedException {
        var message = stall.hooks("catalog.version.updated").getFirst();

        assertThat(message.header("x-square-hmacsha256-signature"))
                .contains(Signatures.square("key", SquareStall.URL, message.body()));
    }

    /// Fields of ours that the recorded message does not have.
    private static List<String> differences(JsonNode recorded, JsonNode sent, String path) {
        var differences = new ArrayList<String>();
        sent.propertyStream().forEach(field -> {
            var theirs = recorded.path(field.getKey());
            if (theirs.isMissingNode() && !OPTIONAL.contains(field.getKey())) {
                differences.add(path + "/" + field.getKey());
            }
            if (theirs.isObject()) {
                differences.addAll(differences(theirs, field.getValue(), path + "/" + field.getKey()));
            }
        });
        return differences;
    }

    /// In the official definition, but not in the recorded message.
    private static final List<String> OPTIONAL = List.of("customer_id", "buyer_email_address", "reason");

    /// The official schemas, and what in an answer does not fit them.
    private static final class Definition {

        private final JsonNode schemas;

        Definition() {
            var spec = Json.read(Shared.bytes("platforms/specs/square/connect-api.prism.json.gz"));
            schemas = spec.at("/components/schemas").isMissingNode()
                    ? spec.path("definitions")
                    : spec.at("/components/schemas");
        }

        List<String> faults(String schema, JsonNode answer) {
            assertThat(schemas.has(schema)).as(schema).isTrue();
            var faults = new ArrayList<String>();
            check(schemas.path(schema), answer, "", faults);
            return faults;
        }

        private void check(JsonNode given, JsonNode value, String path, List<String> faults) {
            var reference = given.path("$ref").asString("");
            var schema =
                    reference.isEmpty() ? given : schemas.path(reference.substring(reference.lastIndexOf('/') + 1));
            for (var required : schema.path("required")) {
                if (!value.has(required.asString())) {
                    faults.add("%s/%s is missing".formatted(path, required.asString()));
                }
            }
            var type = schema.path("type").asString("");
            if (type.equals("array")) {
                var index = 0;
                for (var item : value) {
                    check(schema.path("items"), item, path + "/" + index++, faults);
                }
            } else if (type.equals("integer") && !value.isIntegralNumber()) {
                faults.add(path + " is no integer");
            } else if (type.equals("string") && !value.isString()) {
                faults.add(path + " is no text");
            }
            if (schema.has("enum")
                    && !Json.text(schema.path("enum")).contains("\"%s\"".formatted(value.asString("")))) {
                faults.add("%s is %s".formatted(path, value.asString("")));
            }
            if (schema.has("properties")) {
                checkFields(schema.path("properties"), value, path, faults);
            }
        }

        private void checkFields(JsonNode properties, JsonNode value, String path, List<String> faults) {
            value.propertyStream().forEach(field -> {
                var here = path + "/" + field.getKey();
                if (properties.has(field.getKey())) {
                    check(properties.path(field.getKey()), field.getValue(), here, faults);
                } else {
                    faults.add(here + " is not Square's");
                }
            });
        }
    }
}
