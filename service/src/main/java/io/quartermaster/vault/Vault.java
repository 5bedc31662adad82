package io.quartermaster.vault;

import io.quartermaster.retail.PersonalData;
import io.quartermaster.retail.SubjectId;
import java.util.List;
import java.util.Optional;

/// Persons' data, each under a key of that person's own. To forget somebody is to destroy the key
/// and what finds them; the journal stays as it is, and who comes back is somebody new.
public interface Vault {

    /// The subject that this data belongs to: found by its identifiers, else made.
    ///
    /// @return empty if nothing in `person` tells anybody apart: no identifier but placeholders
    default Optional<SubjectId> subjectOf(PersonalData person) {
        return subjectsOf(List.of(person)).getFirst();
    }

    /// The same for many at once, in one transaction of its own, which has ended when this returns.
    ///
    /// @param persons at most a few thousand
    /// @return one answer for each, in the same order
    List<Optional<SubjectId>> subjectsOf(List<PersonalData> persons);

    /// The subject that is found by these identifiers, if there is one: nobody new is made.
    Optional<SubjectId> find(PersonalData person);

    /// What is kept of somebody; empty if nobody is known by that id, or they were forgotten.
    Optional<PersonalData> reveal(SubjectId subject);

    /// Destroys the key of that person and all that finds them.
    void forget(SubjectId subject);

    /// Encrypts bytes that may hold persons' data, such as a raw message.
    byte[] seal(byte[] plain);

    /// @throws IllegalStateException if `sealed` was not sealed by this vault
    byte[] open(byte[] sealed);
}
