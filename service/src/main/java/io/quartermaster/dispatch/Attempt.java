package io.quartermaster.dispatch;

import io.quartermaster.retail.DeskEvent.AttemptEnd;
import io.quartermaster.retail.ProposalId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One try to carry an action out.
///
/// @param number 1, 2, 3, …
/// @param connection by which outside system; `desk` when none could be asked
/// @param end how it ended; null while it is under way
/// @param call what was sent, without secrets and persons' data
/// @param answer what came back, likewise
/// @param reference what the outside system calls what it made; empty unless it did it
public record Attempt(
        ProposalId proposal,
        int number,
        String connection,
        Instant beganAt,
        @Nullable Instant endedAt,
        @Nullable AttemptEnd end,
        String call,
        String answer,
        String reference) {}
