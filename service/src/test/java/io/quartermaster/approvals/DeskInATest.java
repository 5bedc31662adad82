package io.quartermaster.approvals;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quartermaster.TestDatabase;
import io.quartermaster.access.Role;
import io.quartermaster.journal.Journal;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.ProposalId;
import io.quartermaster.retail.UserId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/// A desk on a real database, wired by hand, with a few people who stand at it.
public final class DeskInATest {

    public static final UserId CLARA_CLERK = new UserId("clara");
    public static final UserId MAX_MANAGER = new UserId("max");
    public static final UserId MIA_MANAGER_ELSEWHERE = new UserId("mia");
    public static final UserId BEN_BUYER = new UserId("ben");
    public static final UserId ADA_ADMIN = new UserId("ada");

    public static final LocationId HIGH_STREET = new LocationId("high-street");

    private static final Map<UserId, Approver> STAFF = Map.of(
            CLARA_CLERK, new Approver(CLARA_CLERK, Role.CLERK, Set.of(HIGH_STREET)),
            MAX_MANAGER, new Approver(MAX_MANAGER, Role.MANAGER, Set.of(HIGH_STREET)),
            MIA_MANAGER_ELSEWHERE, new Approver(MIA_MANAGER_ELSEWHERE, Role.MANAGER, Set.of(new LocationId("harbour"))),
            BEN_BUYER, new Approver(BEN_BUYER, Role.BUYER, Set.of()),
            ADA_ADMIN, new Approver(ADA_ADMIN, Role.ADMIN, Set.of()));

    public final Approvals approvals;
    public final ApprovalPolicy policy;
    public final List<ProposalId> announced = new CopyOnWriteArrayList<>();
    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Consumer<ProposalId> hears = _ -> {};
    final DeskWatch watch;
    final Tidings tidings;

    DeskInATest(DataSource database, Journal journal, Clock clock) {
        this(database, journal, clock, settings(Duration.ZERO));
    }

    DeskInATest(DataSource database, Journal journal, Clock clock, DeskSettings settings) {
        this(database, new JdbcTransactionManager(database), journal, clock, settings);
    }

    DeskInATest(
            DataSource database,
            PlatformTransactionManager transactions,
            Journal journal,
            Clock clock,
            DeskSettings settings) {
        var jdbc = JdbcClient.create(database);
        var store = new ProposalStore(jdbc);
        var revisions = new RevisionStore(jdbc);
        var listing = new DeskListing(jdbc);
        tidings = new Tidings(jdbc, journal, this::heard, transactions);
        var signing = new Signing(user -> Optional.ofNullable(STAFF.get(user)), settings);
        policy = new ApprovalPolicy(new PolicyStore(jdbc), signing, tidings, settings, clock, transactions);
        var metrics = new DeskMetrics(meters, listing, tidings);
        var decisions = new Decisions(store, revisions, tidings, metrics, settings, clock, this::heard);
        var suggestions = new Suggestions(store, revisions, policy, decisions, tidings, settings, clock);
        var desk = new Desk(store, revisions, listing, policy);
        approvals = new Approvals(suggestions, decisions, desk, signing, tidings, transactions);
        watch = new DeskWatch(store, decisions, tidings, settings, clock, transactions);
    }

    /// One whose transactions and journal may be made to fail, for other rooms' tests.
    public static DeskInATest with(
            DataSource database, PlatformTransactionManager transactions, Journal journal, Clock clock) {
        return new DeskInATest(database, transactions, journal, clock, settings(Duration.ZERO));
    }

    /// A database whose connections are pooled: a test of thousands of steps opens few.
    public static HikariDataSource pool() {
        var access = TestDatabase.freshAccess();
        var pool = new HikariConfig();
        pool.setJdbcUrl(access.url());
        pool.setUsername(access.user());
        pool.setPassword(access.password());
        pool.setMaximumPoolSize(8);
        return new HikariDataSource(pool);
    }

    /// Leaves nothing on the desk.
    public static void clear(DataSource database) {
        JdbcClient.create(database).sql("""
                        truncate approvals.proposal, approvals.revision, approvals.step, approvals.tiding,
                            approvals.phase_rule, approvals.role_limit, approvals.workflow, approvals.loop_override,
                            dispatch.job, dispatch.attempt
                        """).update();
    }

    /// One round of the desk's watch.
    public void look() {
        watch.look();
    }

    static DeskSettings settings(Duration undo) {
        return new DeskSettings(
                Duration.ofDays(7),
                Duration.ofHours(8),
                undo,
                90,
                new BigDecimal("500"),
                new DeskSettings.Limits(BigDecimal.ZERO, new BigDecimal("1000"), new BigDecimal("25000")),
                Duration.ofSeconds(1),
                2);
    }

    /// Hears of approvals as they happen, in the same transaction.
    public void onApproved(Consumer<ProposalId> listener) {
        hears = listener;
    }

    private void heard(Object event) {
        if (event instanceof ProposalApproved(ProposalId proposal)) {
            announced.add(proposal);
            hears.accept(proposal);
        }
    }
}
