package io.quartermaster.skills;

import io.quartermaster.approvals.Proposal;
import io.quartermaster.retail.SkillId;
import java.util.List;

/// Something that Quartermaster knows how to decide.
///
/// A skill is a pure function from facts to proposals. Finding the facts is the fact finder's
/// part; asking a person is the approvals'; doing it is the dispatch's.
///
/// @param <F> everything that the decision may look at: a record that becomes canonical JSON
public interface Skill<F> {

    SkillId id();

    /// The form of the facts; see [io.quartermaster.approvals.FrozenFacts].
    int version();

    Class<F> facts();

    /// Decides. No I/O, no clock: the same facts always lead to the same proposals.
    ///
    /// @return what should be done, most urgent first; empty if all is well, which is the usual case
    List<Proposal> decide(F facts);
}
