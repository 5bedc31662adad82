package io.quartermaster.dispatch;

import static io.quartermaster.approvals.DeskInATest.ADA_ADMIN;
import static io.quartermaster.approvals.Proposals.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.approvals.DeskFilter;
import io.quartermaster.approvals.DeskInATest;
import io.quartermaster.approvals.DeskRefusal;
import io.quartermaster.approvals.ProposalState;
import io.quartermaster.approvals.Proposals;
import io.quartermaster.approvals.ToldJournal;
import io.quartermaster.dispatch.Killer.Killed;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.DeskEvent.ActionAttempted;
import io.quartermaster.retail.DeskEvent.AttemptEnd;
import io.quartermaster.retail.DeskEvent.ProposalDecided;
import io.quartermaster.retail.DeskEvent.ProposalMade;
import io.quartermaster.retail.ProposalId;
import io.quartermaster.retail.PurchaseEvent.PurchaseOrderApproved;
import io.quartermaster.retail.PurchaseEvent.PurchaseOrderSent;
import io.quartermaster.retail.RetailEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// From the proposal to the far side, with a process that dies around every commit, append and
/// call: nothing is done twice, nothing is lost, and the journal agrees with the tables.
class CrashTests {

    private static final int PROPOSALS = 500;
    private static final int KILLS_MIN = 1_000;
    private static final double CHANCE = 0.12;
    private static final long SEED = Long.getLong("quartermaster.seed", 20_261_121L);

    private final Killer killer = new Killer(new Random(SEED));
    private final ToldJournal journal = killer.journal();

    @Test
    void aPlatformDoesEachThingExactlyOnce() {
        var shop = StandIn.shop().around(killer::pass, killer::pass);

        try (var database = DeskInATest.pool()) {
            var rooms = rooms(database, shop);
            var ids = runToTheEnd(rooms);

            assertThat(ids)
                    .as("seed %d", SEED)
                    .allSatisfy(id -> assertThat(shop.effects(id)).isEqualTo(1));
            requireAllTold(rooms.get(), ids);
        }
        assertThat(killer.kills()).isGreaterThan(KILLS_MIN);
    }

    @Test
    void aMailLeavesAtMostOnceAndAPersonSeesTheRest() throws Exception {
        var post = StandIn.post().around(killer::pass, killer::pass);

        try (var database = DeskInATest.pool()) {
            var rooms = rooms(database, post);
            var ids = runToTheEnd(rooms);
            var room = rooms.get();

            assertThat(ids)
                    .as("seed %d", SEED)
                    .allSatisfy(id -> assertThat(post.effects(id))
                            .isEqualTo(room.state(id) == JobState.DONE ? 1 : Math.min(post.effects(id), 1)));
            assertThat(ids).extracting(room::state).containsOnly(JobState.DONE, JobState.UNCERTAIN);
            var uncertain = ids.stream()
                    .filter(id -> room.state(id) == JobState.UNCERTAIN)
                    .toList();
            assertThat(uncertain).hasSizeGreaterThan(20);
            for (var id : uncertain) { // a person asks the supplier
                if (post.effects(id) == 1) {
                    room.dispatch.arrived(id, ADA_ADMIN);
                } else {
                    room.dispatch.sendAgain(id, ADA_ADMIN);
                }
            }
            room.run();

            assertThat(ids).allSatisfy(id -> assertThat(post.effects(id)).isEqualTo(1));
            requireAllTold(room, ids);
        }
        assertThat(killer.kills()).isGreaterThan(KILLS_MIN);
    }

    private Supplier<DispatchInATest> rooms(javax.sql.DataSource database, StandIn farSide) {
        var transactions = killer.around(new JdbcTransactionManager(database));
        return () -> new DispatchInATest(database, transactions, journal, farSide, DispatchInATest.atOnce());
    }

    /// Each death is followed by a new start, until there is nothing more to do.
    private List<ProposalId> runToTheEnd(Supplier<DispatchInATest> rooms) {
        killer.chance(CHANCE);
        var ids = new ArrayList<ProposalId>();
        for (var i = 0; i < PROPOSALS; i++) {
            var about = "order/" + i;
            var number = "PO-" + i;
            ids.add(stubbornly(rooms, room -> propose(room, about, number)));
            stubbornly(rooms, room -> approve(room, ids.getLast()));
            stubbornly(rooms, room -> room.dispatcher.step());
        }
        var idle = 0;
        while (idle < 20) {
            var worked = stubbornly(rooms, room -> {
                room.desk.look();
                return room.dispatcher.step();
            });
            idle = worked || rooms.get().jobs.countWaiting() > 0 ? 0 : idle + 1;
        }
        killer.chance(0);
        rooms.get().desk.look();
        rooms.get().dispatcher.step();
        return ids;
    }

    private static ProposalId propose(DispatchInATest room, String about, String number) {
        return room.desk.approvals.propose(
                anOrder().about(about).number(number).made(), Proposals.FACTS, new CorrelationId("sale/" + about));
    }

    private static boolean approve(DispatchInATest room, ProposalId id) {
        try {
            room.desk.approvals.approve(id, 1, ADA_ADMIN, "");
        } catch (DeskRefusal.AlreadyDecided _) {
            return true; // it was, before the process died
        }
        return true;
    }

    private static <T> T stubbornly(Supplier<DispatchInATest> rooms, Function<DispatchInATest, T> work) {
        while (true) {
            try {
                return work.apply(rooms.get());
            } catch (Killed _) {
                // and on with a new process
            }
        }
    }

    private void requireAllTold(DispatchInATest room, List<ProposalId> ids) {
        assertThat(ids).doesNotHaveDuplicates().hasSize(PROPOSALS);
        requireOneEach(ProposalMade.class);
        requireOneEach(ProposalDecided.class);
        requireOneEach(PurchaseOrderApproved.class);
        requireOneEach(PurchaseOrderSent.class);
        assertThat(journal.all(ActionAttempted.class).stream().filter(it -> it.end() == AttemptEnd.DONE))
                .hasSize(PROPOSALS);
        assertThat(ids)
                .extracting(id -> room.desk.approvals.find(id).orElseThrow().state())
                .containsOnly(ProposalState.DONE);
        assertThat(room.desk.approvals.waiting(DeskFilter.ALL, 10)).isEmpty();
        assertThat(room.dispatch.stuck(10)).isEmpty();
    }

    private void requireOneEach(Class<? extends RetailEvent> kind) {
        assertThat(journal.all(kind)).as(kind.getSimpleName()).hasSize(PROPOSALS);
    }
}
