package io.quartermaster.connectors.generic;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.connectors.Authenticity.Forged;
import io.quartermaster.connectors.Authenticity.Genuine;
import io.quartermaster.connectors.Connector;
import io.quartermaster.connectors.ConnectorContract;
import io.quartermaster.connectors.InboundMessage;
import io.quartermaster.connectors.RawMessage;
import io.quartermaster.connectors.Shared;
import io.quartermaster.connectors.Translation.Malformed;
import io.quartermaster.retail.SaleEvent.SaleDoubted;
import io.quartermaster.retail.SaleEvent.SaleRecorded;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenericConnectorTests extends ConnectorContract {

    private final Connector connector = new GenericConnector();

    @Override
    protected Connector connector() {
        return connector;
    }

    @Override
    protected Map<String, String> recorded() {
        var recorded = new LinkedHashMap<String, String>();
        recorded.put("sale-completed", "sale.completed");
        recorded.put("goods-received", "goods.received");
        recorded.put("transfer-received", "transfer.received");
        recorded.put("confirmed", "purchase_order.confirmed");
        recorded.put("product", "product");
        recorded.put("level", "stock.level");
        recorded.put("low", "low_stock_alert");
        return recorded;
    }

    /// 29.99 + 2 × 9.99 = 49.97, and the total says 49.87.
    @Test
    void takesTheSampleSaleAsPrintedAndDoubtsItsTotal() {
        var told = told(read("sale.completed", Shared.text("product/samples/sale-completed.json")));

        assertThat(told).hasSize(2);
        assertThat(((SaleRecorded) told.getFirst().event()).statedTotal()).hasToString("49.87 USD");
        assertThat(((SaleDoubted) told.getLast().event()).detail())
                .isEqualTo("The lines add up to 49.97 USD; the receipt says 49.87 USD.");
    }

    @Test
    void makesASignalOfEachLineOfTheSampleDemand() {
        var sale = (SaleRecorded) told(read("sale", Shared.text("product/samples/demand-sale.json")))
                .getFirst()
                .event();

        assertThat(sale.signals())
                .extracting(signal -> signal.sku() + " " + signal.quantity().amount() + " " + signal.store())
                .containsExactly("A123-BLUE 2 STORE_123", "B777-RED 1 STORE_123");
    }

    @Test
    void takesTheSampleOfOneLine() {
        var sale = (SaleRecorded) told(read("pos-sale", Shared.text("product/samples/pos-sale.json")))
                .getFirst()
                .event();

        assertThat(sale.signals())
                .singleElement()
                .satisfies(signal -> assertThat(signal.sku()).isEqualTo("A123-BLUE"));
    }

    @ParameterizedTest
    @CsvSource({"created_at", "location_id", "sku", "quantity"})
    void namesTheFieldThatIsMissing(String field) {
        var body = "{\"location_id\":\"S\",\"sku\":\"A\",\"quantity\":2,\"created_at\":\"2024-01-15T14:30:00Z\"}";
        var without = body.replace("\"%s\":".formatted(field), "\"other\":");

        assertThat(read("pos-sale", without))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        malformed -> assertThat(malformed.why())
                                .isEqualTo("pos-sale: The field %s is missing.".formatted(field)));
    }

    @Test
    void keepsLeadingZerosAndHarmlessTextOfASku() {
        var body =
                "{\"location_id\":\"S\",\"sku\":\" 00=HYPERLINK('x') \",\"quantity\":\"2\",\"created_at\":\"2024-01-15T14:30:00Z\"}";
        var sale = (SaleRecorded) told(read("pos-sale", body)).getFirst().event();

        assertThat(sale.lines().getFirst().item().label()).isEqualTo("00=HYPERLINK('x')");
    }

    @ParameterizedTest
    @CsvSource({"\\u0000A", "\\ud800", "''"})
    void refusesSkusThatNobodyCanWrite(String sku) {
        var body = "{\"location_id\":\"S\",\"sku\":\"%s\",\"quantity\":2,\"created_at\":\"2024-01-15T14:30:00Z\"}"
                .formatted(sku);

        assertThat(read("pos-sale", body)).isInstanceOf(Malformed.class);
    }

    @Test
    void refusesNestingWithoutEndAndNumbersWithoutEnd() {
        assertThat(read("sale", "{\"a\":" + "[".repeat(10_000))).isInstanceOf(Malformed.class);
        assertThat(read("sale", "{\"a\":" + "9".repeat(10_000) + "}")).isInstanceOf(Malformed.class);
    }

    /// Overheard, and sent again under another name, which the first form of signature does not
    /// cover.
    @Test
    void countsWhatIsSentAgainUnderAnotherNameOnce() {
        for (var name : List.of("goods-received", "transfer-received", "confirmed", "level", "low")) {
            var again = new InboundMessage(connection(), recorded().get(name), "another name", body(name));

            assertThat(told(connector.translate(again)))
                    .as(name)
                    .isEqualTo(told(read(recorded().get(name), body(name))));
        }
    }

    @Test
    void theSecondFormOfSignatureCoversTheNameOfTheDelivery() throws Exception {
        var genuine = signed("v2=", "1767225600.sale.d-1.{}", "d-1");

        assertThat(connector.authenticate(genuine, connection())).isInstanceOf(Genuine.class);
        assertThat(connector.authenticate(signed("v2=", "1767225600.sale.d-1.{}", "d-2"), connection()))
                .isInstanceOf(Forged.class);
    }

    @Test
    void whoWantsTheSecondFormTakesNoOther() throws Exception {
        var first = signed("sha256=", "1767225600.{}", "d-1");

        assertThat(connector.authenticate(first, connection())).isInstanceOf(Genuine.class);
        assertThat(connector.authenticate(first, connection(Map.of("signature", "2"))))
                .isInstanceOf(Forged.class);
    }

    private static RawMessage signed(String form, String what, String delivery) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("s".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var hex = HexFormat.of().formatHex(mac.doFinal(what.getBytes(StandardCharsets.UTF_8)));
        var headers = Map.of(
                "x-quartermaster-topic", List.of("sale"),
                "x-quartermaster-delivery", List.of(delivery),
                "x-quartermaster-timestamp", List.of("1767225600"),
                "x-quartermaster-signature", List.of(form + hex));
        return new RawMessage(headers, "{}".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void doesNotMindAByteOrderMark() {
        assertThat(told(read("stock.level", "\uFEFF" + body("level")))).hasSize(1);
    }
}
