package io.quartermaster.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quartermaster.access.Role;
import io.quartermaster.books.purchasing.Purchasing;
import io.quartermaster.books.purchasing.Transfer;
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
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Who stands where the goods come in ends the transfer; who sent them only looks.
class TransferPageTests extends WholeHouse {

    private static final LocationId HARBOUR = new LocationId("harbour");
    private static final LocationId HILL = new LocationId("hill");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private Journal journal;

    @Autowired
    private Purchasing purchasing;

    @Autowired
    private Clock clock;

    @Test
    void aClerkAtTheDestinationTakesItInWithOneTap() throws Exception {
        var id = approved("TR-71");
        var clerk = somebody(Role.CLERK, HILL);

        assertThat(clerk.get("/receive").body()).contains("/transfer?id=TR-71");
        assertThat(clerk.get("/transfer?id=TR-71").body()).contains("All of it is here", "MUG-RED", "on its way");
        var answer = tap(clerk, "received", Map.of("id", "TR-71"));
        tap(clerk, "received", Map.of("id", "TR-71")); // a double tap

        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(it -> assertThat(it).endsWith("/receive?received=TR-71"));
        awaitState(id, Transfer.State.RECEIVED);
        assertThat(clerk.get("/transfer?id=TR-71").body()).contains("received").doesNotContain("All of it is here");
        assertThat(clerk.get("/receive").body()).doesNotContain("/transfer?id=TR-71");
    }

    @Test
    void whoSendsItLooksAndCannotSayThatItCame() throws Exception {
        var id = approved("TR-72");
        var sender = somebody(Role.MANAGER, HARBOUR);

        assertThat(sender.get("/transfer?id=TR-72").body()).contains("MUG-RED").doesNotContain("All of it is here");
        assertThat(tap(sender, "received", Map.of("id", "TR-72")).statusCode()).isEqualTo(404);
        assertThat(somebody(Role.MANAGER, new LocationId("elsewhere"))
                        .get("/transfer?id=TR-72")
                        .statusCode())
                .isEqualTo(404);
        assertThat(state(id)).isEqualTo(Transfer.State.APPROVED);
    }

    @Test
    void itIsCalledOffWithAReason() throws Exception {
        var id = approved("TR-73");
        var clerk = somebody(Role.CLERK, HILL);

        var without = tap(clerk, "called-off", Map.of("id", "TR-73", "why", " "));
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("why it is called off");

        tap(clerk, "called-off", Map.of("id", "TR-73", "why", "the van broke down"));
        awaitState(id, Transfer.State.CANCELLED);
    }

    private static java.net.http.HttpResponse<String> tap(Browser browser, String what, Map<String, String> fields)
            throws Exception {
        return browser.post("/more", "/transfer/" + what, fields);
    }

    private void awaitState(TransferId id, Transfer.State state) {
        await().atMost(PATIENCE).until(() -> state(id) == state);
    }

    private Transfer.State state(TransferId id) {
        return purchasing.transfer(id).orElseThrow().state();
    }

    private TransferId approved(String number) {
        var id = new TransferId(number);
        var line = new TransferLine(new VariantId("V1"), new Sku("MUG-RED"), "Mug", Quantity.each(6));
        var event = new TransferApproved(
                new Origin(new ConnectionId("desk"), number, clock.instant()),
                id,
                new ProposalId("P-" + number),
                HARBOUR,
                HILL,
                List.of(line),
                LocalDate.of(2026, 12, 1),
                new UserId("ann"));
        journal.append(List.of(new Draft(new CorrelationId("C-" + number), event)));
        await().atMost(PATIENCE).until(() -> purchasing.transfer(id).isPresent());
        return id;
    }
}
