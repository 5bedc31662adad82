package io.quartermaster.dispatch;

import static io.quartermaster.approvals.Proposals.ACME;
import static io.quartermaster.approvals.Proposals.FACTS;
import static io.quartermaster.approvals.Proposals.GBP;
import static io.quartermaster.approvals.Proposals.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.quartermaster.TestDatabase;
import io.quartermaster.approvals.Approvals;
import io.quartermaster.approvals.ProposalState;
import io.quartermaster.books.purchasing.PurchaseOrder;
import io.quartermaster.books.purchasing.Purchasing;
import io.quartermaster.books.suppliers.Supplier;
import io.quartermaster.books.suppliers.Suppliers;
import io.quartermaster.journal.Entry;
import io.quartermaster.journal.Journal;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.DeskEvent.ActionAttempted;
import io.quartermaster.retail.DeskEvent.ProposalDecided;
import io.quartermaster.retail.DeskEvent.ProposalMade;
import io.quartermaster.retail.PurchaseEvent.PurchaseOrderApproved;
import io.quartermaster.retail.PurchaseEvent.PurchaseOrderSent;
import io.quartermaster.retail.PurchaseOrderId;
import io.quartermaster.retail.RetailEvent;
import io.quartermaster.retail.UserId;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The whole service: a yes at the desk becomes a mail in the supplier's box and one story in the
/// journal.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
class OrderByMailTests {

    private static final UserId ADA = new UserId("ada");
    private static final GreenMail SUPPLIERS_BOX = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    private static final int PATIENCE_MILLIS = 30_000;

    @TempDir
    static Path home;

    @Autowired
    private Approvals approvals;

    @Autowired
    private Dispatch dispatch;

    @Autowired
    private Suppliers suppliers;

    @Autowired
    private Purchasing purchasing;

    @Autowired
    private Journal journal;

    @Autowired
    private JdbcClient database;

    @DynamicPropertySource
    static void withAPostOffice(DynamicPropertyRegistry settings) {
        SUPPLIERS_BOX.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        SUPPLIERS_BOX.start();
        var mail = "quartermaster.bootstrap.connections.mail.";
        settings.add("quartermaster.home", home::toString);
        TestDatabase.empty(settings);
        settings.add("quartermaster.desk.undo", () -> "0s");
        settings.add(mail + "platform", () -> "email");
        settings.add(
                mail + "url",
                () -> "smtp://127.0.0.1:" + SUPPLIERS_BOX.getSmtp().getPort());
        settings.add(mail + "settings.from", () -> "orders@shop.example");
    }

    @AfterAll
    static void close() {
        SUPPLIERS_BOX.stop();
    }

    @Test
    void aYesBecomesAMailAndOneStory() throws Exception {
        database.sql("insert into access.person (id, name, role, locations) values ('ada', 'Ada', 'ADMIN', '{}')")
                .update();
        suppliers.save(
                new Supplier(ACME, "Acme Ltd", "sales@acme.example", GBP, 5, BigDecimal.ONE, null, 1, true, false),
                ADA);
        var sale = new CorrelationId("sale-1");
        var id = approvals.propose(anOrder().made(), FACTS, sale);

        approvals.approve(id, 1, ADA, "");

        await(() -> approvals.find(id).orElseThrow().state() == ProposalState.DONE);
        assertThat(SUPPLIERS_BOX.getReceivedMessages())
                .singleElement()
                .satisfies(mail -> assertThat(mail.getSubject()).contains("PO-1001"));
        assertThat(dispatch.find(id).orElseThrow().outcome()).contains(id.value());
        await(() -> journal.story(sale, 100).size() >= 5);
        var told = new ArrayList<Class<? extends RetailEvent>>();
        journal.story(sale, 100).stream().map(Entry::event).forEach(event -> told.add(event.getClass()));
        assertThat(told)
                .containsExactly(
                        ProposalMade.class,
                        ProposalDecided.class,
                        PurchaseOrderApproved.class,
                        ActionAttempted.class,
                        PurchaseOrderSent.class);
        await(() -> purchasing
                .order(new PurchaseOrderId("PO-1001"))
                .filter(it -> it.state() == PurchaseOrder.State.SENT)
                .isPresent());
        await(() -> database.sql("select count(*) from public.event_publication")
                        .query(Long.class)
                        .single()
                == 0);
    }

    private static void await(BooleanSupplier wanted) throws InterruptedException {
        for (var waited = 0; !wanted.getAsBoolean(); waited += 50) {
            assertThat(waited).as("milliseconds waited").isLessThan(PATIENCE_MILLIS);
            Thread.sleep(50);
        }
    }
}
