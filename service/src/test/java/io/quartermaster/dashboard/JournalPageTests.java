package io.quartermaster.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.access.Access;
import io.quartermaster.access.Role;
import io.quartermaster.approvals.Approvals;
import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.catalog.Location;
import io.quartermaster.retail.LocationId;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What exactly happened, and who may read it.
class JournalPageTests extends WholeHouse {

    private static final LocationId HARBOUR = new LocationId("harbour");
    private static final LocationId HILL = new LocationId("hill");

    private final String story = UUID.randomUUID().toString();

    @Autowired
    private Approvals approvals;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Clock clock;

    @BeforeEach
    void anOrderForTheHarbour() {
        catalog.saveLocation(
                new Location(HARBOUR, "Harbour Shop", ZoneId.of("Europe/London"), LocalTime.MIDNIGHT, null),
                Access.SYSTEM);
        laid(24);
    }

    @Test
    void whoWorksInOneShopReadsWhatHappenedThere() throws Exception {
        var here = somebody(Role.MANAGER, HARBOUR);
        var elsewhere = somebody(Role.MANAGER, HILL);

        assertThat(here.get("/journal?story=" + story).statusCode()).isEqualTo(200);
        assertThat(here.get("/journal").body()).contains("Blue &lt;Mug&gt;");
        assertThat(elsewhere.get("/journal?story=" + story).statusCode()).isEqualTo(404);
        assertThat(elsewhere.get("/journal").body()).doesNotContain("Blue &lt;Mug&gt;");
    }

    @Test
    void whatHappensInTheHouseIsForThoseWhoWorkEverywhere() throws Exception {
        var here = somebody(Role.MANAGER, HARBOUR);

        assertThat(somebody(Role.ADMIN).get("/journal").body()).contains("signed in");
        assertThat(here.get("/journal").body()).doesNotContain("signed in");
    }

    @Test
    void aSuggestionAndItsRenewalsAreOneStepUnlessEachIsAskedFor() throws Exception {
        laid(36);
        laid(48);
        var buyer = somebody(Role.BUYER);

        var folded = buyer.get("/journal?story=" + story).body();
        assertThat(folded).contains("1 step,", "Suggested anew 2 times", "every suggestion by itself");
        var every = buyer.get("/journal?story=%s&every=true".formatted(story)).body();
        assertThat(every).contains("3 steps,", "Order 36 Blue").doesNotContain("Suggested anew");
    }

    @Test
    void whatWasNotUnderstoodIsForManagersWhoWorkEverywhere() throws Exception {
        assertThat(somebody(Role.MANAGER).get("/quarantine").statusCode()).isEqualTo(200);
        assertThat(somebody(Role.MANAGER, HARBOUR).get("/quarantine").statusCode())
                .isEqualTo(404);
        var clerk = somebody(Role.CLERK);
        assertThat(clerk.get("/quarantine").statusCode()).isEqualTo(404);
        assertThat(clerk.get("/").body()).doesNotContain("href=\"/quarantine\"");
    }

    private void laid(long quantity) {
        MugOrder.laid(approvals, clock.instant(), HARBOUR, quantity, story);
    }
}
