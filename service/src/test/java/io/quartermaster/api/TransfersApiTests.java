package io.quartermaster.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quartermaster.journal.Draft;
import io.quartermaster.journal.Journal;
import io.quartermaster.retail.ConnectionId;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Origin;
import io.quartermaster.retail.ProposalId;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.RetailAction.TransferLine;
import io.quartermaster.retail.Sku;
import io.quartermaster.retail.TransferEvent.TransferApproved;
import io.quartermaster.retail.TransferId;
import io.quartermaster.retail.UserId;
import io.quartermaster.retail.VariantId;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A program at the dock says that a transfer came in.
class TransfersApiTests extends ApiInATest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private Journal journal;

    @Test
    void aTransferComesInOnceHoweverOftenItIsTold() {
        approved("TR-1");
        var told = "{\"received_at\": \"%s\"}".formatted(Instant.now().minusSeconds(1));
        var first = receive("TR-1", told, "key-1");
        var again = receive("TR-1", told, "key-1");

        assertThat(first.status()).as(first.json().toString()).isEqualTo(200);
        assertThat(first.text("/state")).isEqualTo("RECEIVED");
        assertThat(again.raw().body()).isEqualTo(first.raw().body());
        await().atMost(PATIENCE)
                .until(() -> get("/v1/transfers/TR-1").text("/state").equals("RECEIVED"));
        var late = post("/v1/transfers/TR-1/cancelled", "{\"why\": \"no van\"}");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("/type")).endsWith("already-closed");
    }

    @Test
    void aTransferIsCalledOffWithAReason() {
        approved("TR-2");

        assertThat(post("/v1/transfers/TR-2/cancelled", "{}").status()).isEqualTo(400);
        assertThat(post("/v1/transfers/TR-2/cancelled", "{\"why\": \" \"}").text("/detail"))
                .contains("why");
        assertThat(post("/v1/transfers/TR-2/cancelled", "{\"why\": \"no van\"}").text("/state"))
                .isEqualTo("CANCELLED");
        await().atMost(PATIENCE)
                .until(() -> get("/v1/transfers/TR-2").text("/state").equals("CANCELLED"));
    }

    @Test
    void nothingComesInFromTheFutureOrForAnUnknownTransfer() {
        approved("TR-3");

        var future = post("/v1/transfers/TR-3/received", "{\"received_at\": \"2199-01-01T00:00:00Z\"}");
        assertThat(future.status()).isEqualTo(400);
        assertThat(future.text("/detail")).contains("received_at");
        assertThat(post("/v1/transfers/TR-0/received", "{}").status()).isEqualTo(404);
    }

    private Answer receive(String transfer, String body, String key) {
        return send(request("/v1/transfers/%s/received".formatted(transfer))
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    private void approved(String transfer) {
        var line = new TransferLine(new VariantId("V1"), new Sku("MUG-RED"), "Mug", Quantity.each(6));
        var event = new TransferApproved(
                new Origin(new ConnectionId("desk"), transfer, Instant.now().minusSeconds(60)),
                new TransferId(transfer),
                new ProposalId("P-" + transfer),
                new LocationId("warehouse"),
                new LocationId("high-street"),
                List.of(line),
                LocalDate.of(2026, 12, 1),
                new UserId("ann"));
        journal.append(List.of(new Draft(new CorrelationId("C-" + transfer), event)));
        await().atMost(PATIENCE).until(() -> get("/v1/transfers/" + transfer).status() == 200);
    }
}
