package io.quartermaster.sandbox.hooks;

import io.quartermaster.sandbox.web.Json;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What goes wrong on request, as shares between zero and one.
///
/// @param duplicate messages sent twice
/// @param delay messages held back for up to `delayMax`
/// @param reorder messages that let the next few overtake them
/// @param drop messages never sent
/// @param tooMany API requests answered 429, with `Retry-After`
/// @param broken API requests answered 503
/// @param hang API requests that wait `hangFor` before they are answered
public record Faults(
        long seed,
        double duplicate,
        double delay,
        Duration delayMax,
        double reorder,
        double drop,
        double tooMany,
        Duration retryAfter,
        double broken,
        double hang,
        Duration hangFor) {

    private static final Duration WAIT_MAX = Duration.ofMinutes(2);
    public static final Faults NONE =
            new Faults(1, 0, 0, Duration.ofSeconds(3), 0, 0, 0, Duration.ofSeconds(1), 0, 0, Duration.ofSeconds(10));

    public Faults {
        requireShare("duplicate", duplicate);
        requireShare("delay", delay);
        requireShare("reorder", reorder);
        requireShare("drop", drop);
        requireShare("too_many", tooMany);
        requireShare("broken", broken);
        requireShare("hang", hang);
        requireBounded("delay_max_ms", delayMax);
        requireBounded("retry_after_s", retryAfter);
        requireBounded("hang_ms", hangFor);
    }

    /// These faults, with what `wanted` names changed.
    public Faults with(JsonNode wanted) {
        return new Faults(
                wanted.path("seed").asLong(seed),
                wanted.path("duplicate").asDouble(duplicate),
                wanted.path("delay").asDouble(delay),
                Duration.ofMillis(wanted.path("delay_max_ms").asLong(delayMax.toMillis())),
                wanted.path("reorder").asDouble(reorder),
                wanted.path("drop").asDouble(drop),
                wanted.path("too_many").asDouble(tooMany),
                Duration.ofSeconds(wanted.path("retry_after_s").asLong(retryAfter.toSeconds())),
                wanted.path("broken").asDouble(broken),
                wanted.path("hang").asDouble(hang),
                Duration.ofMillis(wanted.path("hang_ms").asLong(hangFor.toMillis())));
    }

    public ObjectNode toJson() {
        return Json.object()
                .put("seed", seed)
                .put("duplicate", duplicate)
                .put("delay", delay)
                .put("delay_max_ms", delayMax.toMillis())
                .put("reorder", reorder)
                .put("drop", drop)
                .put("too_many", tooMany)
                .put("retry_after_s", retryAfter.toSeconds())
                .put("broken", broken)
                .put("hang", hang)
                .put("hang_ms", hangFor.toMillis());
    }

    private static void requireShare(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("""
                    The share %s (%s) is not between 0 and 1.
                    Maybe it was meant in percent: divide by 100.""".formatted(name, share));
        }
    }

    private static void requireBounded(String name, Duration wait) {
        if (wait.isNegative() || wait.compareTo(WAIT_MAX) > 0) {
            throw new IllegalArgumentException(
                    "The wait %s (%s) is not between nothing and %s.".formatted(name, wait, WAIT_MAX));
        }
    }
}
