package io.quartermaster.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.access.NewPerson;
import io.quartermaster.access.OneTimeLinks;
import io.quartermaster.access.Role;
import io.quartermaster.approvals.DeskFilter;
import io.quartermaster.approvals.DeskItem;
import io.quartermaster.approvals.DeskRefusal;
import io.quartermaster.journal.JournalAudit;
import io.quartermaster.retail.SaleEvent.SaleRecorded;
import io.quartermaster.retail.UserId;
import io.quartermaster.sandbox.hooks.Faults;
import io.quartermaster.sandbox.mail.PurchaseOrderLetter;
import io.quartermaster.sandbox.web.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two instances of the service on one database: webhooks come to both, a robot at each desk says
/// yes to the same proposals at the same moment, and both close the same days.
class TwoInstancesTests {

    private static final long SEED = 20_260_401;
    private static final Instant START = Instant.parse("2026-04-06T00:00:00Z");
    private static final int DAYS = 35;
    private static final int ARTICLES = 8;
    private static final UserId ROBOT = new UserId("robot");

    @TempDir
    Path home;

    @Test
    void everythingHasOneEffect() throws Exception {
        try (var chain = new SimulatedChain(SEED, ARTICLES, START, Duration.ofDays(10));
                var relay = new Relay(chain.servicePort);
                var threads = Executors.newFixedThreadPool(2)) {
            var database = ServiceInATest.database();
            var folder = Files.createDirectory(home.resolve("house")); // with the key to the vault, which both need
            try (var first = ServiceInATest.start(relay.first, folder, database, chain.clock, settings(chain));
                    var second = ServiceInATest.start(relay.second, folder, database, chain.clock, settings(chain))) {
                var links = first.a(OneTimeLinks.class);
                var token = links.invite(Role.ADMIN, Set.of(), new UserId("test"));
                links.accept(token, NewPerson.of(ROBOT.value(), "Robot", "four words are better"));
                chain.open();
                chain.err(Faults.NONE.with(Json.object().put("duplicate", 0.3).put("seed", SEED)));
                var decided = new AtomicInteger();
                for (var day = 1; day <= DAYS; day++) {
                    chain.liveUntil(START.plus(Duration.ofDays(day)), Duration.ofHours(6));
                    chain.awaitDelivered();
                    List<DeskItem> waiting = first.approvals().waiting(DeskFilter.ALL, 100);
                    List<Callable<Integer>> robots =
                            List.of(() -> approve(first, waiting), () -> approve(second, waiting));
                    for (var answer : threads.invokeAll(robots)) {
                        decided.addAndGet(answer.get());
                    }
                }
                chain.clock.set(chain.clock.instant().plusSeconds(60));
                first.awaitDispatched();
                chain.awaitDelivered();
                first.awaitQuiet();
                second.awaitQuiet();
                judge(chain, first, second, decided.get());
            }
        }
    }

    private static Map<String, String> settings(SimulatedChain chain) {
        var settings = new HashMap<>(chain.connections());
        settings.put("quartermaster.intake.replay-window", "30d");
        settings.put("quartermaster.skills.interval", "100ms");
        settings.put("quartermaster.skills.poll", "100ms");
        settings.put("quartermaster.desk.watch", "200ms");
        settings.put("quartermaster.dispatch.poll", "200ms");
        return settings;
    }

    /// How many this robot decided: the other is at it too.
    private static int approve(ServiceInATest service, List<DeskItem> waiting) {
        var decided = 0;
        for (var item : waiting) {
            try {
                service.approvals().approve(item.id(), item.revision(), ROBOT, "yes");
                decided++;
            } catch (DeskRefusal refusal) {
                assertThat(refusal).isNotNull(); // the other was faster, or it has changed
            }
        }
        return decided;
    }

    private static void judge(SimulatedChain chain, ServiceInATest first, ServiceInATest second, int decided) {
        var database = JdbcClient.create(first.a(DataSource.class));
        System.out.printf("Two instances: %d yes, %d letters%n", decided, chain.mailbox.received());
        assertThat(decided).isPositive();
        assertThat(database.sql("SELECT id FROM approvals.proposal WHERE decisions > 1")
                        .query(String.class)
                        .list())
                .as("proposals decided twice")
                .isEmpty();
        assertThat(database.sql("SELECT proposal FROM dispatch.attempt GROUP BY proposal HAVING count(*) > 1")
                        .query(String.class)
                        .list())
                .as("proposals carried out twice")
                .isEmpty();
        var orders = chain.mailbox.letters().stream()
                .flatMap(letter -> PurchaseOrderLetter.in(letter).stream())
                .map(PurchaseOrderLetter::number)
                .toList();
        assertThat(orders).isNotEmpty().doesNotHaveDuplicates();
        var receipts = first.events().stream()
                .filter(SaleRecorded.class::isInstance)
                .map(sale ->
                        sale.origin().source() + ((SaleRecorded) sale).receipt().value())
                .distinct()
                .count();
        assertThat(receipts).isEqualTo(chain.retailer.receipts());
        for (var service : List.of(first, second)) {
            assertThat(service.stock().check().found()).isEmpty();
            assertThat(service.a(JournalAudit.class).verify()).isInstanceOf(JournalAudit.Intact.class);
        }
    }
}
