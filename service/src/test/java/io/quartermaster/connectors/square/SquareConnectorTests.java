package io.quartermaster.connectors.square;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.connectors.Authenticity.Forged;
import io.quartermaster.connectors.Authenticity.Genuine;
import io.quartermaster.connectors.Connection;
import io.quartermaster.connectors.Connector;
import io.quartermaster.connectors.ConnectorContract;
import io.quartermaster.connectors.FetchRequest;
import io.quartermaster.connectors.RawMessage;
import io.quartermaster.connectors.Shared;
import io.quartermaster.connectors.Translation;
import io.quartermaster.connectors.Translation.AskBack;
import io.quartermaster.connectors.Translation.Ignored;
import io.quartermaster.connectors.WireClient;
import io.quartermaster.retail.ConnectionId;
import io.quartermaster.retail.SaleEvent.SaleRecorded;
import io.quartermaster.retail.StockEvent.StockReported;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SquareConnectorTests extends ConnectorContract {

    private static final String FIXTURES = "platforms/fixtures/square/";

    private final Connector connector = new SquareConnector(
            new SquareFetching(new SquareClient(new WireClient())),
            new SquarePolling(new SquareClient(new WireClient())));

    @Override
    protected Connector connector() {
        return connector;
    }

    @Override
    protected Map<String, String> recorded() {
        var recorded = new LinkedHashMap<String, String>();
        recorded.put("order", "fetched.order");
        recorded.put("return", "fetched.order");
        recorded.put("counts", "inventory.count.updated");
        recorded.put("catalog", "fetched.catalog");
        recorded.put("location", "fetched.location");
        return recorded;
    }

    /// A count of goods that are on order is no count of the shelf: others set stock to 40 here.
    @Test
    void believesOnlyTheCountOfWhatIsOnTheShelf() {
        assertThat(told(read("inventory.count.updated", body("counts"))))
                .singleElement()
                .satisfies(told -> assertThat(
                                ((StockReported) told.event()).level().toString())
                        .isEqualTo("7.5 EACH"));
        assertThat(read("inventory.count.updated", body("counts").replace("IN_STOCK", "SOLD")))
                .isInstanceOf(Ignored.class);
    }

    @Test
    void learnsTheSkuOfALineFromTheCatalogThatCameAlong() {
        var sale = (SaleRecorded)
                told(read("fetched.order", body("order"))).getFirst().event();

        assertThat(sale.lines()).singleElement().satisfies(line -> {
            assertThat(line.item().label()).isEqualTo("A123-BLUE");
            assertThat(line.item().refs())
                    .extracting(Object::toString)
                    .containsExactly("sku:A123-BLUE", "c:catalog-object:V1");
        });
        assertThat(sale.refused()).hasSize(1); // the line by hand names nothing
        assertThat(told(read("fetched.order", body("order")))).hasSize(1); // and it adds up
    }

    @Test
    void asksForWhatAMessageOnlyPointsAt() {
        assertThat(read("order.created", Shared.text(FIXTURES + "webhook-order/order.created.json")))
                .isEqualTo(new AskBack(List.of(new FetchRequest("order", "eA3vssLHKJrv9H0IdJCM3gNqfdcZY", "1"))));
        assertThat(read("order.updated", Shared.text(FIXTURES + "webhook-order/order.updated.json")))
                .isEqualTo(new AskBack(List.of(new FetchRequest("order", "eA3vssLHKJrv9H0IdJCM3gNqfdcZY", "2"))));
        assertThat(read("refund.created", Shared.text(FIXTURES + "webhook-refund/refund.created.json")))
                .isInstanceOfSatisfying(
                        AskBack.class,
                        ask -> assertThat(ask.requests().getFirst().which()).isEqualTo("haOyDuHiqtAXMk0d8pDKXpL7Jg4F"));
        assertThat(read("location.created", Shared.text(FIXTURES + "webhook-location/location.created.json")))
                .isInstanceOf(AskBack.class);
        assertThat(read(
                        "inventory.count.updated",
                        Shared.text(FIXTURES + "webhook-inventory/inventory.count.updated.json")))
                .isInstanceOf(Translation.Translated.class);
    }

    @Test
    void readsSquaresOwnExamplesOfTheCatalog() {
        assertThat(read("fetched.catalog", Shared.text(FIXTURES + "api-product/SearchCatalogObjects.json")))
                .isInstanceOf(Translation.Translated.class);
    }

    /// Square's own examples of right and wrong signatures.
    @Test
    void holdsSignaturesAgainstSquaresVectors() {
        var vectors =
                JsonMapper.builder().build().readTree(Shared.text("platforms/vectors/webhook-signature-vectors.json"));
        var seen = 0;
        for (var vector : vectors) {
            if (vector.path("platform").asString().equals("square")) {
                var connection = new Connection(
                        new ConnectionId("c"),
                        "square",
                        List.of(vector.path("secret").asString()),
                        "",
                        "",
                        vector.path("url").asString(),
                        Map.of());
                var headers = Map.of(
                        "x-square-hmacsha256-signature",
                        List.of(vector.path("signature").asString()));
                var body = vector.path("body").asString().getBytes(StandardCharsets.UTF_8);
                assertThat(connector.authenticate(new RawMessage(headers, body), connection))
                        .isInstanceOf(vector.path("valid").asBoolean() ? Genuine.class : Forged.class);
                seen++;
            }
        }
        assertThat(seen).isEqualTo(5);
    }
}
