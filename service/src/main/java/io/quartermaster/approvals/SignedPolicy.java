package io.quartermaster.approvals;

import io.quartermaster.access.Role;
import io.quartermaster.retail.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All that was signed, as it stands at one moment. Pure.
///
/// @param rules in no order
/// @param set the limits that an administrator set; what is missing is as in `settings`
record SignedPolicy(List<PhaseRule> rules, Map<Currency, Map<Role, Money>> set, DeskSettings settings) {

    /// How much the skill may do by itself here. If the proposal touches several categories, the
    /// most careful of their phases.
    Phase phase(Proposal proposal) {
        return ruling(proposal).stream()
                .map(rule -> rule.map(PhaseRule::phase).orElse(Phase.ASSIST))
                .min(Comparator.naturalOrder())
                .orElse(Phase.ASSIST);
    }

    /// Why the policy does not say yes by itself, apart from the days with a person in the loop;
    /// empty if it does.
    Optional<String> whyAsk(Proposal proposal) {
        if (phase(proposal) != Phase.ACT) {
            return Optional.of("the policy asks a person here");
        }
        if (!proposal.flags().isEmpty()) {
            return Optional.of("it is flagged: " + proposal.flags().getFirst().rule());
        }
        return ruling(proposal).stream()
                .flatMap(Optional::stream)
                .flatMap(rule -> tooMuchFor(rule, proposal).stream())
                .findFirst();
    }

    /// The least role that may approve that much.
    Role requiredRole(Money value) {
        for (var role : Role.values()) {
            if (bears(role, value)) {
                return role;
            }
        }
        throw new IllegalStateException("No role bears the value (%s).".formatted(value));
    }

    /// Whether that role may approve that much: its limit, and not one penny more.
    boolean bears(Role role, Money value) {
        var limit = limits(value.currency()).get(role);
        return limit == null || !value.isMoreThan(limit);
    }

    Map<Role, Money> limits(Currency currency) {
        var limits = new EnumMap<Role, Money>(Role.class);
        limits.putAll(settings.limitsIn(currency));
        limits.putAll(set.getOrDefault(currency, Map.of()));
        return limits;
    }

    private static Optional<String> tooMuchFor(PhaseRule rule, Proposal proposal) {
        if (proposal.confidencePercent() < rule.confidencePercent()) {
            return Optional.of("its confidence (%d %%) is below %d %%"
                    .formatted(proposal.confidencePercent(), rule.confidencePercent()));
        }
        var limit = rule.limit();
        if (limit == null || !limit.currency().equals(proposal.value().currency())) {
            return Optional.of("the policy has no limit in " + proposal.value().currency());
        }
        return proposal.value().isMoreThan(limit)
                ? Optional.of("its value (%s) is above %s".formatted(proposal.value(), limit))
                : Optional.empty();
    }

    /// The rule that holds for each of its categories.
    private List<Optional<PhaseRule>> ruling(Proposal proposal) {
        var categories = new ArrayList<@Nullable String>(proposal.scope().categories());
        if (categories.isEmpty()) {
            categories.add(null);
        }
        return categories.stream()
                .map(category -> strongest(proposal, category))
                .toList();
    }

    private Optional<PhaseRule> strongest(Proposal proposal, @Nullable String category) {
        return rules.stream()
                .filter(rule -> fits(rule.where(), proposal, category))
                .max(Comparator.comparingInt((PhaseRule rule) -> rule.where().named())
                        .thenComparing(PhaseRule::phase, Comparator.reverseOrder()));
    }

    private static boolean fits(PhaseRule.Where where, Proposal proposal, @Nullable String category) {
        var scope = proposal.scope();
        return where.skill().equals(proposal.skill())
                && (where.location() == null || where.location().equals(scope.location()))
                && (where.category() == null || where.category().equals(category))
                && (where.supplier() == null || where.supplier().equals(scope.supplier()));
    }
}
