package io.quartermaster.approvals;

import io.quartermaster.access.Role;
import io.quartermaster.retail.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the desk is set: `quartermaster.desk.…`. Amounts count in the proposal's own currency, in
/// whole units such as pounds.
///
/// @param expiry how long a proposal waits before it expires
/// @param escalation after how long without an answer it is put to the next role
/// @param undo how long an approval can be undone before it takes effect; zero: not at all
/// @param loopDays how many days a person stays in the loop before a skill may act by itself
/// @param fourEyesAbove above it, who changed a proposal may not approve it alone
/// @param limits up to how much a role may approve where an administrator has set no other limit;
/// an administrator may approve any amount
/// @param watch how often the desk looks what has expired, what waits long, what takes effect
/// @param transferDays how many days a transfer takes when nothing else is known
@ConfigurationProperties("quartermaster.desk")
record DeskSettings(
        @DefaultValue("7d") Duration expiry,
        @DefaultValue("8h") Duration escalation,
        @DefaultValue("10s") Duration undo,
        @DefaultValue("90") int loopDays,
        @DefaultValue("5000") BigDecimal fourEyesAbove,
        @DefaultValue Limits limits,
        @DefaultValue("1s") Duration watch,
        @DefaultValue("2") int transferDays) {

    DeskSettings {
        requirePositive("expiry", expiry);
        requirePositive("escalation", escalation);
        requirePositive("watch", watch);
        if (undo.isNegative() || loopDays < 0 || transferDays < 0 || fourEyesAbove.signum() < 0) {
            throw new IllegalArgumentException("""
                    The settings quartermaster.desk.undo (%s), loop-days (%d), transfer-days (%d), four-eyes-above (%s) \
                    must be zero or more.""".formatted(undo, loopDays, transferDays, fourEyesAbove));
        }
    }

    /// Up to how much each role may approve.
    record Limits(
            @DefaultValue("0") BigDecimal clerk,
            @DefaultValue("1000") BigDecimal manager,
            @DefaultValue("25000") BigDecimal buyer) {

        Limits {
            if (clerk.signum() < 0 || manager.compareTo(clerk) < 0 || buyer.compareTo(manager) < 0) {
                throw new IllegalArgumentException("""
                        The limits quartermaster.desk.limits.clerk (%s), manager (%s), buyer (%s) must rise.
                        Maybe two of them were swapped.""".formatted(clerk, manager, buyer));
            }
        }
    }

    Money fourEyesAbove(Currency currency) {
        return money(fourEyesAbove, currency);
    }

    Map<Role, Money> limitsIn(Currency currency) {
        var all = new EnumMap<Role, Money>(Role.class);
        all.put(Role.CLERK, money(limits.clerk, currency));
        all.put(Role.MANAGER, money(limits.manager, currency));
        all.put(Role.BUYER, money(limits.buyer, currency));
        return all;
    }

    private static Money money(BigDecimal amount, Currency currency) {
        return Money.exactly(amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.DOWN), currency);
    }

    private static void requirePositive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(
                    "The setting quartermaster.desk.%s (%s) must be more than zero.".formatted(name, value));
        }
    }
}
