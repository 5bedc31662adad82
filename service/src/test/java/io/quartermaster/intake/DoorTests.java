package io.quartermaster.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.connectors.Shared;
import io.quartermaster.retail.SaleEvent.SaleDoubted;
import io.quartermaster.retail.SaleEvent.SaleRecorded;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What comes in at the door, and what becomes of it.
class DoorTests extends WithIntake {

    @Autowired
    private Clock clock;

    private final String event = UUID.randomUUID().toString();

    @Test
    void turnsASignedOrderIntoAnEntryOfTheJournal() {
        var answer = sender.shopify("orders/create", event, Messages.order(1001));
        untilQuiet();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(sales("1001")).isEqualTo(1);
    }

    @Test
    void countsTheSameDeliveryOnceHoweverOftenItComes() {
        for (var i = 0; i < 10; i++) {
            assertThat(sender.shopify("orders/create", event, Messages.order(1002))
                            .statusCode())
                    .isEqualTo(200);
        }
        sender.shopify("orders/create", "another " + event, Messages.order(1002)); // and the same under another name
        untilQuiet();

        assertThat(sales("1002")).isEqualTo(1);
    }

    @Test
    void acceptsTheOldSecretDuringARotation() {
        var body = Messages.order(1003).getBytes(StandardCharsets.UTF_8);

        assertThat(sender.shopify("orders/create", event, body, "the old secret")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void keepsNothingOfAForgedMessageButACount() {
        var body = Messages.order(6660).getBytes(StandardCharsets.UTF_8);
        var right = Sender.base64(Sender.hmac(Sender.SECRET, body));
        var before = messages();

        assertThat(sender.shopify("orders/create", event, body, "another shop's secret")
                        .statusCode())
                .isEqualTo(401);
        assertThat(sender.post("shop", Map.of("X-Shopify-Topic", "orders/create"), body)
                        .statusCode())
                .isEqualTo(401);
        assertThat(forged(right.replace("=", ""), body)).isEqualTo(401);
        assertThat(forged(right.replace('+', '-').replace('/', '_').toUpperCase(java.util.Locale.ROOT), body))
                .isEqualTo(401);
        assertThat(forged(right, "{}".getBytes(StandardCharsets.UTF_8))).isEqualTo(401); // changed after signing
        assertThat(sender.post("nobody", Sender.shopifyHeaders("orders/create", event, right), body)
                        .statusCode())
                .isEqualTo(401);
        assertThat(twice(right, body)).isEqualTo(401);
        assertThat(messages()).isEqualTo(before);
        assertThat(intake.connections())
                .filteredOn(health -> health.id().value().equals("shop"))
                .singleElement()
                .satisfies(health -> assertThat(health.forged()).isGreaterThanOrEqualTo(6));
    }

    private int forged(String signature, byte[] body) {
        return sender.post("shop", Sender.shopifyHeaders("orders/create", event, signature), body)
                .statusCode();
    }

    private int twice(String signature, byte[] body) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:%d/hooks/shop".formatted(port)))
                .POST(BodyPublishers.ofByteArray(body));
        Sender.shopifyHeaders("orders/create", event, signature).forEach(request::header);
        request.header("X-Shopify-Hmac-Sha256", signature);
        return sender.send(request.build()).statusCode();
    }

    @Test
    void refusesAnOldMessageWithARightSignature() {
        var old = clock.instant().getEpochSecond() - 301;

        assertThat(sender.generic("pos-sale", event, old, "{}").statusCode()).isEqualTo(401);
    }

    @Test
    void answersTheSamplesAsPrinted() {
        var now = clock.instant().getEpochSecond();

        var sale = sender.generic("sale.completed", event + 1, now, Shared.text("product/samples/sale-completed.json"));
        var demand = sender.generic("sale", event + 2, now, Shared.text("product/samples/demand-sale.json"));
        var line = sender.generic("pos-sale", event + 3, now, Shared.text("product/samples/pos-sale.json"));
        untilQuiet();

        assertThat(sale.body()).isEqualTo("{\"status\":\"queued\",\"signals\":2}");
        assertThat(demand.body()).isEqualTo("{\"status\":\"queued\",\"signals\":2}");
        assertThat(line.body()).isEqualTo("{\"status\":\"processed\",\"action_taken\":null}");
        assertThat(events()).filteredOn(SaleDoubted.class::isInstance).hasSize(1);
    }

    @Test
    void saysWhichFieldIsMissingAndKeepsTheRejectedMessage() {
        var now = clock.instant().getEpochSecond();
        var body = "{\"location_id\":\"S\",\"sku\":\"A\",\"quantity\":2}";

        var answer = sender.generic("pos-sale", event, now, body);
        untilQuiet();

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("created_at is missing");
        var kept = intake.quarantine(false, Long.MAX_VALUE, 1).getFirst();
        assertThat(kept.why()).contains("created_at");
        assertThat(intake.rawBody(kept.id())).contains(body);
        var mended = body.replace("}", ",\"created_at\":\"2024-01-15T14:30:00Z\"}");
        assertThat(sender.generic("pos-sale", event, now, mended).statusCode()).isEqualTo(200);
    }

    @Test
    void letsAPersonHaveAMessageTranslatedAgainOrMarkItAsKnown() {
        sender.shopify("orders/create", event, "{\"id\":1}");
        untilQuiet();
        var kept = intake.quarantine(false, Long.MAX_VALUE, 1).getFirst();

        assertThat(intake.translateAgain(kept.id())).isTrue();
        untilQuiet();
        assertThat(intake.quarantined(kept.id())).isPresent(); // nothing was mended
        assertThat(intake.markKnown(kept.id())).isTrue();
        assertThat(intake.quarantine(false, Long.MAX_VALUE, 10)).doesNotContain(kept);
    }

    @Test
    void keepsAndCountsTopicsItDoesNotKnow() {
        sender.shopify("themes/publish", event, "{\"id\":1}");
        untilQuiet();

        assertThat(intake.topics()).anySatisfy(count -> {
            assertThat(count.topic()).isEqualTo("themes/publish");
            assertThat(count.ending()).isEqualTo("unknown");
        });
    }

    @Test
    void refusesWhatIsTooLongOrCompressed() {
        var long40 = new byte[40 * 1024 * 1024];
        var headers = new HashMap<>(Sender.shopifyHeaders("orders/create", event, "x"));
        headers.put("Content-Encoding", "gzip");

        assertThat(sender.post("shop", headers, new byte[100]).statusCode()).isEqualTo(415);
        assertThat(statusOf(long40)).isEqualTo(413);
    }

    /// The server may hang up on somebody who goes on sending what it has refused.
    private int statusOf(byte[] body) {
        try {
            return sender.post("shop", Map.of(), body).statusCode();
        } catch (java.io.UncheckedIOException hungUp) {
            return 413;
        }
    }

    @Test
    void putsAWrongCharacterSetAndFormsInQuarantine() {
        var latin = Messages.order(1004).replace("T-shirt", "Café").getBytes(StandardCharsets.ISO_8859_1);
        var form = "payload=%7B%7D".getBytes(StandardCharsets.UTF_8);
        var before = intake.status().quarantined();

        assertThat(sender.shopify("orders/create", event + 1, latin, Sender.SECRET)
                        .statusCode())
                .isEqualTo(200);
        assertThat(sender.shopify("orders/create", event + 2, form, Sender.SECRET)
                        .statusCode())
                .isEqualTo(200);
        untilQuiet();

        assertThat(intake.status().quarantined()).isEqualTo(before + 2);
    }

    private long sales(String receipt) {
        return events().stream()
                .filter(told -> told instanceof SaleRecorded sale
                        && sale.receipt().value().equals(receipt))
                .count();
    }

    private long messages() {
        return database.sql("SELECT count(*) FROM intake.inbox")
                .query(Long.class)
                .single();
    }
}
