package io.quartermaster.skills;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quartermaster.approvals.Approvals;
import io.quartermaster.approvals.DeskItem;
import io.quartermaster.approvals.FrozenFacts;
import io.quartermaster.approvals.Proposal;
import io.quartermaster.books.stock.Change;
import io.quartermaster.journal.CanonicalJson;
import io.quartermaster.skills.AgendaStore.Item;
import io.quartermaster.skills.SkillShelf.Member;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Makes one decision: finds the facts, lets the skill decide, lays what it suggests on the desk,
/// and takes back what is no longer needed.
@Component
class DecisionRound {

    private static final Logger LOG = LoggerFactory.getLogger(DecisionRound.class);
    private static final String GONE = "The need has gone away.";
    private static final int FAILURE_LENGTH_MAX = 2_000;
    private static final int DOUBLINGS_MAX = 9;
    private static final Duration FIRST_DELAY = Duration.ofSeconds(1);
    private static final Duration OLD_NEWS = Duration.ofHours(1);

    private final AgendaStore agenda;
    private final SuggestedStore suggested;
    private final SkillShelf shelf;
    private final Approvals approvals;
    private final SkillSettings settings;
    private final Clock clock;
    private final Timer decision;
    private final Timer saleToProposal;
    private final Timer noticeToProposal;

    DecisionRound(
            AgendaStore agenda,
            SuggestedStore suggested,
            SkillShelf shelf,
            Approvals approvals,
            SkillSettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.agenda = agenda;
        this.suggested = suggested;
        this.shelf = shelf;
        this.approvals = approvals;
        this.settings = settings;
        this.clock = clock;
        this.decision = timer("quartermaster.skills.decision", "One decision, its facts included")
                .register(meters);
        this.saleToProposal = timer("quartermaster.sale.to.proposal", "From the sale, by the shop's clock, to the desk")
                .register(meters);
        this.noticeToProposal = timer(
                        "quartermaster.notice.to.proposal", "From the change taken, in real time, to the desk")
                .register(meters);
        meters.gauge("quartermaster.skills.agenda", agenda, AgendaStore::waiting);
    }

    /// Makes the next decision that is due, if there is one.
    boolean next() {
        var claimed = agenda.claim();
        claimed.ifPresent(item -> decision.record(() -> decide(item)));
        return claimed.isPresent();
    }

    private void decide(Item item) {
        try {
            decide(item, shelf.member(item.skill()));
        } catch (RuntimeException fault) { // the runner's loop: park the item, go on with the others
            LOG.warn("The skill {} could not decide on {}: it is tried again.", item.skill(), item.concern(), fault);
            var delay = FIRST_DELAY.multipliedBy(1L << Math.min(item.failures(), DOUBLINGS_MAX));
            agenda.putOff(item, delay, item.failures() + 1, bounded(fault.toString()));
        }
    }

    private <F> void decide(Item item, Member<F> member) {
        switch (member.finder().find(item.concern(), latest(item))) {
            case Finding.Found<F>(var facts) -> {
                agenda.finish(item, lay(item, member, facts));
            }
            case Finding.Nothing<F>(var why) -> {
                withdrawAllBut(item, List.of(), why);
                agenda.finish(item, false);
            }
            case Finding.NotYet<F> _ -> agenda.putOff(item, settings.interval(), 0, "");
        }
    }

    private List<DeskItem> latest(Item item) {
        return suggested.of(item.skill(), item.concern()).values().stream()
                .flatMap(id -> approvals.find(id).stream())
                .toList();
    }

    /// @return whether something lies on the desk now
    private <F> boolean lay(Item item, Member<F> member, F facts) {
        var proposals = member.skill().decide(facts);
        LOG.debug("The skill {} makes {} proposals on {}.", item.skill(), proposals.size(), item.concern());
        var frozen = new FrozenFacts(member.skill().version(), CanonicalJson.write(facts));
        for (var proposal : proposals) {
            var id = approvals.propose(proposal, frozen, item.correlation());
            suggested.keep(item.skill(), item.concern(), proposal.about(), id);
        }
        if (!proposals.isEmpty()) {
            measure(item);
        }
        withdrawAllBut(item, proposals, GONE);
        return !proposals.isEmpty();
    }

    private void withdrawAllBut(Item item, List<Proposal> proposals, String why) {
        var kept = new HashSet<>(proposals.stream().map(Proposal::about).toList());
        for (var about : suggested.of(item.skill(), item.concern()).keySet()) {
            if (!kept.contains(about)) {
                approvals.withdraw(item.skill(), about, why);
                suggested.forget(item.skill(), item.concern(), about);
            }
        }
    }

    private void measure(Item item) {
        noticeToProposal.record(agenda.since(item.noticedAt()));
        if (item.cause() == Change.Cause.SALE && item.urgent()) { // a revision waits for its turn on purpose
            var taken = Duration.between(item.occurredAt(), clock.instant());
            if (!taken.isNegative() && taken.compareTo(OLD_NEWS) < 0) { // a replay of last year's sales says nothing
                saleToProposal.record(taken);
            }
        }
    }

    private static Timer.Builder timer(String name, String what) {
        return Timer.builder(name).description(what).publishPercentiles(0.5, 0.99);
    }

    private static String bounded(String text) {
        return text.length() > FAILURE_LENGTH_MAX ? text.substring(0, FAILURE_LENGTH_MAX) : text;
    }
}
