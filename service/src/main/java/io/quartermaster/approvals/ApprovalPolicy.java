package io.quartermaster.approvals;

import io.quartermaster.access.Role;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Money;
import io.quartermaster.retail.SkillId;
import io.quartermaster.retail.UserId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What people have signed: how much each skill may do by itself, and who may say yes to how much.
///
/// Each change takes effect at once and stands in the journal. Only an administrator may make one.
@Component
public class ApprovalPolicy {

    ApprovalPolicy() {}

    /// All rules, at most 1,000.
    public List<PhaseRule> rules() {
        throw new UnsupportedOperationException();
    }

    /// Sets the rule for where it holds, in place of the one that held there.
    ///
    /// @throws DeskRefusal.NotYours if `by` is no administrator
    /// @throws DeskRefusal.TooEarlyToAct if it lets a skill act while a person must stay in the loop
    public void set(PhaseRule rule, UserId by) {
        throw new UnsupportedOperationException();
    }

    /// Takes a rule away: what is less special holds again, in the end ASSIST.
    public void remove(PhaseRule.Where where, UserId by) {
        throw new UnsupportedOperationException();
    }

    /// Up to how much each role may approve, that amount included; a role that is missing may any.
    public Map<Role, Money> limits(Currency currency) {
        throw new UnsupportedOperationException();
    }

    /// Sets up to how much a role may approve in that money's currency.
    public void setLimit(Role role, Money limit, UserId by) {
        throw new UnsupportedOperationException();
    }

    /// Lets a skill act by itself before its days with a person in the loop are over. The record of
    /// it stays.
    ///
    /// @param location null for all
    public void override(SkillId skill, @Nullable LocationId location, UserId by, String why) {
        throw new UnsupportedOperationException();
    }
}
