package io.quartermaster.connectors.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.quartermaster.connectors.Connection;
import io.quartermaster.connectors.Connector;
import io.quartermaster.connectors.ConnectorContract;
import io.quartermaster.connectors.Delivery;
import io.quartermaster.connectors.Delivery.Recipient;
import io.quartermaster.connectors.IdempotencyKey;
import io.quartermaster.connectors.Outcome;
import io.quartermaster.retail.ConnectionId;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.PurchaseOrderId;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.RetailAction;
import io.quartermaster.retail.RetailAction.OrderFromSupplier;
import io.quartermaster.retail.RetailAction.OrderLine;
import io.quartermaster.retail.RetailAction.TellPerson;
import io.quartermaster.retail.RetailAction.TransferLine;
import io.quartermaster.retail.RetailAction.TransferStock;
import io.quartermaster.retail.Sku;
import io.quartermaster.retail.SupplierId;
import io.quartermaster.retail.TransferId;
import io.quartermaster.retail.UnitCost;
import io.quartermaster.retail.VariantId;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// What a supplier finds in the mailbox.
class EmailConnectorTests extends ConnectorContract {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final LocationId SHOP = new LocationId("high-street");

    private final GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

    private final EmailConnector connector = new EmailConnector(new PostOffice());

    @Override
    protected Connector connector() {
        return connector;
    }

    /// A mail connection hears nothing: whatever comes is not understood.
    @Override
    protected Map<String, String> recorded() {
        return Map.of();
    }

    @Override
    protected boolean tells() {
        return false;
    }

    @BeforeEach
    void open() {
        server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.start();
    }

    @AfterEach
    void close() {
        server.stop();
    }

    @Test
    void anOrderIsReadByPeopleAndByComputers() throws Exception {
        var outcome = connector.deliver(to("Acme Ltd", "sales@acme.example", order("Pen, blue")), connection());

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        var mail = theMail();
        assertThat(mail.getSubject()).isEqualTo("Purchase order PO-1001 for High Street");
        assertThat(mail.getAllRecipients()[0].toString()).isEqualTo("Acme Ltd <sales@acme.example>");
        var words = (MimeMultipart)
                ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
        assertThat((String) words.getBodyPart(0).getContent())
                .contains("Purchase order PO-1001")
                .contains("Deliver to:  High Street")
                .contains("A123-BLUE  Pen, blue        10        2.5   25.00")
                .contains("Total: 25.00 GBP");
        assertThat((String) words.getBodyPart(1).getContent()).contains("<td").contains("Pen, blue");
    }

    @Test
    void theAttachmentSaysAllThatAComputerNeeds() throws Exception {
        connector.deliver(to("Acme Ltd", "sales@acme.example", order("Pen, blue")), connection());

        Part paper = ((MimeMultipart) theMail().getContent()).getBodyPart(1);
        assertThat(paper.getContentType()).startsWith("application/json").contains("name=purchase-order.json");
        assertThat(paper.getFileName()).isEqualTo("purchase-order.json");
        var json =
                JsonMapper.shared().readTree(new String(paper.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertThat(json).isEqualTo(JsonMapper.shared().readTree("""
                {"purchase_order":"PO-1001","supplier_id":"ACME","deliver_to":"high-street","deliver_by":"2026-03-09",
                 "currency":"GBP","lines":[{"sku":"A123-BLUE","name":"Pen, blue","quantity":10,"unit_cost":2.5,
                 "amount":25.00}],"total":25.00}"""));
    }

    @Test
    void aRepeatCarriesTheSameNumber() throws Exception {
        connector.deliver(to("Acme", "sales@acme.example", order("Pen")), connection());
        connector.deliver(to("Acme", "sales@acme.example", order("Pen")), connection());

        assertThat(Arrays.stream(server.getReceivedMessages()).map(EmailConnectorTests::number))
                .containsExactly("<quartermaster.P-1@shop.example>", "<quartermaster.P-1@shop.example>");
        assertThat(connector.recognisesRepeats()).isFalse();
    }

    @Test
    void nothingInANameBeginsANewHeader() throws Exception {
        var evil = "Acme\r\nBcc: thief@evil.example\r\n\r\nPay here";
        connector.deliver(to(evil, "sales@acme.example", tell(evil)), connection());

        var mail = theMail();
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getSubject()).isEqualTo("Acme  Bcc: thief@evil.example    Pay here");
    }

    @Test
    void markupInANameStaysText() throws Exception {
        connector.deliver(to("Acme", "sales@acme.example", order("<script>alert('&')</script>")), connection());

        var words = (MimeMultipart)
                ((MimeMultipart) theMail().getContent()).getBodyPart(0).getContent();
        assertThat((String) words.getBodyPart(1).getContent())
                .doesNotContain("<script")
                .contains("&lt;script&gt;alert(&#39;&amp;&#39;)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "nobody", "a@b.example,c@d.example", "a@b.example\r\nBcc: c@d.example", "g: a@b.example;"})
    void whatIsNoSingleAddressIsRefusedAndNothingLeaves(String address) {
        var outcome = connector.deliver(to("Acme", address, order("Pen")), connection());

        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void transfersAndNewsAreMailsToo() throws Exception {
        var line = new TransferLine(new VariantId("V1"), new Sku("A123"), "Pen", Quantity.each(3));
        var transfer = new TransferStock(new TransferId("TR-7"), new LocationId("warehouse"), SHOP, List.of(line));
        connector.deliver(to("Warehouse", "w@shop.example", transfer), connection());

        assertThat(theMail().getSubject()).isEqualTo("Transfer TR-7 to High Street");
        var whole = (MimeMultipart) theMail().getContent();
        var words = (MimeMultipart) whole.getBodyPart(0).getContent();
        assertThat((String) words.getBodyPart(0).getContent()).contains("A123  Pen          3");
        Part paper = whole.getBodyPart(1);
        assertThat(paper.getFileName()).isEqualTo("transfer.json");
        var json =
                JsonMapper.shared().readTree(new String(paper.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertThat(json.path("transfer").asString()).isEqualTo("TR-7");
        assertThat(json.path("from").asString()).isEqualTo("warehouse");
        assertThat(json.at("/lines/0/quantity").asInt()).isEqualTo(3);
    }

    @Test
    void aServerThatCannotBeReachedIsTriedLater() {
        var gone = connection();
        server.stop();

        var outcome = connector.deliver(to("Acme", "sales@acme.example", order("Pen")), gone);

        assertThat(outcome).isInstanceOf(Outcome.TryLater.class);
    }

    @Test
    void aConnectionThatIsNotSetUpIsRefusedWithAHint() {
        var nowhere = new Connection(
                new ConnectionId("mail"), "email", List.of(), "http://x", "", "", Map.of("from", "o@shop.example"));
        var nobody = new Connection(new ConnectionId("mail"), "email", List.of(), "smtp://x", "", "", Map.of());

        assertThat(refusal(nowhere)).contains("Maybe write it as smtp://");
        assertThat(refusal(nobody)).contains("The setting from ()");
    }

    @Test
    void aPasswordIsNotSentOverAnOpenLine() {
        var connection = connection();
        var withPassword = new Connection(
                connection.id(), "email", List.of(), connection.url(), "s3cret", "", connection.settings());

        var outcome = connector.deliver(to("Acme", "sales@acme.example", order("Pen")), withPassword);

        assertThat(outcome).isInstanceOf(Outcome.TryLater.class);
        assertThat(outcome.toString()).contains("STARTTLS").doesNotContain("s3cret");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    private String refusal(Connection connection) {
        return ((Outcome.Refused) connector.deliver(to("Acme", "s@acme.example", order("Pen")), connection)).why();
    }

    private static String number(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (jakarta.mail.MessagingException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private MimeMessage theMail() {
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }

    static Delivery to(String name, String address, RetailAction action) {
        return new Delivery(
                action, new IdempotencyKey("P-1"), new Recipient(name, address), Map.of(SHOP, "High Street"));
    }

    static OrderFromSupplier order(String name) {
        var line = new OrderLine(
                new VariantId("V1"),
                new Sku("A123-BLUE"),
                name,
                Quantity.each(10),
                new UnitCost(new BigDecimal("2.50"), GBP));
        return new OrderFromSupplier(
                new PurchaseOrderId("PO-1001"),
                new SupplierId("ACME"),
                SHOP,
                List.of(line),
                LocalDate.parse("2026-03-09"));
    }

    private static TellPerson tell(String text) {
        return new TellPerson(SHOP, text, text);
    }

    @Override
    protected Connection connection() {
        return connection(server.getSmtp().getPort());
    }

    static Connection connection(int port) {
        return new Connection(
                new ConnectionId("mail"),
                "email",
                List.of(),
                "smtp://127.0.0.1:" + port,
                "",
                "",
                Map.of("from", "orders@shop.example"));
    }
}
