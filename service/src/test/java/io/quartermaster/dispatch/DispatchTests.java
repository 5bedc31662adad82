package io.quartermaster.dispatch;

import static io.quartermaster.approvals.DeskInATest.ADA_ADMIN;
import static io.quartermaster.approvals.DeskInATest.MIA_MANAGER_ELSEWHERE;
import static io.quartermaster.approvals.Proposals.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.quartermaster.approvals.DeskInATest;
import io.quartermaster.approvals.DeskRefusal;
import io.quartermaster.approvals.ProposalState;
import io.quartermaster.approvals.Proposals;
import io.quartermaster.approvals.ToldJournal;
import io.quartermaster.connectors.Outcome;
import io.quartermaster.connectors.Outcome.Call;
import io.quartermaster.connectors.Outcome.Refused;
import io.quartermaster.connectors.Outcome.TryLater;
import io.quartermaster.connectors.Outcome.Uncertain;
import io.quartermaster.retail.ConnectionId;
import io.quartermaster.retail.DeskEvent.ActionAttempted;
import io.quartermaster.retail.DeskEvent.AttemptEnd;
import io.quartermaster.retail.ProposalId;
import io.quartermaster.retail.PurchaseEvent.PurchaseOrderSent;
import io.quartermaster.retail.TransferEvent.TransferBooked;
import io.quartermaster.retail.TransferId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What becomes of a yes.
class DispatchTests {

    private static final HikariDataSource DATABASE = DeskInATest.pool();

    private final ToldJournal journal = new ToldJournal();

    @BeforeEach
    void begin() {
        DeskInATest.clear(DATABASE);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void anApprovedOrderLeavesOnceAndTheJournalKnows() throws Exception {
        var post = StandIn.post();
        var room = room(post, 10);
        var id = room.approved(anOrder().made());
        room.jobs.add(id);

        room.run();

        assertThat(post.effects(id)).isEqualTo(1);
        assertThat(room.state(id)).isEqualTo(JobState.DONE);
        assertThat(room.desk.approvals.find(id).orElseThrow().state()).isEqualTo(ProposalState.DONE);
        assertThat(journal.all(PurchaseOrderSent.class))
                .singleElement()
                .satisfies(it -> assertThat(it.reference()).isEqualTo("ref"));
        assertThat(journal.all(ActionAttempted.class))
                .singleElement()
                .satisfies(it -> assertThat(it.end()).isEqualTo(AttemptEnd.DONE))
                .satisfies(it -> assertThat(it.call()).isEqualTo("asked"))
                .satisfies(it -> assertThat(it.answer()).isEqualTo("did it"));
    }

    @Test
    void aRefusalComesBackToTheDeskWithItsReason() throws Exception {
        var room = room(StandIn.post().answering(_ -> new Refused("no such address", Call.NONE)), 10);
        var id = room.approved(anOrder().made());

        room.run();

        var item = room.desk.approvals.find(id).orElseThrow();
        assertThat(item.state()).isEqualTo(ProposalState.CAME_BACK);
        assertThat(item.outcome()).isEqualTo("no such address");
        assertThat(room.dispatch.stuck(10)).extracting(DispatchJob::proposal).containsExactly(id);
        assertThat(journal.all(PurchaseOrderSent.class)).isEmpty();
    }

    @Test
    void aFarSideThatIsBusyIsAskedAgainWithinBounds() throws Exception {
        var post = StandIn.post().answering(call -> call < 4 ? later() : new Outcome.Done("at last", Call.NONE));
        var room = room(post, 10);
        var id = room.approved(anOrder().made());

        room.run();

        assertThat(room.state(id)).isEqualTo(JobState.DONE);
        assertThat(room.dispatch.attempts(id, 10))
                .extracting(Attempt::end)
                .containsExactly(AttemptEnd.DONE, AttemptEnd.TRY_LATER, AttemptEnd.TRY_LATER, AttemptEnd.TRY_LATER);
    }

    @Test
    void afterTheLastTryAPersonSeesItAndCanHaveItTriedAgain() throws Exception {
        var post = StandIn.post().answering(call -> call <= 3 ? later() : new Outcome.Done("ref", Call.NONE));
        var room = room(post, 3);
        var id = room.approved(anOrder().made());

        room.run();
        assertThat(post.calls()).isEqualTo(3);
        assertThat(room.state(id)).isEqualTo(JobState.GIVEN_UP);
        assertThat(room.dispatch.attempts(id, 1)).extracting(Attempt::end).containsExactly(AttemptEnd.GIVEN_UP);
        assertThat(room.meters.get("quartermaster.dispatch.stuck").gauge().value())
                .isEqualTo(1);
        assertThatThrownBy(() -> room.dispatch.sendAgain(id, MIA_MANAGER_ELSEWHERE))
                .isInstanceOf(DeskRefusal.NotYours.class);

        room.dispatch.sendAgain(id, ADA_ADMIN);
        room.run();
        assertThat(room.state(id)).isEqualTo(JobState.DONE);
        assertThatThrownBy(() -> room.dispatch.sendAgain(id, ADA_ADMIN)).isInstanceOf(StandsNotStill.class);
    }

    @Test
    void aFarSideThatAsksForTimeGetsIt() throws Exception {
        var post = StandIn.post().answering(_ -> new TryLater(Duration.ofHours(1), "limit reached", Call.NONE));
        var room = room(post, 10);
        room.approved(anOrder().made());

        room.run();

        assertThat(post.calls()).isEqualTo(1);
    }

    @Test
    void aMailThatMayHaveArrivedIsNotSentAgainByItself() throws Exception {
        var post = StandIn.post().answering(_ -> new Uncertain("the line broke", Call.NONE));
        var room = room(post, 10);
        var id = room.approved(anOrder().made());

        room.run();
        assertThat(post.calls()).isEqualTo(1);
        assertThat(room.state(id)).isEqualTo(JobState.UNCERTAIN);
        room.dispatch.arrived(id, ADA_ADMIN);

        assertThat(room.state(id)).isEqualTo(JobState.DONE);
        assertThat(room.desk.approvals.find(id).orElseThrow().state()).isEqualTo(ProposalState.DONE);
        assertThat(journal.all(PurchaseOrderSent.class)).hasSize(1);
        assertThat(journal.all(ActionAttempted.class))
                .extracting(ActionAttempted::end)
                .containsExactly(AttemptEnd.UNCERTAIN, AttemptEnd.DONE);
    }

    @Test
    void aPlatformThatRecognisesRepeatsIsAskedAgain() throws Exception {
        var shop = StandIn.shop()
                .answering(call ->
                        call == 1 ? new Uncertain("the line broke", Call.NONE) : new Outcome.Done("ref", Call.NONE));
        var room = room(shop, 10);
        var id = room.approved(anOrder().made());

        room.run();

        assertThat(room.state(id)).isEqualTo(JobState.DONE);
    }

    @Test
    void aConnectorsBugStopsNobodyElse() throws Exception {
        var post = StandIn.post().answering(call -> {
            if (call == 1) {
                throw new IllegalStateException("a bug");
            }
            return new Outcome.Done("ref", Call.NONE);
        });
        var room = room(post, 10);
        var unlucky = room.approved(anOrder().about("a").made());
        var other = room.approved(anOrder().about("b").made());

        room.run();

        assertThat(room.state(unlucky)).isEqualTo(JobState.UNCERTAIN);
        assertThat(room.state(other)).isEqualTo(JobState.DONE);
    }

    @Test
    void aTransferThatAPlatformKeepsIsToldAsBookedThere() throws Exception {
        var room = room(StandIn.tillOf("1=warehouse,2=high-street"), 10);
        room.approved(Proposals.aTransfer(3));

        room.run();

        assertThat(journal.all(TransferBooked.class)).singleElement().satisfies(booked -> {
            assertThat(booked.transfer()).isEqualTo(new TransferId("TR-1001"));
            assertThat(booked.platform()).isEqualTo(new ConnectionId("far-side"));
            assertThat(booked.reference()).isEqualTo("ref");
        });
    }

    @Test
    void whatNobodyCanCarryGoesBackToAPerson() throws Exception {
        var post = StandIn.post();
        var room = room(post, 10);
        var id = room.approved(Proposals.aTransfer(3));

        room.run();

        assertThat(post.calls()).isZero();
        assertThat(room.state(id)).isEqualTo(JobState.REFUSED);
        assertThat(room.dispatch.find(id).orElseThrow().outcome()).contains("warehouse has no e-mail address");
    }

    @Test
    void manyWorkersDoEachThingOnce() throws Exception {
        var post = StandIn.post().around(() -> {}, DispatchTests::takeAMoment);
        var room = room(post, 10);
        var ids = IntStream.range(0, 60)
                .mapToObj(i -> room.approved(anOrder().about("a" + i).made()))
                .toList();
        var start = new CountDownLatch(1);
        var runs = new ArrayList<Future<Boolean>>();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var worker = 0; worker < 6; worker++) {
                runs.add(workers.submit(() -> {
                    start.await();
                    room.run();
                    return true;
                }));
            }
            start.countDown();
        }

        assertThat(runs).allSatisfy(run -> assertThat(run.resultNow()).isTrue());
        assertThat(ids).allSatisfy(id -> assertThat(post.effects(id)).isEqualTo(1));
        assertThat(ids).extracting(room::state).containsOnly(JobState.DONE);
        assertThat(journal.all(PurchaseOrderSent.class)).hasSize(60);
    }

    @Test
    void anAnswerAfterItsLeaseIsBetterLateThanNever() throws Exception {
        var slow = new CountDownLatch(1);
        var post = StandIn.post().around(() -> {}, () -> {
            try {
                slow.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        var room = new DispatchInATest(DATABASE, journal, post, DispatchInATest.atOnce());
        var id = room.approved(anOrder().made());
        var worker = Thread.ofVirtual().start(room.dispatcher::step);
        while (!stateIs(room, id, JobState.UNCERTAIN)) {
            Thread.sleep(2);
            if (post.calls() == 1) {
                room.dispatcher.step();
            }
        }

        slow.countDown();
        worker.join();

        assertThat(room.state(id)).isEqualTo(JobState.DONE);
        assertThat(room.desk.approvals.find(id).orElseThrow().state()).isEqualTo(ProposalState.DONE);
        assertThat(post.effects(id)).isEqualTo(1);
    }

    private static boolean stateIs(DispatchInATest room, ProposalId id, JobState state) {
        return room.dispatch.find(id).map(job -> job.state() == state).orElse(false);
    }

    private static void takeAMoment() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static TryLater later() {
        return new TryLater(Duration.ZERO, "busy", Call.NONE);
    }

    private DispatchInATest room(StandIn farSide, int attempts) {
        return new DispatchInATest(DATABASE, journal, farSide, DispatchInATest.patient(attempts));
    }
}
