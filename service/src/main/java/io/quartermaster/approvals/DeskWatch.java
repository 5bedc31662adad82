package io.quartermaster.approvals;

import io.quartermaster.access.Role;
import io.quartermaster.retail.DeskEvent.Verdict;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Looks after the desk as time goes by: lets approvals take effect, lets what nobody decided
/// expire, puts what waits long to the next role, and tells the journal what a crash left untold.
///
/// Several instances may watch at once: each takes the rows that no other holds.
@Component
@EnableConfigurationProperties(DeskSettings.class)
class DeskWatch {

    private static final int BATCH = 100;
    private static final String UNRELEASED = "p.state = 'APPROVED' and p.released_at is null and p.undo_until <= :now";
    private static final String EXPIRED = "p.state = 'WAITING' and p.expires_at <= :now";
    private static final String LONG_WAITING =
            "p.state = 'WAITING' and p.escalates_at <= :now and p.asked_role <> 'ADMIN'";

    private final ProposalStore store;
    private final Decisions decisions;
    private final Tidings tidings;
    private final DeskSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DeskWatch(
            ProposalStore store,
            Decisions decisions,
            Tidings tidings,
            DeskSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.decisions = decisions;
        this.tidings = tidings;
        this.settings = settings;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        tidings.tellSoon();
    }

    /// One round.
    @Scheduled(fixedDelayString = "${quartermaster.desk.watch:1s}")
    void look() {
        transaction.executeWithoutResult(
                _ -> store.due(UNRELEASED, clock.instant(), BATCH).forEach(decisions::release));
        transaction.executeWithoutResult(
                _ -> store.due(EXPIRED, clock.instant(), BATCH).forEach(this::expire));
        transaction.executeWithoutResult(
                _ -> store.due(LONG_WAITING, clock.instant(), BATCH).forEach(this::escalate));
        tidings.tellSoon();
    }

    private static Role above(Role role) {
        return switch (role) {
            case CLERK -> Role.MANAGER;
            case MANAGER -> Role.BUYER;
            case BUYER, ADMIN -> Role.ADMIN;
        };
    }

    private void expire(ProposalRow row) {
        decisions.close(
                row,
                ProposalState.EXPIRED,
                Verdict.EXPIRED,
                Decisions.SYSTEM,
                "nobody decided for %d days"
                        .formatted(
                                Duration.between(row.madeAt(), clock.instant()).toDays()));
    }

    private void escalate(ProposalRow row) {
        var next = above(row.askedRole());
        store.escalate(row.id(), next, clock.instant().plus(settings.escalation()));
        decisions.step(row, Decisions.SYSTEM, "put to " + called(next), "it waited for " + waited());
    }

    private static String called(Role role) {
        return switch (role) {
            case CLERK -> "a clerk";
            case MANAGER -> "a manager";
            case BUYER -> "a buyer";
            case ADMIN -> "an administrator";
        };
    }

    private String waited() {
        var length = settings.escalation();
        return length.toDays() > 1 ? length.toDays() + " days" : Math.max(1, length.toHours()) + " h";
    }
}
