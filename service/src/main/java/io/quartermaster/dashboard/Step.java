package io.quartermaster.dashboard;

/// An entry of the journal as a step on its pages.
///
/// @param since what was said anew after it; empty for most
/// @param gap how long after the step before; empty for the first
record Step(
        String sequence,
        String icon,
        String tone,
        String what,
        String detail,
        String since,
        String source,
        String when,
        String exact,
        String gap,
        String story,
        String hash) {}
