package io.quartermaster.approvals;

import io.quartermaster.access.Role;
import io.quartermaster.approvals.DeskRefusal.FourEyesNeeded;
import io.quartermaster.approvals.DeskRefusal.NotYours;
import io.quartermaster.approvals.DeskRefusal.ObserveOnly;
import io.quartermaster.retail.UserId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Who may say yes, who may say no, and who may only write.
@Component
class Signing {

    private final Approvers approvers;
    private final DeskSettings settings;

    Signing(Approvers approvers, DeskSettings settings) {
        this.approvers = approvers;
        this.settings = settings;
    }

    /// Why that user may not say yes; empty if they may.
    Optional<DeskRefusal> whyNotApprove(DeskItem item, UserId user, SignedPolicy policy) {
        var approver = approvers.find(user);
        if (approver.isEmpty()) {
            return Optional.of(unknown(user));
        }
        if (item.phase() == Phase.OBSERVE) {
            return Optional.of(new ObserveOnly(item.id()));
        }
        return elsewhere(item, approver.get())
                .or(() -> tooMuch(item, approver.get(), policy))
                .or(() -> ownWork(item, user));
    }

    void requireMayApprove(DeskItem item, UserId user, SignedPolicy policy) {
        whyNotApprove(item, user, policy).ifPresent(refusal -> {
            throw refusal;
        });
    }

    /// Says no, undoes, gives up: whoever runs the place may, and whoever may say yes.
    void requireMayRefuse(DeskItem item, UserId user, SignedPolicy policy) {
        var approver = require(user);
        elsewhere(item, approver).ifPresent(refusal -> {
            throw refusal;
        });
        if (approver.role().compareTo(Role.MANAGER) < 0
                && !policy.bears(approver.role(), item.proposal().value())) {
            throw new NotYours("%s is a %s; to say no here takes a %s.".formatted(user, approver.role(), Role.MANAGER));
        }
    }

    void requireMayChange(DeskItem item, UserId user) {
        elsewhere(item, require(user)).ifPresent(refusal -> {
            throw refusal;
        });
    }

    void requireAdministrator(UserId user) {
        var approver = require(user);
        if (approver.role() != Role.ADMIN) {
            throw new NotYours("%s is a %s; policies are set by an %s.".formatted(user, approver.role(), Role.ADMIN));
        }
    }

    private Approver require(UserId user) {
        return approvers.find(user).orElseThrow(() -> unknown(user));
    }

    private static DeskRefusal unknown(UserId user) {
        return new NotYours(
                "Nobody active is known as %s.\nMaybe they were let out: ask an administrator.".formatted(user));
    }

    private static Optional<DeskRefusal> elsewhere(DeskItem item, Approver approver) {
        var location = item.proposal().scope().location();
        return approver.worksFor(location)
                ? Optional.empty()
                : Optional.of(new NotYours("%s does not work for %s.".formatted(approver.user(), location)));
    }

    private static Optional<DeskRefusal> tooMuch(DeskItem item, Approver approver, SignedPolicy policy) {
        var value = item.proposal().value();
        return policy.bears(approver.role(), value)
                ? Optional.empty()
                : Optional.of(new NotYours("The value (%s) is above what a %s may approve (%s): it takes a %s."
                        .formatted(
                                value,
                                approver.role(),
                                policy.limits(value.currency()).get(approver.role()),
                                item.requiredRole())));
    }

    private Optional<DeskRefusal> ownWork(DeskItem item, UserId user) {
        if (item.requester().equals(user)) {
            return Optional.of(new FourEyesNeeded("%s asked for it: somebody else must approve.".formatted(user)));
        }
        var value = item.proposal().value();
        var bound = settings.fourEyesAbove(value.currency());
        return user.equals(item.changedBy()) && value.isMoreThan(bound)
                ? Optional.of(
                        new FourEyesNeeded("%s changed it, and its value (%s) is above %s: somebody else must approve."
                                .formatted(user, value, bound)))
                : Optional.empty();
    }
}
