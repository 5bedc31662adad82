package io.quartermaster.connectors.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.connectors.Authenticity;
import io.quartermaster.connectors.Connection;
import io.quartermaster.connectors.Connector;
import io.quartermaster.connectors.ConnectorContract;
import io.quartermaster.connectors.InboundMessage;
import io.quartermaster.connectors.RawMessage;
import io.quartermaster.connectors.Shared;
import io.quartermaster.connectors.Translation.Forget;
import io.quartermaster.connectors.Translation.Ignored;
import io.quartermaster.connectors.Translation.Malformed;
import io.quartermaster.connectors.Translation.Translated;
import io.quartermaster.connectors.WireClient;
import io.quartermaster.retail.ConnectionId;
import io.quartermaster.retail.SaleEvent.Refusal;
import io.quartermaster.retail.SaleEvent.RefusedLine;
import io.quartermaster.retail.SaleEvent.ReturnRecorded;
import io.quartermaster.retail.SaleEvent.SaleDoubted;
import io.quartermaster.retail.SaleEvent.SaleRecorded;
import io.quartermaster.retail.SaleEvent.SaleState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ShopifyConnectorTests extends ConnectorContract {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BODY = "{\"foo\": \"bar\"}";
    private static final String SECRET = "test_secret_key";
    private static final String SIGNATURE = "B23tXN681gZ0qIWNRrgtzBE9XSDo5yaUu6wfmhu3a7g=";

    private final ShopifyClient client = new ShopifyClient(new WireClient());
    private final Connector connector = new ShopifyConnector(new ShopifyTransfers(client), new ShopifyPolling(client));

    @Override
    protected Connector connector() {
        return connector;
    }

    @Override
    protected Map<String, String> recorded() {
        var recorded = new LinkedHashMap<String, String>();
        recorded.put("till-order", "orders/create");
        recorded.put("web-order-with-refund", "orders/updated");
        recorded.put("refund", "refunds/create");
        recorded.put("product", "products/update");
        recorded.put("level", "inventory_levels/update");
        recorded.put("transfer", "fetched.transfer");
        recorded.put("location", "locations/create");
        return recorded;
    }

    @Test
    void refusesEachLineThatIsNoSaleOfGoodsWithItsReason() {
        var sale = (SaleRecorded)
                told(read("orders/create", body("till-order"))).getFirst().event();

        assertThat(sale.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.amount().minorUnits()).isEqualTo(3698));
        assertThat(sale.refused())
                .extracting(RefusedLine::why)
                .containsExactly(
                        Refusal.NOT_MERCHANDISE,
                        Refusal.NO_SKU,
                        Refusal.QUANTITY_NOT_POSITIVE,
                        Refusal.NO_PRICE,
                        Refusal.UNREADABLE,
                        Refusal.NEGATIVE_PRICE);
    }

    /// By hand: 36.98 + 4.00 + 4.99 − 1.00 + 0.00 − 1.00 = 43.97, and the order says 45.97.
    @Test
    void doubtsAnOrderThatDoesNotAddUp() {
        assertThat(told(read("orders/create", body("till-order"))).getLast().event())
                .isInstanceOfSatisfying(
                        SaleDoubted.class,
                        doubt -> assertThat(doubt.detail())
                                .isEqualTo("The lines add up to 43.97 GBP; the order says 45.97 GBP."));
    }

    @Test
    void tellsTheSameRefundOnceWhicheverWayItComes() {
        var inOrder = told(read("orders/updated", body("web-order-with-refund")))
                .getLast()
                .event();
        var alone = told(read("refunds/create", body("refund"))).getFirst().event();

        assertThat(inOrder).isInstanceOf(ReturnRecorded.class).isEqualTo(alone);
    }

    @Test
    void setsTheBuyerApartFromTheSale() {
        var told = told(read("orders/updated", body("web-order-with-refund"))).getFirst();

        assertThat(told.event().toString())
                .doesNotContain("Anna")
                .doesNotContain("Canary")
                .doesNotContain("7700900123");
        assertThat(told.person()).isNotNull().satisfies(person -> {
            assertThat(person.identifiers()).hasSize(3);
            assertThat(person.details()).containsEntry("name", "Anna Canary");
        });
    }

    @Test
    void promisesAWebOrderUntilItLeaves() {
        var waiting = body("web-order-with-refund").replace("\"fulfilled\"", "null");
        var cancelled = body("web-order-with-refund")
                .replace("\"cancelled_at\": null", "\"cancelled_at\": \"2024-01-19T00:00:00Z\"");

        assertThat(state(waiting)).isEqualTo(SaleState.PROMISED);
        assertThat(state(body("web-order-with-refund"))).isEqualTo(SaleState.HANDED_OVER);
        assertThat(state(cancelled)).isEqualTo(SaleState.CANCELLED);
    }

    private SaleState state(String body) {
        return ((SaleRecorded) told(read("orders/updated", body)).getFirst().event()).state();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "1e999999999",
                "-1e999999999",
                "\"five\"",
                "1000000000000000000000000000000",
                "0.0000000000001",
                "true",
                "[]"
            })
    void refusesAnAbsurdQuantityAndKeepsTheRestOfTheReceipt(String quantity) {
        var body = body("till-order").replace("\"quantity\": 2", "\"quantity\": " + quantity);

        var translation = read("orders/create", body);

        if (quantity.equals("NaN")) {
            assertThat(translation).isInstanceOf(Malformed.class); // no such thing in JSON
        } else {
            assertThat(((SaleRecorded) told(translation).getFirst().event())
                            .refused()
                            .getFirst()
                            .why())
                    .isEqualTo(Refusal.UNREADABLE);
        }
    }

    @Test
    void countsYenAndDinarsInTheirOwnMinorUnits() {
        var yen = body("web-order-with-refund").replace("GBP", "JPY");
        var dinar = body("web-order-with-refund").replace("GBP", "KWD").replace("\"10.00\"", "\"0.125\"");

        assertThat(amount(yen)).isEqualTo("30 JPY");
        assertThat(amount(dinar)).isEqualTo("0.375 KWD");
    }

    private String amount(String body) {
        return ((SaleRecorded) told(read("orders/updated", body)).getFirst().event())
                .lines()
                .getFirst()
                .amount()
                .toString();
    }

    @Test
    void forgetsWhomShopifyTellsItToForget() {
        var told = read(
                "customers/redact", "{\"customer\":{\"id\":7001,\"email\":\"anna@shop.uk\"},\"orders_to_redact\":[]}");

        assertThat(told)
                .isInstanceOfSatisfying(
                        Forget.class,
                        forget -> assertThat(forget.person().identifiers()).hasSize(2));
    }

    @Test
    void ignoresTestOrdersAndEditsThatAreToldTwice() {
        assertThat(read("orders/create", "{\"test\":true}")).isInstanceOf(Ignored.class);
        assertThat(read("orders/edited", "{\"order_edit\":{\"order_id\":1}}")).isInstanceOf(Ignored.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-shopify-", "X-Shopify-", "shopify-"})
    void hearsShopifyInBothStylesOfHeaders(String style) {
        var genuine = authenticate(headers(style, SIGNATURE), List.of("a new secret", SECRET));

        assertThat(genuine).isEqualTo(new Authenticity.Genuine("orders/create", "orders/create/e-1", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "B23tXN681gZ0qIWNRrgtzBE9XSDo5yaUu6wfmhu3a7g",
                "B23tXN681gZ0qIWNRrgtzBE9XSDo5yaUu6wfmhu3a7h=",
                "b23txn681gz0qiwnrrgtzbe9xsdo5yauu6wfmhu3a7g=",
                " B23tXN681gZ0qIWNRrgtzBE9XSDo5yaUu6wfmhu3a7g=",
                ""
            })
    void takesNoOtherSpellingOfASignature(String signature) {
        assertThat(authenticate(headers("x-shopify-", signature), List.of(SECRET)))
                .isInstanceOf(Authenticity.Forged.class);
    }

    @Test
    void takesNoMessageWithoutASecretToHoldItAgainst() {
        assertThat(authenticate(headers("x-shopify-", SIGNATURE), List.of())).isInstanceOf(Authenticity.Forged.class);
    }

    private static Map<String, List<String>> headers(String style, String signature) {
        return Map.of(
                style + "hmac-sha256", List.of(signature),
                style + "topic", List.of("orders/create"),
                style + "event-id", List.of("e-1"));
    }

    private Authenticity authenticate(Map<String, List<String>> headers, List<String> secrets) {
        var connection = new Connection(new ConnectionId("c"), "shopify", secrets, "", "", "", Map.of());
        return connector.authenticate(new RawMessage(headers, BODY.getBytes(StandardCharsets.UTF_8)), connection);
    }

    /// The official library's own answers, unwrapped as a webhook carries them.
    @Test
    void readsShopifysOwnExamples() throws IOException {
        var folder = Shared.file("platforms/fixtures/shopify/rest-order");
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                var order = JSON.readTree(Files.readString(file)).path("order");
                var message = new InboundMessage(connection(), "orders/updated", "d", order.toString());
                assertThat(connector.translate(message)).as(file.toString()).isInstanceOf(Translated.class);
            }
        }
        assertThat(first("rest-product/product-1-GET.json", "products", "products/update"))
                .isInstanceOf(Translated.class);
        assertThat(first("rest-refund/refund-1-GET.json", "refunds", "refunds/create"))
                .isInstanceOf(Translated.class);
        assertThat(read(
                        "inventory_levels/update",
                        Shared.text("platforms/fixtures/shopify/webhook-inventory/inventory_levels-update.json")))
                .isInstanceOf(Translated.class);
    }

    private Object first(String file, String list, String topic) {
        JsonNode thing = JSON.readTree(Shared.text("platforms/fixtures/shopify/" + file))
                .path(list)
                .get(0);
        return read(topic, thing.toString());
    }
}
