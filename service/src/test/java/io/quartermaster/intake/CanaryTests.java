package io.quartermaster.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.quartermaster.retail.SaleEvent.SaleRecorded;
import io.quartermaster.retail.SubjectId;
import io.quartermaster.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// Known persons planted in ten thousand messages, shuffled and doubled: they are found nowhere
/// but, encrypted, in the vault.
@ExtendWith(OutputCaptureExtension.class)
class CanaryTests extends WithIntake {

    private static final int MESSAGES = 10_000;
    private static final Pattern BYTES = Pattern.compile("\\\\x((?:[0-9a-f]{2}){8,})");
    private static final int SENDERS = 8;
    private static final long SEED = 20_240_115;
    private static final List<String> CANARIES = List.of(
            "Zanzibara",
            "Quillfeather",
            "zq.quillfeather",
            "7700900",
            "Featherstone Alley",
            "4111111111111111",
            "4111 1111 1111 1111");

    @Autowired
    private Vault vault;

    @Autowired
    private PrometheusMeterRegistry meters;

    @Test
    void findsNoPersonOutsideTheVault(CapturedOutput logs) throws Exception {
        var orders = new ArrayList<Integer>();
        for (var i = 0; i < MESSAGES; i++) {
            orders.add(i);
        }
        Collections.shuffle(orders, new Random(SEED));
        var failures = new ConcurrentLinkedQueue<Integer>();
        try (var senders = Executors.newFixedThreadPool(SENDERS)) {
            for (var order : orders) {
                senders.submit(() -> send(order, failures));
            }
        }
        assertThat(failures).isEmpty();
        untilQuiet();

        assertThat(subjects()).isBetween(400L, 500L); // 500 persons; the malformed ones are never met
        assertThat(everyTableAsText()).doesNotContain(CANARIES.toArray(String[]::new));
        assertThat(logs.getAll()).doesNotContain(CANARIES.toArray(String[]::new));
        assertThat(meters.scrape()).doesNotContain(CANARIES.toArray(String[]::new));
        var buyer = events().stream()
                .filter(SaleRecorded.class::isInstance)
                .map(sale -> ((SaleRecorded) sale).customer())
                .filter(Objects::nonNull)
                .filter(this::isPlanted) // other stories share the journal, and their buyers have no name
                .findFirst()
                .orElseThrow();
        vault.forget(buyer);
        assertThat(vault.reveal(buyer)).isEmpty();
    }

    private boolean isPlanted(SubjectId buyer) {
        return vault.reveal(buyer)
                .filter(person -> person.details().getOrDefault("name", "").startsWith("Zanzibara"))
                .isPresent();
    }

    private void send(int order, ConcurrentLinkedQueue<Integer> failures) {
        var person = order % 500;
        var planted = """
                "email":"zq.quillfeather%1$d@post.test-shop.uk","phone":"+447700900%1$03d","note":"card 4111 1111 1111 1111 or 4111111111111111",
                "customer":{"id":%2$d,"first_name":"Zanzibara","last_name":"Quillfeather %1$d","email":"zq.quillfeather%1$d@post.test-shop.uk"},
                "shipping_address":{"name":"Zanzibara Quillfeather","address1":"%1$d Featherstone Alley"}""".formatted(person, 90_000 + person);
        var body = Messages.order(order).replace("\"email\":\"\",\"customer\":null", planted);
        var broken = order % 100 == 99 ? body.replace("\"line_items\":[", "\"line_items\":[\"Zanzibara\",") : body;
        for (var i = 0; i < (order % 10 == 0 ? 2 : 1); i++) {
            var answer = sender.shopify(
                    "orders/create", "canary-" + order, broken.getBytes(StandardCharsets.UTF_8), Sender.SECRET);
            if (answer.statusCode() != 200) {
                failures.add(answer.statusCode());
            }
        }
    }

    private long subjects() {
        return database.sql("SELECT count(*) FROM vault.subject")
                .query(Long.class)
                .single();
    }

    /// What is kept as bytes is text to a thief too.
    private static String latin(String hex) {
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
    }

    private String everyTableAsText() {
        var text = new StringBuilder();
        var tables = database.sql("""
                        SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) FROM information_schema.tables
                         WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')""").query(String.class).list();
        assertThat(tables).contains("intake.inbox", "vault.subject", "journal.entry");
        for (var table : tables) {
            database.sql("SELECT t::text FROM %s t".formatted(table)).query(row -> {
                text.append(row.getString(1)).append('\n');
                BYTES.matcher(row.getString(1)).results().forEach(match -> text.append(latin(match.group(1))));
            });
        }
        return text.toString();
    }
}
