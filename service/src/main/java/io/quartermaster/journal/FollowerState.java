package io.quartermaster.journal;

/// How far a follower has come, and whether it gets on.
///
/// @param id the follower's name
/// @param bookmark the last entry that counts for it
/// @param lag how many entries it is behind the newest
/// @param status whether it gets on
/// @param error what went wrong, in a sentence; empty unless it stopped
/// @param stoppedAt the entry that it cannot take; 0 unless it stopped
public record FollowerState(String id, long bookmark, long lag, Status status, String error, long stoppedAt) {

    /// Whether a follower gets on.
    public enum Status {
        FOLLOWING,

        /// Another instance of the service follows in its place.
        STANDING_BY,

        /// It cannot take an entry, and tries again and again.
        STOPPED
    }
}
