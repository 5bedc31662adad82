package io.quartermaster.skills;

/// What a fact finder found.
///
/// @param <F> the facts
public sealed interface Finding<F> {

    record Found<F>(F facts) implements Finding<F> {}

    /// There is nothing to decide on.
    record Nothing<F>(String why) implements Finding<F> {}

    /// The books do not know yet what was decided last: look again in a moment.
    record NotYet<F>(String why) implements Finding<F> {}
}
