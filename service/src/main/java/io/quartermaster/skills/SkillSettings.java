package io.quartermaster.skills;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// When skills decide: `quartermaster.skills.*`. All spans are real time.
///
/// @param interval least time between two decisions on one concern: what changes meanwhile is one
/// decision
/// @param revision least time until what lies on the desk is thought over again, if only its
/// figures moved; what newly wants something does not wait for it
/// @param poll how long to wait for a wake-up before looking anyway
/// @param changes how many changes are taken at a time
/// @param threads how many decisions are made at a time
/// @param lease for how long a decision may take before another instance takes it over
@ConfigurationProperties("quartermaster.skills")
record SkillSettings(
        @DefaultValue("500ms") Duration interval,
        @DefaultValue("10s") Duration revision,
        @DefaultValue("500ms") Duration poll,
        @DefaultValue("1000") int changes,
        @DefaultValue("2") int threads,
        @DefaultValue("60s") Duration lease) {

    private static final int CHANGES_MAX = 5_000;
    private static final int THREADS_MAX = 64;

    SkillSettings {
        requirePositive("interval", interval);
        requirePositive("revision", revision);
        requirePositive("poll", poll);
        requirePositive("lease", lease);
        if (changes < 1 || changes > CHANGES_MAX) {
            throw new IllegalArgumentException(
                    "The setting quartermaster.skills.changes (%d) must be 1 to %d.".formatted(changes, CHANGES_MAX));
        }
        if (threads < 1 || threads > THREADS_MAX) {
            throw new IllegalArgumentException(
                    "The setting quartermaster.skills.threads (%d) must be 1 to %d.".formatted(threads, THREADS_MAX));
        }
    }

    private static void requirePositive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(
                    "The setting quartermaster.skills.%s (%s) must be more than nothing.".formatted(name, value));
        }
    }
}
