package io.quartermaster.skills;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// When skills decide: `quartermaster.skills.*`. All spans are real time.
///
/// @param interval least time between two decisions on one concern: what changes meanwhile is one
/// decision
/// @param poll how long to wait for a wake-up before looking anyway
/// @param changes how many changes are taken at a time
/// @param lease for how long a decision may take before another instance takes it over
@ConfigurationProperties("quartermaster.skills")
record SkillSettings(
        @DefaultValue("500ms") Duration interval,
        @DefaultValue("500ms") Duration poll,
        @DefaultValue("200") int changes,
        @DefaultValue("60s") Duration lease) {

    private static final int CHANGES_MAX = 5_000;

    SkillSettings {
        requirePositive("interval", interval);
        requirePositive("poll", poll);
        requirePositive("lease", lease);
        if (changes < 1 || changes > CHANGES_MAX) {
            throw new IllegalArgumentException(
                    "The setting quartermaster.skills.changes (%d) must be 1 to %d.".formatted(changes, CHANGES_MAX));
        }
    }

    private static void requirePositive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(
                    "The setting quartermaster.skills.%s (%s) must be more than nothing.".formatted(name, value));
        }
    }
}
