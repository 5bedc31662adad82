package io.quartermaster.connectors.generic;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.connectors.Connector;
import io.quartermaster.connectors.ConnectorContract;
import io.quartermaster.connectors.Shared;
import io.quartermaster.connectors.Translation.Malformed;
import io.quartermaster.retail.SaleEvent.SaleDoubted;
import io.quartermaster.retail.SaleEvent.SaleRecorded;
import java.util.LinkedHashMap;
import java.util.Map;
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

    @Test
    void doesNotMindAByteOrderMark() {
        assertThat(told(read("stock.level", "\uFEFF" + body("level")))).hasSize(1);
    }
}
