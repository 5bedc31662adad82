package io.quartermaster.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.connectors.Translation.Translated;
import io.quartermaster.retail.ConnectionId;
import io.quartermaster.retail.DemandSignal;
import io.quartermaster.retail.SaleEvent.SaleRecorded;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/// One sale, told in each platform's own words, is the same demand.
class OneSaleThreeTillsTests {

    private static final String SHOPIFY = """
            {"id":1,"source_name":"pos","location_id":77,"created_at":"2024-01-15T14:30:00+00:00",
             "updated_at":"2024-01-15T14:30:00+00:00","line_items":[
              {"id":1,"sku":"A123-BLUE","variant_id":5,"quantity":2,"price":"9.99"},
              {"id":2,"sku":"B777-RED","variant_id":6,"quantity":1,"price":"4.00"}]}""";
    private static final String SQUARE = """
            {"order":{"id":"O","location_id":"LX","state":"COMPLETED","created_at":"2024-01-15T14:30:00Z",
             "updated_at":"2024-01-15T14:30:01Z","line_items":[
              {"uid":"a","catalog_object_id":"V1","quantity":"2","base_price_money":{"amount":999,"currency":"USD"}},
              {"uid":"b","catalog_object_id":"V2","quantity":"1","base_price_money":{"amount":400,"currency":"USD"}}]},
             "catalog":[{"id":"V1","item_variation_data":{"sku":"A123-BLUE"}},
                        {"id":"V2","item_variation_data":{"sku":"B777-RED"}}]}""";
    private static final String GENERIC = """
            {"location_id":"STORE_123","created_at":"2024-01-15T15:30:00+01:00","line_items":[
              {"sku":"A123-BLUE","quantity":2},{"sku":"B777-RED","quantity":1}]}""";

    @Test
    void givesTheSameSignals() {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.register(WireClient.class);
            context.scan(
                    "io.quartermaster.connectors.shopify",
                    "io.quartermaster.connectors.square",
                    "io.quartermaster.connectors.generic");
            context.refresh();
            var connectors = context.getBeansOfType(Connector.class).values();

            var shopify = signals(connectors, "shopify", "77=STORE_123", "orders/create", SHOPIFY);
            assertThat(shopify).hasSize(2);
            assertThat(signals(connectors, "square", "LX=STORE_123", "fetched.order", SQUARE))
                    .isEqualTo(shopify);
            assertThat(signals(connectors, "generic", "", "sale", GENERIC)).isEqualTo(shopify);
        }
    }

    private static List<DemandSignal> signals(
            Iterable<Connector> connectors, String platform, String locations, String topic, String body) {
        var settings = locations.isEmpty() ? Map.<String, String>of() : Map.of("locations", locations);
        var connection = new Connection(new ConnectionId("c"), platform, List.of("s"), "", "", "", settings);
        for (var connector : connectors) {
            if (connector.platform().equals(platform)) {
                var translation = connector.translate(new InboundMessage(connection, topic, "d", body));
                return ((SaleRecorded)
                                ((Translated) translation).told().getFirst().event())
                        .signals();
            }
        }
        throw new IllegalStateException(platform);
    }
}
