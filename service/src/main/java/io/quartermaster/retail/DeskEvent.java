package io.quartermaster.retail;

import java.util.List;
import java.util.Optional;

/// What became of a proposal: made, decided, carried out. The desk and the dispatch tell it.
public sealed interface DeskEvent extends RetailEvent {

    ProposalId proposal();

    @Override
    default Optional<String> paper() {
        return Optional.of("proposal/" + proposal().value());
    }

    /// A skill suggested something, or thought again about what it had suggested.
    ///
    /// @param revision 1 for the first; each later one replaces the one before
    /// @param because the reason in a sentence
    /// @param factsHash SHA-256, in hex, of the facts that it was decided on
    record ProposalMade(
            Origin origin,
            ProposalId proposal,
            int revision,
            SkillId skill,
            RetailAction action,
            String because,
            String factsHash)
            implements DeskEvent {}

    /// It was decided.
    ///
    /// @param action what was decided on, which may differ from what was suggested
    /// @param notes what the person said; may be empty
    record ProposalDecided(
            Origin origin, ProposalId proposal, Verdict verdict, RetailAction action, UserId by, String notes)
            implements DeskEvent {}

    /// One try to carry it out, and how it ended.
    ///
    /// @param connection by which outside system
    /// @param call what was sent, without persons' data, at most a few thousand characters
    /// @param answer what came back, likewise
    record ActionAttempted(
            Origin origin,
            ProposalId proposal,
            int attempt,
            ConnectionId connection,
            AttemptEnd end,
            String call,
            String answer)
            implements DeskEvent {}

    enum Verdict {
        APPROVED,
        REFUSED,
        EXPIRED,
        WITHDRAWN,
        APPROVED_BY_POLICY,
        /// A yes was taken back before anything was done about it.
        UNDONE
    }

    enum AttemptEnd {
        DONE,
        REFUSED,
        TRY_LATER,
        GIVEN_UP,
        /// It began, and nobody knows whether it arrived.
        UNCERTAIN
    }

    /// All kinds of verdict that let the action be carried out.
    List<Verdict> YES = List.of(Verdict.APPROVED, Verdict.APPROVED_BY_POLICY);
}
