package io.quartermaster.sandbox.load;

import io.quartermaster.sandbox.wire.HttpLine;
import io.quartermaster.sandbox.wire.ShopifySignature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// One shop with a thousand articles of five hundred suppliers, two months of sales, and shelves
/// that run low one after the other once selling begins.
final class BenchShop {

    static final int VARIANTS = 1_000;

    private static final int SUPPLIERS = 500;
    private static final int HISTORY_DAYS = 60;
    private static final int LINES_OF_AN_ORDER = 100;
    private static final int UNITS_A_DAY = 4;
    private static final int LEVEL_MIN = 30;
    private static final int LEVEL_SPREAD = 30;

    private final URI service;
    private final String secret;
    private final String key;
    private final HttpClient http = HttpClient.newHttpClient();

    BenchShop(URI service, String secret, String key) {
        this.service = service;
        this.secret = secret;
        this.key = key;
    }

    void open(Instant now) throws IOException, InterruptedException {
        put("/v1/locations/bench-shop", "{\"name\":\"Bench shop\",\"zone\":\"Europe/London\"}");
        for (var supplier = 0; supplier < SUPPLIERS; supplier++) {
            put("/v1/suppliers/bench-%d".formatted(supplier), """
                    {"name":"Supplier %d","email":"supplier-%d@example.org","currency":"GBP","lead_time_days":3,
                    "lead_time_deviation_days":"0.5","review_period_days":1,"approved":true}""".formatted(supplier, supplier));
        }
        var terms = new ArrayList<String>();
        for (var variant = 0; variant < VARIANTS; variant++) {
            terms.add("""
                    {"sku":"BENCH-%04d","supplier_id":"bench-%d","unit_cost":"2.10","currency":"GBP","case_pack":6,
                    "minimum_order":6}""".formatted(variant, variant % SUPPLIERS));
        }
        put("/v1/supply-terms", "[" + String.join(",", terms) + "]");
        sellTheHistory(now);
        fillTheShelves(now);
    }

    private void sellTheHistory(Instant now) throws IOException {
        var signature = new ShopifySignature(secret);
        try (var line = new HttpLine(service)) {
            for (var day = HISTORY_DAYS; day >= 1; day--) {
                for (var first = 0; first < VARIANTS; first += LINES_OF_AN_ORDER) {
                    var number = 1_000_000L + day * 1_000L + first;
                    var body = order(number, first, now.minus(Duration.ofDays(day)));
                    expect(line.post(
                            "/hooks/bench", signature.headers("orders/create", "history-" + number, body), body));
                }
            }
        }
    }

    private static byte[] order(long number, int firstVariant, Instant at) {
        var lines = new ArrayList<String>();
        for (var variant = firstVariant; variant < firstVariant + LINES_OF_AN_ORDER; variant++) {
            var units = Math.max(1, UNITS_A_DAY + (int) ((number + variant * 7L) % 5) - 2);
            lines.add("""
                    {"id":%d,"variant_id":null,"sku":"BENCH-%04d","title":"Bench article %d","quantity":%d,"price":"4.50",\
                    "total_discount":"0.00","gift_card":false}""".formatted(number * 1_000 + variant, variant, variant, units));
        }
        return """
                {"id":%d,"name":"#%d","created_at":"%s","updated_at":"%s","processed_at":"%s","currency":"GBP","source_name":"pos",\
                "location_id":1,"financial_status":"paid","fulfillment_status":"fulfilled","customer":null,"refunds":[],\
                "line_items":[%s]}""".formatted(number, number, at, at, at, String.join(",", lines))
                .getBytes(StandardCharsets.UTF_8);
    }

    private void fillTheShelves(Instant now) throws IOException {
        try (var line = new HttpLine(service)) {
            for (var variant = 0; variant < VARIANTS; variant++) {
                var level = LEVEL_MIN + Math.floorMod(variant * 7_919, LEVEL_SPREAD);
                var body = "{\"location_id\":\"bench-shop\",\"sku\":\"BENCH-%04d\",\"level\":%d,\"created_at\":\"%s\"}"
                        .formatted(variant, level, now)
                        .getBytes(StandardCharsets.UTF_8);
                expect(line.post("/hooks/shelf", genericHeaders("stock.level", "level-" + variant, now, body), body));
            }
        }
    }

    private String genericHeaders(String topic, String delivery, Instant now, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((now.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
            return "X-Quartermaster-Topic: %s\r\nX-Quartermaster-Delivery: %s\r\nX-Quartermaster-Timestamp: %d\r\nX-Quartermaster-Signature: sha256=%s\r\n"
                    .formatted(
                            topic,
                            delivery,
                            now.getEpochSecond(),
                            HexFormat.of().formatHex(mac.doFinal(body)));
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("Every JDK has HmacSHA256.", fault);
        }
    }

    private void put(String path, String json) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service.resolve(path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json))
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("%s was answered with %d: %s".formatted(path, answer.statusCode(), answer.body()));
        }
    }

    private static void expect(HttpLine.Answer answer) throws IOException {
        if (!answer.isAcknowledged()) {
            throw new IOException("A message was answered with %d: %s".formatted(answer.status(), answer.body()));
        }
    }
}
