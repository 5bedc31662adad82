package io.quartermaster.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How often platforms are asked what changed, since messages get lost:
/// `quartermaster.reconcile.*`.
///
/// @param every the pause between two rounds, in real time
/// @param overlap how much of the time before is asked for again: a platform's own lists lag
/// @param settle how young a change is left to its message, which may be on its way; in real time
/// @param lookBack the furthest that is ever asked back
/// @param pages how many pages are asked for in a row before others have their turn
@ConfigurationProperties("quartermaster.reconcile")
record ReconcileSettings(
        @DefaultValue("15m") Duration every,
        @DefaultValue("10m") Duration overlap,
        @DefaultValue("2m") Duration settle,
        @DefaultValue("7d") Duration lookBack,
        @DefaultValue("20") int pages) {

    ReconcileSettings {
        if (every.toMillis() <= 0 || lookBack.toMillis() <= 0 || pages <= 0) {
            throw new IllegalArgumentException(
                    "The settings quartermaster.reconcile.every (%s), look-back (%s) and pages (%d) must be more than zero."
                            .formatted(every, lookBack, pages));
        }
        if (overlap.isNegative() || settle.isNegative()) {
            throw new IllegalArgumentException(
                    "The settings quartermaster.reconcile.overlap (%s) and settle (%s) must not be less than zero."
                            .formatted(overlap, settle));
        }
    }
}
