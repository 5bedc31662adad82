package io.quartermaster.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A program sets a fresh house up.
class SetUpApiTests extends ApiInATest {

    @Test
    void tellsUsOfAPlaceAndReadsItBack() {
        var saved = put("/v1/locations/high-street", """
                {"name": "High Street", "zone": "Europe/London", "day_start": "04:00", "email": "hs@example.org"}""");

        assertThat(saved.status()).as(saved.json().toString()).isEqualTo(200);
        assertThat(get("/v1/locations/high-street").json()).isEqualTo(JSON.readTree("""
                {"id": "high-street", "name": "High Street", "zone": "Europe/London", "day_start": "04:00",
                 "email": "hs@example.org"}"""));
    }

    @Test
    void tellsUsOfASupplierAndItsPriceList() {
        put("/v1/suppliers/ACME", """
                {"name": "Acme Ltd", "email": "orders@acme.example", "currency": "GBP", "lead_time_days": 7,
                 "lead_time_deviation_days": 1.5, "minimum_order_value": "120.00", "review_period_days": 1,
                 "approved": true}""");
        var saved = put("/v1/supply-terms", """
                [{"sku": "MUG-RED", "supplier_id": "ACME", "unit_cost": "1.2345", "contract_price": "1.20",
                  "currency": "GBP", "case_pack": 12, "minimum_order": 24, "non_standard": false}]""");

        assertThat(saved.status()).as(saved.json().toString()).isEqualTo(200);
        var supplier = get("/v1/suppliers/ACME");
        assertThat(supplier.text("/minimum_order_value/amount")).isEqualTo("120.00");
        assertThat(supplier.text("/lead_time_deviation_days")).isEqualTo("1.5");
        assertThat(supplier.json().at("/is_new").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/locations/a | {\"name\": \"A\", \"zone\": \"Mars/Olympus\"} | 400 | zone",
                "/v1/locations/a | {\"zone\": \"UTC\"} | 400 | name",
                "/v1/locations/a | {\"name\": | 400 | body",
                "/v1/suppliers/a | {\"name\": \"A\", \"currency\": \"GBP\", \"lead_time_days\": -1} | 400 | leadTimeDays",
                "/v1/suppliers/a | {\"name\": \"A\", \"currency\": \"XYZW\", \"lead_time_days\": 1} | 400 | currency",
                "/v1/supply-terms | [{\"sku\": \"A\", \"supplier_id\": \"NOBODY\", \"unit_cost\": 1, \"currency\": \"GBP\"}]"
                        + " | 422 | NOBODY",
                "/v1/supply-terms | [{\"sku\": \"A\", \"supplier_id\": \"X\", \"unit_cost\": -1, \"currency\": \"GBP\"}]"
                        + " | 400 | negative"
            })
    void saysWhatIsWrongWithWhatItWasSent(String path, String body, int status, String named) {
        var refused = put(path, body);

        assertThat(refused.status()).as(refused.json().toString()).isEqualTo(status);
        assertThat(refused.raw().headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(refused.text("/detail")).contains(named);
        assertThat(refused.text("/type")).startsWith("urn:quartermaster:problem:");
    }

    @Test
    void letsNobodyInWithoutAKey() {
        var refused = send(request("/v1/locations")
                .setHeader("Authorization", "Bearer qm_guessed")
                .GET());

        assertThat(refused.status()).isEqualTo(401);
    }

    @Test
    void isQuietWhenNothingIsLeftToCount() {
        var status = get("/v1/status");

        assertThat(status.status()).isEqualTo(200);
        assertThat(status.json().get("inbox_depth").asLong()).isZero();
        assertThat(status.json().get("follower_lag").isEmpty()).isFalse();
    }

    @Test
    void hasNothingToReportOnAConnectionThatSoldNothing() {
        var report = get("/v1/reports/sales-by-sku?connection=shopify-main&limit=1000");

        assertThat(report.json()).isEqualTo(JSON.readTree("{\"items\": [], \"next_cursor\": null}"));
        assertThat(get("/v1/reports/refused-lines?connection=shopify-main&cursor=nonsense")
                        .status())
                .isEqualTo(400);
        assertThat(get("/v1/reports/refused-lines?connection=shopify-main&limit=1001")
                        .text("/detail"))
                .contains("limit (1001)");
    }
}
