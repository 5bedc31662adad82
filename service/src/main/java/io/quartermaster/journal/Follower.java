package io.quartermaster.journal;

import java.util.List;

/// Reads the journal in order and keeps something of its own up to date with it.
///
/// Each follower has a bookmark. A batch and the bookmark's move are one transaction, so that
/// each entry counts once, whatever crashes. Of several instances of the service, one at a time
/// follows. A follower that is new reads from the first entry on.
public interface Follower {

    /// The name of its bookmark, such as `stock`. It never changes.
    String id();

    /// Takes the next entries. It runs inside a transaction; if it throws, nothing of the batch
    /// counts, the follower stops there, and says so.
    ///
    /// @param entries oldest first; at most a few hundred
    void follow(List<Entry> entries);

    /// Called after the batch is committed, outside its transaction: the place to wake others.
    default void committed() {}
}
