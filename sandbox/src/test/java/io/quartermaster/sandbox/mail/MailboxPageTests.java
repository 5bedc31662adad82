package io.quartermaster.sandbox.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.quartermaster.sandbox.web.Request;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MailboxPageTests {

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

    @Test
    void showsALetterAndNeverRunsWhatIsInIt() {
        var read = new ArrayList<Letter>();
        try (var mailbox = new Mailbox(0, InstantSource.fixed(NOON), read::add)) {
            GreenMailUtil.sendTextEmail(
                    "orders@oak.example.org",
                    "buying@saltmarsh.example.org",
                    "Order <script>alert(1)</script>",
                    "Twelve & a half",
                    new ServerSetup(mailbox.port(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

            var page = new MailboxPage(mailbox, ZoneId.of("Europe/London"));
            var html = new String(page.page(get()).body(), StandardCharsets.UTF_8);

            assertThat(html)
                    .contains(
                            "Order &lt;script&gt;alert(1)&lt;/script&gt;",
                            "Twelve &amp; a half",
                            "Wed 1 Jul 2026, 13:00")
                    .doesNotContain("<script>");
            assertThat(page.page(get()).headers().get("Content-Security-Policy"))
                    .startsWith("default-src 'none'");
            assertThat(new String(page.json(get()).body(), StandardCharsets.UTF_8))
                    .contains("\"to\":\"orders@oak.example.org\"");
            assertThat(read).hasSize(1);
        }
    }

    @Test
    void readsNoOrderWhereThereIsNone() {
        assertThat(PurchaseOrderLetter.in(letter(""))).isEmpty();
        assertThat(PurchaseOrderLetter.in(letter("{not json"))).isEmpty();
        assertThat(PurchaseOrderLetter.in(letter("{\"purchase_order\": \"P\", \"lines\": []}")))
                .isEmpty();
        assertThat(PurchaseOrderLetter.in(letter("""
                {"purchase_order": "P", "supplier_id": "s", "deliver_to": "d",
                 "lines": [{"sku": "A", "quantity": 3}, {"sku": "A", "quantity": "2"}, {"sku": "B", "quantity": -1}]}
                """)))
                .contains(new PurchaseOrderLetter("P", "s", "d", Map.of("A", 5)));
    }

    private static Letter letter(String order) {
        return new Letter(1, NOON, "a", "b", "c", "d", List.of(), order);
    }

    private static Request get() {
        return new Request("GET", URI.create("/mailbox"), Map.of(), new byte[0]);
    }
}
