package io.quartermaster.dispatch;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next try: doubled each time, with jitter so that a herd disperses,
/// and never less than the far side asked for.
record Backoff(Duration first, Duration longest, RandomGenerator random) {

    private static final int DOUBLINGS_MAX = 30;

    /// A far side that asks for more than this is asked again anyway.
    private static final Duration ASKED_MAX = Duration.ofHours(24);

    /// Between half and all of the doubled delay.
    ///
    /// @param tries how many have failed; at least 1
    Duration after(int tries, Duration asked) {
        var doublings = Math.min(tries - 1, DOUBLINGS_MAX);
        var factor = 1L << doublings;
        var ceiling = first.compareTo(longest.dividedBy(factor)) >= 0 ? longest : first.multipliedBy(factor);
        var half = ceiling.toMillis() / 2;
        var jittered = Duration.ofMillis(half + random.nextLong(half + 1));
        var bounded = asked.compareTo(ASKED_MAX) > 0 ? ASKED_MAX : asked;
        return jittered.compareTo(bounded) > 0 ? jittered : bounded;
    }
}
