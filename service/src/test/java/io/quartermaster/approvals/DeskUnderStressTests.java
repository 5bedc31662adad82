package io.quartermaster.approvals;

import static io.quartermaster.approvals.DeskInATest.ADA_ADMIN;
import static io.quartermaster.approvals.DeskInATest.BEN_BUYER;
import static io.quartermaster.approvals.DeskInATest.MAX_MANAGER;
import static io.quartermaster.approvals.Proposals.FACTS;
import static io.quartermaster.approvals.Proposals.REPLENISHMENT;
import static io.quartermaster.approvals.Proposals.anOrder;
import static io.quartermaster.approvals.Proposals.line;
import static io.quartermaster.approvals.Proposals.withLines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import io.quartermaster.HandClock;
import io.quartermaster.journal.Appended;
import io.quartermaster.journal.Draft;
import io.quartermaster.journal.JournalInTrouble;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.DeskEvent.ProposalDecided;
import io.quartermaster.retail.DeskEvent.ProposalMade;
import io.quartermaster.retail.ProposalId;
import io.quartermaster.retail.PurchaseEvent.PurchaseOrderApproved;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/// Many people, many instances, a journal in trouble, a process that dies: one outcome.
class DeskUnderStressTests {

    private static final HikariDataSource DATABASE = DeskInATest.pool();
    private static final CorrelationId SALE = new CorrelationId("sale-1");

    private final HandClock clock = new HandClock();
    private final ToldJournal journal = new ToldJournal();

    @BeforeEach
    void begin() {
        DeskInATest.clear(DATABASE);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @RepeatedTest(5)
    void whoeverPressesAtOnceThereIsOneOutcome() throws Exception {
        var one = desk(journal, Duration.ZERO);
        var other = desk(journal, Duration.ZERO);
        var id = one.approvals.propose(anOrder().made(), FACTS, SALE);

        var outcomes = atOnce(List.of(
                () -> one.approvals.approve(id, 1, MAX_MANAGER, ""),
                () -> other.approvals.approve(id, 1, BEN_BUYER, ""),
                () -> one.approvals.refuse(id, 1, ADA_ADMIN, "no"),
                () -> other.approvals.refuse(id, 1, MAX_MANAGER, "no"),
                () -> one.approvals.change(
                        id, 1, withLines(anOrder().made().action(), line("PEN", 1, "2.5")), BEN_BUYER),
                () -> {
                    other.approvals.withdraw(REPLENISHMENT, anOrder().about(), "gone");
                    return null;
                }));

        one.look();
        assertThat(outcomes.stream().filter(DeskRefusal.class::isInstance)).hasSizeGreaterThanOrEqualTo(3);
        assertThat(outcomes.stream().filter(it -> it instanceof Exception && !(it instanceof DeskRefusal)))
                .isEmpty();
        var item = one.approvals.find(id).orElseThrow();
        assertThat(journal.all(ProposalDecided.class)).hasSize(item.state() == ProposalState.WAITING ? 0 : 1);
        var approved = item.state() == ProposalState.APPROVED;
        assertThat(journal.all(PurchaseOrderApproved.class)).hasSize(approved ? 1 : 0);
        assertThat(one.announced.size() + other.announced.size()).isEqualTo(approved ? 1 : 0);
    }

    @Test
    void manySkillsAtOnceMakeOneProposal() throws Exception {
        var desk = desk(journal, Duration.ZERO);
        var tasks = new ArrayList<Callable<Object>>();
        for (var i = 1; i <= 8; i++) {
            var units = i;
            tasks.add(() -> desk.approvals.propose(
                    anOrder().about("at once").of(line("PEN", units, "2")).made(), FACTS, SALE));
        }

        var ids = atOnce(tasks);

        assertThat(ids.stream().distinct()).hasSize(1);
        assertThat(desk.approvals
                        .find((ProposalId) ids.getFirst())
                        .orElseThrow()
                        .revision())
                .isEqualTo(8);
    }

    @Test
    void severalInstancesWatchAndEachThingHappensOnce() throws Exception {
        var desk = desk(journal, Duration.ZERO);
        for (var i = 0; i < 50; i++) {
            desk.approvals.propose(anOrder().about("expires " + i).made(), FACTS, SALE);
        }
        clock.pass(Duration.ofDays(8));

        var others = List.of(desk(journal, Duration.ZERO), desk(journal, Duration.ZERO), desk);
        atOnce(others.stream()
                .map(it -> (Callable<Object>) () -> {
                    it.look();
                    return null;
                })
                .toList());
        desk.look();

        assertThat(journal.all(ProposalDecided.class)).hasSize(50);
        assertThat(desk.approvals.recent(DeskFilter.ALL, 200).stream()
                        .filter(it -> it.proposal().about().startsWith("expires"))
                        .map(DeskItem::state))
                .hasSize(50)
                .containsOnly(ProposalState.EXPIRED);
    }

    @Test
    void aBusyJournalDoesNotUnsayADecision() {
        var trouble = new boolean[] {true};
        var busy = new ToldJournal() {
            @Override
            public List<Appended> append(List<Draft> drafts) {
                if (trouble[0]) {
                    throw JournalInTrouble.busy();
                }
                return super.append(drafts);
            }
        };
        var desk = desk(busy, Duration.ZERO);
        var id = desk.approvals.propose(anOrder().about("busy").made(), FACTS, SALE);

        assertThat(desk.approvals.approve(id, 1, MAX_MANAGER, "").state()).isEqualTo(ProposalState.APPROVED);
        assertThat(desk.announced).isEmpty(); // nothing is carried out that the journal does not know
        trouble[0] = false;
        desk.look();

        assertThat(busy.all(PurchaseOrderApproved.class)).hasSize(1);
        assertThat(desk.announced).containsExactly(id);
    }

    @Test
    void whatACrashLeftUntoldIsToldAtTheNextStart() {
        var dying = new ToldJournal() {
            @Override
            public List<Appended> append(List<Draft> drafts) {
                super.append(drafts);
                throw new OutOfMemoryError("the process dies after the append, before it is noted");
            }
        };
        var desk = desk(dying, Duration.ZERO);
        assertThat(catchThrowable(
                        () -> desk.approvals.propose(anOrder().about("dies").made(), FACTS, SALE)))
                .isInstanceOf(OutOfMemoryError.class);

        var next = desk(journal, Duration.ZERO);
        next.watch.begin();

        var open = next.approvals.open(REPLENISHMENT, "dies").orElseThrow();
        assertThat(journal.all(ProposalMade.class))
                .extracting(ProposalMade::proposal)
                .contains(open.id());
        assertThat(next.tidings.waiting()).isZero();
    }

    private DeskInATest desk(ToldJournal told, Duration undo) {
        return new DeskInATest(DATABASE, told, clock, DeskInATest.settings(undo));
    }

    /// What each of them gave, or threw.
    private static List<Object> atOnce(List<? extends Callable<Object>> tasks) throws InterruptedException {
        var start = new CountDownLatch(1);
        var futures = new ArrayList<Future<Object>>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var task : tasks) {
                futures.add(people.submit(() -> {
                    start.await();
                    try {
                        return task.call();
                    } catch (RuntimeException refusal) {
                        return refusal;
                    }
                }));
            }
            start.countDown();
        }
        return futures.stream().map(Future::resultNow).toList();
    }
}
