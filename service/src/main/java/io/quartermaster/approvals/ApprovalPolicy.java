package io.quartermaster.approvals;

import io.quartermaster.access.Role;
import io.quartermaster.approvals.DeskRefusal.TooEarlyToAct;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.HouseEvent.SettingChanged;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Money;
import io.quartermaster.retail.SkillId;
import io.quartermaster.retail.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What people have signed: how much each skill may do by itself, and who may say yes to how
/// much.
///
/// Each change takes effect at once and stands in the journal. Only an administrator may make
/// one.
@Component
public class ApprovalPolicy {

    private final PolicyStore store;
    private final Signing signing;
    private final Tidings tidings;
    private final DeskSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ApprovalPolicy(
            PolicyStore store,
            Signing signing,
            Tidings tidings,
            DeskSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.signing = signing;
        this.tidings = tidings;
        this.settings = settings;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// All rules, at most 1,000.
    public List<PhaseRule> rules() {
        return store.rules();
    }

    /// Sets the rule for where it holds, in place of the one that held there.
    ///
    /// @throws DeskRefusal.NotYours if `by` is no administrator
    /// @throws DeskRefusal.TooEarlyToAct if it lets a skill act while a person must stay in the loop
    public void set(PhaseRule rule, UserId by) {
        if (rule.phase() == Phase.ACT) {
            whyLoop(rule.where().skill(), rule.where().location()).ifPresent(why -> {
                throw new TooEarlyToAct(why + "\nMaybe record an override, with its reason.");
            });
        }
        changed(
                by,
                "phase",
                rule.where().toString(),
                "is %s now, from %d %% confidence, up to %s"
                        .formatted(rule.phase(), rule.confidencePercent(), rule.limit()),
                () -> store.save(rule));
    }

    /// Takes a rule away: what is less special holds again, in the end ASSIST.
    public void remove(PhaseRule.Where where, UserId by) {
        changed(by, "phase", where.toString(), "has no rule of its own any more", () -> store.remove(where));
    }

    /// Up to how much each role may approve, that amount included; a role that is missing may any.
    public Map<Role, Money> limits(Currency currency) {
        return now().limits(currency);
    }

    /// Sets up to how much a role may approve in that money's currency.
    public void setLimit(Role role, Money limit, UserId by) {
        changed(by, "limit", role.name(), "is %s now".formatted(limit), () -> store.saveLimit(role, limit));
    }

    /// Lets a skill act by itself before its days with a person in the loop are over. The record of
    /// it stays.
    ///
    /// @param location null for all
    public void override(SkillId skill, @Nullable LocationId location, UserId by, String why) {
        if (why.isBlank()) {
            throw new IllegalArgumentException("An override needs its reason.");
        }
        var where = new PhaseRule.Where(skill, location, null, null);
        changed(
                by,
                "person in the loop",
                where.toString(),
                "may act by itself from now on: " + why,
                () -> store.override(where, by, why, clock.instant()));
    }

    /// All that is signed at this moment.
    SignedPolicy now() {
        return new SignedPolicy(store.rules(), store.limits(), settings);
    }

    /// Why a person must be asked about it; empty if the policy says yes.
    Optional<String> whyAsk(Proposal proposal) {
        return now().whyAsk(proposal)
                .or(() -> whyLoop(proposal.skill(), proposal.scope().location()));
    }

    void started(SkillId skill, LocationId location) {
        store.started(skill, location, clock.instant());
    }

    private Optional<String> whyLoop(SkillId skill, @Nullable LocationId location) {
        if (store.overridden(skill, location)) {
            return Optional.empty();
        }
        var days = store.startedAt(skill, location)
                .map(start -> Duration.between(start, clock.instant()).toDays())
                .orElse(0L);
        return days >= settings.loopDays()
                ? Optional.empty()
                : Optional.of("A person stays in the loop of %s for %d days; %d are over."
                        .formatted(skill, settings.loopDays(), days));
    }

    private void changed(UserId by, String what, String which, String change, Runnable write) {
        signing.requireAdministrator(by);
        var key = "policy/" + UUID.randomUUID();
        transaction.executeWithoutResult(_ -> {
            write.run();
            tidings.note(
                    new CorrelationId(key),
                    List.of(new SettingChanged(Papers.origin(key, clock.instant()), by, what, which, change)));
        });
        tidings.tellSoon();
    }
}
