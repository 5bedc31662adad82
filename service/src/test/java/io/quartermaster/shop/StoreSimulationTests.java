package io.quartermaster.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.access.NewPerson;
import io.quartermaster.access.OneTimeLinks;
import io.quartermaster.access.Role;
import io.quartermaster.approvals.DeskFilter;
import io.quartermaster.approvals.DeskRefusal;
import io.quartermaster.journal.FollowerState;
import io.quartermaster.journal.FollowerStates;
import io.quartermaster.journal.JournalAudit;
import io.quartermaster.retail.UserId;
import io.quartermaster.sandbox.hooks.Faults;
import io.quartermaster.sandbox.mail.PurchaseOrderLetter;
import io.quartermaster.sandbox.web.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The shop: ninety days of a chain that sells through both stand-in platforms, whose webhooks
/// come doubled, late, out of order or not at all, and whose APIs fail now and then. A robot at
/// the desk says yes to most proposals, no to some, and nothing to the rest.
///
/// `-Dquartermaster.simulation.days` and `-Dquartermaster.simulation.articles` make it longer and
/// larger, `-Dquartermaster.simulation.seed` lives another life.
class StoreSimulationTests {

    private static final long SEED = Long.getLong("quartermaster.simulation.seed", 20_260_815);
    private static final int DAYS = Integer.getInteger("quartermaster.simulation.days", 90);
    private static final int ARTICLES = Integer.getInteger("quartermaster.simulation.articles", 10);
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z"); // the clocks change on the way
    private static final Duration OLD_BUYER_STAYS = Duration.ofDays(21);
    private static final Duration STEP = Duration.ofHours(6);
    private static final int DAYS_BETWEEN_BREATHS = 3;
    private static final UserId ROBOT = new UserId("robot");

    private final Map<String, Boolean> leftAlone = new HashMap<>();
    private int seen;
    private final ConcurrentLinkedQueue<OnHand.Departure> departures = new ConcurrentLinkedQueue<>();

    @TempDir
    Path home;

    @Test
    void ninetyDaysOfTroubleLeaveTheBooksRight() throws Exception {
        System.out.printf(
                "The simulation's seed is %d (-Dquartermaster.simulation.seed), %d days, %d articles.%n",
                SEED, DAYS, ARTICLES);
        try (var chain = new SimulatedChain(SEED, ARTICLES, START, OLD_BUYER_STAYS);
                var service = ServiceInATest.start(
                        chain.servicePort,
                        Files.createDirectory(home.resolve("service")),
                        ServiceInATest.database(),
                        chain.clock,
                        settings(chain))) {
            hire(service);
            chain.platforms.shopify().watchedBy((place, sku, change) -> {
                chain.retailer.ledger().adjusted(place, sku, change);
                if (change < 0) {
                    departures.add(new OnHand.Departure(place, sku, -change));
                }
            });
            chain.open();
            live(chain, service);
            settle(chain, service);
            judge(chain, service);
        } catch (Exception | AssertionError fault) {
            System.out.printf("The simulation failed with the seed %d.%n", SEED);
            throw fault;
        }
    }

    private static Map<String, String> settings(SimulatedChain chain) {
        var settings = new HashMap<>(chain.connections());
        settings.put("quartermaster.reconcile.every", "5s");
        settings.put("quartermaster.reconcile.settle", "0s");
        settings.put("quartermaster.reconcile.look-back", "30d");
        settings.put("quartermaster.intake.replay-window", "30d");
        settings.put("quartermaster.skills.interval", "100ms");
        settings.put("quartermaster.skills.poll", "100ms");
        settings.put("quartermaster.desk.watch", "200ms");
        settings.put("quartermaster.desk.expiry", "6d");
        settings.put("quartermaster.dispatch.first-delay", "1s");
        settings.put("quartermaster.dispatch.poll", "200ms");
        return settings;
    }

    private static Faults trouble() {
        return Faults.NONE.with(Json.object()
                .put("seed", SEED)
                .put("duplicate", 0.05)
                .put("delay", 0.05)
                .put("delay_max_ms", 800)
                .put("reorder", 0.05)
                .put("drop", 0.03)
                .put("too_many", 0.03)
                .put("retry_after_s", 1)
                .put("broken", 0.03)
                .put("hang", 0.02)
                .put("hang_ms", 300));
    }

    private static void hire(ServiceInATest service) {
        var links = service.a(OneTimeLinks.class);
        var token = links.invite(Role.ADMIN, Set.of(), new UserId("test"));
        links.accept(token, NewPerson.of(ROBOT.value(), "Robot", "four words are better"));
    }

    private void live(SimulatedChain chain, ServiceInATest service) throws InterruptedException {
        chain.err(trouble());
        for (var day = 1; day <= DAYS; day++) {
            chain.liveUntil(START.plus(Duration.ofDays(day)), STEP);
            decide(service);
            if (day % DAYS_BETWEEN_BREATHS == 0) {
                chain.awaitDelivered();
                service.awaitRead();
            }
        }
    }

    private void decide(ServiceInATest service) {
        for (var item : service.approvals().waiting(DeskFilter.ALL, 200)) {
            var id = item.id();
            if (leftAlone.containsKey(id.value())) {
                continue;
            }
            var turn = seen++ % 5;
            try {
                if (turn < 3) {
                    service.approvals().approve(id, item.revision(), ROBOT, "the robot says yes");
                } else if (turn == 3) {
                    service.approvals().refuse(id, item.revision(), ROBOT, "the robot says no");
                } else {
                    leftAlone.put(id.value(), true);
                }
            } catch (DeskRefusal refusal) {
                leftAlone.put(id.value(), false); // it changed while the robot looked: tomorrow's is another
            }
        }
    }

    /// The trouble ends, all messages arrive, and the platforms are asked once more what changed.
    private static void settle(SimulatedChain chain, ServiceInATest service) throws InterruptedException {
        chain.err(Faults.NONE);
        chain.awaitDelivered();
        chain.clock.set(chain.clock.instant().plusSeconds(60));
        service.awaitQuiet();
        service.awaitDispatched();
        service.reconcile();
        service.awaitDispatched();
        service.awaitQuiet();
    }

    private void judge(SimulatedChain chain, ServiceInATest service) {
        var counts = chain.postman.counts();
        var database = JdbcClient.create(service.a(DataSource.class));
        var states = states(database);
        System.out.printf(
                "Receipts %d, webhooks %d (%d lost, %d twice), holes %d, letters %d, transfers %d, proposals %s%n",
                chain.retailer.receipts(),
                counts.made(),
                counts.dropped(),
                counts.doubled(),
                service.intake().status().holes(),
                chain.mailbox.received(),
                departures.size(),
                states);
        assertThat(service.stock().check().found())
                .as("positions that are not the sum of their movements")
                .isEmpty();
        assertThat(OnHand.here(chain, service))
                .as("on hand, ours and the platforms'")
                .isEqualTo(OnHand.there(chain));
        assertThat(service.a(JournalAudit.class).verify()).isInstanceOf(JournalAudit.Intact.class);
        assertThat(service.a(FollowerStates.class).all())
                .allMatch(state -> state.lag() == 0 && state.status() != FollowerState.Status.STOPPED);
        assertThat(service.intake().status().quarantined())
                .as("messages not understood")
                .isZero();
        assertThat(counts.dropped()).isPositive();
        assertThat(service.intake().status().holes()).isPositive();
        nothingWasDoneTwice(chain, service, database);
        everyProposalCameToAnEnd(database, states, chain.clock.instant());
    }

    private void nothingWasDoneTwice(SimulatedChain chain, ServiceInATest service, JdbcClient database) {
        var orders = chain.mailbox.letters().stream()
                .flatMap(letter -> PurchaseOrderLetter.in(letter).stream())
                .map(PurchaseOrderLetter::number)
                .toList();
        assertThat(orders)
                .as("purchase orders in the suppliers' mailbox")
                .isNotEmpty()
                .doesNotHaveDuplicates();
        assertThat(database.sql("""
                        SELECT proposal FROM dispatch.attempt WHERE ended = 'DONE'
                         GROUP BY proposal HAVING count(*) > 1""").query(String.class).list())
                .as("proposals carried out twice")
                .isEmpty();
        var approved = OnHand.transfers(service);
        assertThat(new ArrayList<>(departures))
                .as("goods that left for a transfer")
                .isSubsetOf(approved);
        assertThat(departures.size()).isLessThanOrEqualTo(approved.size());
    }

    private static Map<String, Long> states(JdbcClient database) {
        var states = new TreeMap<String, Long>();
        database.sql("SELECT state, count(*) FROM approvals.proposal GROUP BY state")
                .query(row -> {
                    states.put(row.getString(1), row.getLong(2));
                });
        return states;
    }

    /// It is done, or somebody ended it, or it is open for a reason that a person can read.
    private static void everyProposalCameToAnEnd(JdbcClient database, Map<String, Long> states, Instant now) {
        assertThat(states).containsKeys("DONE", "REFUSED");
        List<String> adrift = database.sql("""
                        SELECT p.id || ' ' || p.state || ' ' || p.about FROM approvals.proposal p
                          LEFT JOIN dispatch.job j ON j.proposal = p.id
                         WHERE CASE p.state
                               WHEN 'WAITING' THEN p.expires_at < ?
                               WHEN 'APPROVED' THEN p.released_at IS NULL OR j.state IS NULL
                                                 OR (j.state NOT IN ('WAITING', 'IN_FLIGHT') AND j.outcome = '')
                               WHEN 'CAME_BACK' THEN p.outcome = ''
                               ELSE false END""")
                .param(java.time.OffsetDateTime.ofInstant(now, java.time.ZoneOffset.UTC))
                .query(String.class)
                .list();
        assertThat(adrift)
                .as("proposals that neither ended nor are open for a reason")
                .isEmpty();
    }
}
