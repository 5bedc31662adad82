package io.quartermaster.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.access.Access;
import io.quartermaster.access.Role;
import io.quartermaster.approvals.Approvals;
import io.quartermaster.approvals.ProposalState;
import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.catalog.Location;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.ProposalId;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.RetailAction.OrderFromSupplier;
import io.quartermaster.retail.RetailAction.OrderLine;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Should I say yes? What the page shows, to whom, and what a click does.
class ProposalPageTests extends WholeHouse {

    private static final LocationId HARBOUR = new LocationId("harbour");
    private static final LocationId HILL = new LocationId("hill");

    @Autowired
    private Approvals approvals;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Clock clock;

    @BeforeEach
    void twoShops() {
        shop(HARBOUR, "Harbour Shop");
        shop(HILL, "Hill Shop");
    }

    @Test
    void showsTheActionItsReasonAndItsFigures() throws Exception {
        var id = proposed(24);

        var page = somebody(Role.MANAGER, HARBOUR).get("/proposals/" + id);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "Order 24 Blue &lt;Mug&gt; from acme for Harbour Shop",
                        "3 left, and 5 sell a day",
                        "stock book")
                .contains("name=\"quantity.VMUG\"")
                .doesNotContain("Blue <Mug>");
    }

    @Test
    void isNotThereForAnotherShop() throws Exception {
        var id = proposed(24);
        var stranger = somebody(Role.MANAGER, HILL);

        assertThat(stranger.get("/proposals/" + id).statusCode()).isEqualTo(404);
        assertThat(stranger.get("/").body()).doesNotContain(id.value());
        assertThat(stranger.post("/more", "/proposals/" + id + "/approve", Map.of("revision", "1"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(state(id)).isEqualTo(ProposalState.WAITING);
    }

    @Test
    void aClerkSeesItAndCannotApproveIt() throws Exception {
        var id = proposed(24);
        var clerk = somebody(Role.CLERK, HARBOUR);

        var page = clerk.get("/proposals/" + id);
        var answer = clerk.post("/more", "/proposals/" + id + "/approve", Map.of("revision", "1"));

        assertThat(page.body()).contains("Blue &lt;Mug&gt;").doesNotContain("id=\"decision\"");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(state(id)).isEqualTo(ProposalState.WAITING);
    }

    @Test
    void aManagerApprovesFromToday() throws Exception {
        var id = proposed(24);
        var manager = somebody(Role.MANAGER, HARBOUR);
        assertThat(manager.get("/").body()).contains("/proposals/" + id + "/approve");

        var answer = manager.post("/", "/proposals/" + id + "/approve", Map.of("revision", "1", "from", "today"));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(state(id)).isEqualTo(ProposalState.APPROVED);
        assertThat(manager.get("/?decided=" + id).body()).contains("What you just decided", "Undo");
    }

    @Test
    void tellsOfRenewedSuggestionsOnce() throws Exception {
        var story = UUID.randomUUID().toString();
        var id = MugOrder.laid(approvals, clock.instant(), HARBOUR, 24, story);
        for (var quantity : new int[] {36, 48, 60}) {
            MugOrder.laid(approvals, clock.instant(), HARBOUR, quantity, story);
        }

        var page = somebody(Role.MANAGER, HARBOUR).get("/proposals/" + id).body();

        assertThat(page).contains("Suggested anew, 3 times").containsOnlyOnce("Suggested anew");
    }

    @Test
    void takesTheQuantityThatAPersonTyped() throws Exception {
        var id = proposed(24);

        somebody(Role.MANAGER, HARBOUR)
                .post(
                        "/proposals/" + id,
                        "/proposals/" + id + "/approve",
                        Map.of("revision", "1", "quantity.VMUG", "36"));

        var order =
                (OrderFromSupplier) approvals.find(id).orElseThrow().proposal().action();
        assertThat(order.lines()).extracting(OrderLine::quantity).containsExactly(Quantity.each(36));
        assertThat(state(id)).isEqualTo(ProposalState.APPROVED);
    }

    @Test
    void refusesWithAReasonOnly() throws Exception {
        var id = proposed(24);
        var manager = somebody(Role.MANAGER, HARBOUR);

        manager.post("/proposals/" + id, "/proposals/" + id + "/refuse", Map.of("revision", "1", "why", " "));
        assertThat(state(id)).isEqualTo(ProposalState.WAITING);

        manager.post("/proposals/" + id, "/proposals/" + id + "/refuse", Map.of("revision", "1", "why", "Enough"));
        assertThat(state(id)).isEqualTo(ProposalState.REFUSED);
    }

    @Test
    void anOldRevisionIsNotApproved() throws Exception {
        var id = proposed(24);
        var manager = somebody(Role.MANAGER, HARBOUR);
        manager.post(
                "/proposals/" + id, "/proposals/" + id + "/change", Map.of("revision", "1", "quantity.VMUG", "12"));

        var answer = manager.post("/proposals/" + id, "/proposals/" + id + "/approve", Map.of("revision", "1"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("look again");
        assertThat(state(id)).isEqualTo(ProposalState.WAITING);
    }

    private ProposalState state(ProposalId id) {
        return approvals.find(id).orElseThrow().state();
    }

    private void shop(LocationId id, String name) {
        catalog.saveLocation(
                new Location(id, name, ZoneId.of("Europe/London"), LocalTime.MIDNIGHT, null), Access.SYSTEM);
    }

    private ProposalId proposed(long quantity) {
        return MugOrder.laid(approvals, clock.instant(), HARBOUR, quantity);
    }
}
