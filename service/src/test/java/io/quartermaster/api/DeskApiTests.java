package io.quartermaster.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quartermaster.approvals.Approvals;
import io.quartermaster.approvals.Evidence;
import io.quartermaster.approvals.FrozenFacts;
import io.quartermaster.approvals.Proposal;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Money;
import io.quartermaster.retail.PurchaseOrderId;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.RetailAction.OrderFromSupplier;
import io.quartermaster.retail.RetailAction.OrderLine;
import io.quartermaster.retail.SkillId;
import io.quartermaster.retail.Sku;
import io.quartermaster.retail.SupplierId;
import io.quartermaster.retail.UnitCost;
import io.quartermaster.retail.VariantId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A program reads what is proposed, and decides.
class DeskApiTests extends ApiInATest {

    private static final Currency POUND = Currency.getInstance("GBP");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private Approvals approvals;

    @Test
    void changesAQuantityAndApprovesWhatItHasSeen() {
        var id = propose("PO-9001");

        var changed = post("/v1/proposals/%s/change".formatted(id), """
                {"revision": 1, "lines": [{"sku": "mug-red", "quantity": 12}, {"sku": "MUG-BLUE", "quantity": 0}]}""");
        assertThat(changed.status()).as(changed.json().toString()).isEqualTo(200);
        assertThat(changed.json().get("revision").asInt()).isEqualTo(2);
        assertThat(changed.json().at("/action/lines")).hasSize(1);

        var stale = post("/v1/proposals/%s/approve".formatted(id), "{\"revision\": 1}");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.text("/type")).endsWith("stale-revision");

        var approved = post("/v1/proposals/%s/approve".formatted(id), "{\"revision\": 2, \"notes\": \"fine\"}");
        assertThat(approved.status()).as(approved.json().toString()).isEqualTo(200);
        assertThat(approved.text("/decision/by")).isEqualTo("key:bootstrap");

        await().atMost(PATIENCE).until(() -> get("/v1/purchase-orders/PO-9001").status() == 200);
        var order = get("/v1/purchase-orders/PO-9001");
        assertThat(order.json().at("/lines/0/ordered").decimalValue()).isEqualByComparingTo(new BigDecimal("12"));
        assertThat(order.text("/total/amount")).isEqualTo("18.00");
        assertThat(order.text("/proposal_id")).isEqualTo(id);
    }

    @Test
    void refusesWithAReasonAndOnlyOnce() {
        var id = propose("PO-9002");

        assertThat(post("/v1/proposals/%s/refuse".formatted(id), "{\"revision\": 1, \"why\": \" \"}")
                        .status())
                .isEqualTo(422);
        assertThat(post("/v1/proposals/%s/refuse".formatted(id), "{\"revision\": 1, \"why\": \"not now\"}")
                        .status())
                .isEqualTo(200);
        assertThat(post("/v1/proposals/%s/refuse".formatted(id), "{\"revision\": 1, \"why\": \"again\"}")
                        .text("/type"))
                .endsWith("already-decided");
        assertThat(get("/v1/proposals?state=decided").json().get("items")).isNotEmpty();
    }

    @Test
    void namesALineThatIsNotInTheOrder() {
        var id = propose("PO-9003");

        var refused = post("/v1/proposals/%s/change".formatted(id), """
                {"revision": 1, "lines": [{"sku": "TEAPOT", "quantity": 1}]}""");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/detail")).contains("sku:TEAPOT");
    }

    @Test
    void seesWhatWaitsAndWhy() {
        var id = propose("PO-9004");

        var waiting = get("/v1/proposals?location_id=high-street").json().get("items");

        assertThat(waiting.valueStream().map(item -> item.get("id").asString())).contains(id);
        assertThat(waiting.get(0).at("/evidence/0/label").asString()).isEqualTo("on hand");
        assertThat(get("/v1/proposals?location_id=elsewhere").json().get("items"))
                .isEmpty();
    }

    private String propose(String number) {
        var order = new OrderFromSupplier(
                new PurchaseOrderId(number),
                new SupplierId("ACME"),
                new LocationId("high-street"),
                List.of(line("V1", "MUG-RED", 24), line("V2", "MUG-BLUE", 6)),
                LocalDate.of(2026, 12, 1));
        var proposal = new Proposal(
                new SkillId("replenishment"),
                "order/ACME/" + number,
                new Proposal.Scope(new LocationId("high-street"), List.of(), new SupplierId("ACME")),
                order,
                "2 left, and the reorder point is 10.",
                List.of(new Evidence("MUG-RED", "on hand", "2", "stock book", Instant.now())),
                List.of(),
                List.of(),
                new Money(4500, POUND),
                80,
                null);
        return approvals
                .propose(proposal, new FrozenFacts(1, "{}"), new CorrelationId("c-" + number))
                .value();
    }

    private static OrderLine line(String variant, String sku, int quantity) {
        return new OrderLine(
                new VariantId(variant),
                new Sku(sku),
                "Mug",
                Quantity.each(quantity),
                new UnitCost(new BigDecimal("1.50"), POUND));
    }
}
