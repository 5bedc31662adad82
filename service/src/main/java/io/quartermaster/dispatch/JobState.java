package io.quartermaster.dispatch;

/// How far the carrying out of an approved action has come.
public enum JobState {
    /// It will be tried, or tried again.
    WAITING,
    /// It is being tried at this moment.
    IN_FLIGHT,
    /// The outside system did it.
    DONE,
    /// The outside system will not do it, or nothing is set up that could: a person must look.
    REFUSED,
    /// It was tried often enough: a person must look.
    GIVEN_UP,
    /// It may have arrived or not: a person must look.
    UNCERTAIN,
    /// A person gave it up.
    CANCELLED;

    /// Whether it stands still until a person does something.
    public boolean needsPerson() {
        return this == REFUSED || this == GIVEN_UP || this == UNCERTAIN;
    }
}
