package io.quartermaster.dashboard;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What the screens call late: `quartermaster.dashboard.*`.
///
/// @param staleAfter how long a message may wait to be read before people are told that figures
/// are older than they look; by the house's clock, which runs fast in a demonstration
@ConfigurationProperties("quartermaster.dashboard")
record DashboardSettings(@DefaultValue("2m") Duration staleAfter) {

    DashboardSettings {
        if (staleAfter.isNegative() || staleAfter.isZero()) {
            throw new IllegalArgumentException(
                    "The setting quartermaster.dashboard.stale-after (%s) must be more than zero."
                            .formatted(staleAfter));
        }
    }
}
