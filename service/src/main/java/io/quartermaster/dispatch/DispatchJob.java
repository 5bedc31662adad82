package io.quartermaster.dispatch;

import io.quartermaster.retail.ProposalId;
import java.time.Instant;

/// An approved action on its way to the outside system. Times are the machine's own.
///
/// @param attempts how often it was tried
/// @param nextAt when it is tried next, while it waits
/// @param connection by which outside system it went last; empty before
/// @param outcome the reference, or why it failed; empty before
public record DispatchJob(
        ProposalId proposal,
        JobState state,
        int attempts,
        Instant nextAt,
        String connection,
        String outcome,
        Instant changedAt) {}
