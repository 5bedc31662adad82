package io.quartermaster.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.sandbox.hooks.Signatures;
import io.quartermaster.sandbox.retailer.Assortment;
import io.quartermaster.sandbox.retailer.Chain;
import io.quartermaster.sandbox.web.Json;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The whole demo against a service that only writes down.
class DemoTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void tellsThePastSellsAndDeliversWhatIsOrdered() throws Exception {
        try (var service = new RecordingService(0);
                var demo = new Demo(settings(service), InstantSource.system())) {
            var life = Thread.ofVirtual().start(() -> run(demo));
            await(() -> demo.stage().equals("selling"));

            assertThat(service.requests("/v1/locations/high-street")).hasSize(1);
            assertThat(service.requests("/v1/supply-terms")).hasSize(1);
            assertThat(service.topics().keySet())
                    .contains("orders/create", "order.updated", "products/create", "catalog.version.updated")
                    .contains("inventory_levels/update", "inventory.count.updated", "refunds/create");
            assertThat(service.hooks("shopify-main", "orders/create")).hasSizeGreaterThan(100);

            mailOrder(demo.mailbox().port());
            await(() -> service.hooks("dock", "purchase_order.confirmed").size() == 1);
            await(() -> service.hooks("dock", "goods.received").stream()
                            .mapToInt(request ->
                                    Json.read(request.body()).path("lines").size())
                            .sum()
                    == 2);
            assertConfirmed(service);
            life.interrupt();
            life.join();
            assertBalanced(demo);
        }
    }

    private static void run(Demo demo) {
        try {
            demo.run();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// The order came twice; it is confirmed and delivered once.
    private static void assertConfirmed(RecordingService service) {
        var message = service.hooks("dock", "purchase_order.confirmed").getFirst();
        var body = Json.read(message.body());
        assertThat(body.path("purchase_order").asString()).isEqualTo("PO-1");
        assertThat(body.path("supplier_id").asString()).isEqualTo("oak-and-ember");
        assertThat(body.path("expected_date").asString()).matches("\\d{4}-\\d\\d-\\d\\d");
        var timestamp =
                Long.parseLong(message.header("X-Quartermaster-Timestamp").orElseThrow());
        assertThat(message.header("X-Quartermaster-Signature"))
                .contains(Signatures.generic("dock-secret", timestamp, message.body()));
    }

    /// What the retailer reckons is what the platforms' books say, for everything everywhere.
    private static void assertBalanced(Demo demo) {
        for (var site : Chain.SITES) {
            var till = Objects.requireNonNull(demo.platforms().tills().get(site.platform()));
            for (var article : Assortment.read().articles()) {
                assertThat(till.available(site.place().id(), article.sku()))
                        .as("%s at %s", article.sku(), site.ours())
                        .isEqualTo(demo.retailer().ledger().balance(site.place().id(), article.sku()));
            }
        }
    }

    private static DemoSettings settings(RecordingService service) {
        return DemoSettings.from(
                new String[] {
                    "--service", service.url().toString(),
                    "--port", "0",
                    "--smtp-port", "0",
                    "--history-days", "12",
                    "--clock-speed", "60000",
                    "--dock-secret", "dock-secret"
                },
                InstantSource.system());
    }

    private static void mailOrder(int port) throws MessagingException {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(port));
        var text = new MimeBodyPart();
        text.setText("Please deliver.");
        var order = new MimeBodyPart();
        order.setContent(order(), "application/json; name=\"purchase-order.json\"");
        order.setFileName("purchase-order.json");
        for (var copy = 0; copy < 2; copy++) {
            var mail = new MimeMessage(Session.getInstance(properties));
            mail.setFrom(new InternetAddress("buying@saltmarsh.example.org"));
            mail.setRecipient(RecipientType.TO, new InternetAddress("orders@oak-and-ember.example.org"));
            mail.setSubject("Purchase order PO-1 <script>");
            mail.setContent(new MimeMultipart(text, order));
            Transport.send(mail);
        }
    }

    private static String order() {
        JsonNode body = Json.read("""
                {"purchase_order": "PO-1", "supplier_id": "oak-and-ember", "deliver_to": "harbour",
                 "lines": [{"sku": "PAN-COFF-HSE", "quantity": 24, "unit_cost": "4.60"},
                           {"sku": "PAN-HONEY", "quantity": 6, "unit_cost": "3.80"}]}
                """);
        return Json.text(body);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited %s in vain", PATIENCE).isLessThan(until);
            Thread.sleep(50);
        }
    }
}
