package io.quartermaster.approvals;

/// How far a proposal has come.
public enum ProposalState {
    /// It waits for somebody to decide.
    WAITING,
    /// Somebody said yes; it is being carried out, or waits until the time to undo is over.
    APPROVED,
    /// The outside system did it.
    DONE,
    /// It was approved and could not be carried out: a person must look.
    CAME_BACK,
    /// It was approved, could not be carried out, and a person gave it up.
    CANCELLED,
    /// Somebody said no.
    REFUSED,
    /// Nobody decided in time.
    EXPIRED,
    /// The need has gone away.
    WITHDRAWN
}
