package io.quartermaster.sandbox.demo;

import io.quartermaster.sandbox.retailer.Assortment;
import io.quartermaster.sandbox.retailer.Chain;
import io.quartermaster.sandbox.retailer.Supplier;
import io.quartermaster.sandbox.web.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/// Tells the service what no platform tells it: the locations' names, the suppliers and their
/// terms.
public final class ServiceSetup {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final int LOOKS_MAX = 1200; // five minutes
    private static final int ANSWER_SHOWN_MAX = 500;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI service;
    private final String apiKey;

    public ServiceSetup(URI service, String apiKey) {
        this.service = service;
        this.apiKey = apiKey;
    }

    /// @throws IllegalStateException if the service is not healthy in time
    void awaitHealth() throws InterruptedException {
        for (var look = 0; look < LOOKS_MAX; look++) {
            if (healthy()) {
                return;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        throw new IllegalStateException("""
                The service at %s did not become healthy.
                Maybe it is not running, or listens elsewhere: see --service.""".formatted(service));
    }

    private boolean healthy() throws InterruptedException {
        var request = HttpRequest.newBuilder(service.resolve("/actuator/health"))
                .timeout(TIMEOUT)
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) { // not up yet
            return false;
        }
    }

    /// Puts everything, and prints each refusal with its answer.
    ///
    /// @return how many requests were refused
    public int tell(Assortment assortment) throws InterruptedException {
        var refused = 0;
        for (var site : Chain.SITES) {
            var body = Json.object()
                    .put("name", site.place().name())
                    .put("zone", site.place().zone().getId())
                    .put("email", site.ours() + "@saltmarsh.example.org");
            refused += put("/v1/locations/" + site.ours(), body);
        }
        for (var supplier : assortment.suppliers().values()) {
            refused += put("/v1/suppliers/" + supplier.id(), supplier(supplier));
        }
        return refused + put("/v1/supply-terms", terms(assortment));
    }

    private static JsonNode supplier(Supplier supplier) {
        return Json.object()
                .put("name", supplier.name())
                .put("email", supplier.email())
                .put("currency", "GBP")
                .put("lead_time_days", supplier.leadTimeDays())
                .put("lead_time_deviation_days", supplier.leadTimeDeviationDays())
                .put("minimum_order_value", supplier.minimumOrderValue().toPlainString())
                .put("review_period_days", supplier.reviewPeriodDays())
                .put("approved", supplier.approved());
    }

    private static JsonNode terms(Assortment assortment) {
        return Json.array(assortment.stocked().values().stream()
                .map(what -> Json.object()
                        .put("sku", what.sku())
                        .put("supplier_id", what.supplier().id())
                        .put("unit_cost", what.cost().toPlainString())
                        .put("contract_price", what.contractPrice().toPlainString())
                        .put("currency", "GBP")
                        .put("case_pack", what.casePack())
                        .put("minimum_order", what.minimumOrder())
                        .put("non_standard", what.nonStandard()))
                .toList());
    }

    private int put(String path, JsonNode body) throws InterruptedException {
        var request = HttpRequest.newBuilder(service.resolve(path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + apiKey)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofByteArray(Json.bytes(body)))
                .build();
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 == 2) {
                return 0;
            }
            var text = answer.body();
            var shown = text.length() > ANSWER_SHOWN_MAX ? text.substring(0, ANSWER_SHOWN_MAX) : text;
            System.out.printf("sandbox: PUT %s was answered %d: %s%n", path, answer.statusCode(), shown);
        } catch (IOException fault) {
            System.out.printf("sandbox: PUT %s failed: %s%n", path, fault.getMessage());
        }
        return 1;
    }
}
