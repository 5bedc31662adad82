package io.quartermaster.retail;

import org.jspecify.annotations.Nullable;

/// What people did to Quartermaster itself, and what it did to itself: who signed in, what was
/// set differently, what had got lost and was found, who was forgotten.
public sealed interface HouseEvent extends RetailEvent {

    UserId by();

    /// Somebody came in.
    ///
    /// @param how `password`, `one-time link`, `api key`
    record SignedIn(Origin origin, UserId by, String how) implements HouseEvent {}

    /// Something was set differently.
    ///
    /// @param what the kind of thing that changed, such as `policy` or `supplier`
    /// @param which its name
    /// @param change from what to what, in a sentence, without secrets and without persons' data
    record SettingChanged(Origin origin, UserId by, String what, String which, String change) implements HouseEvent {}

    /// Something had happened at a platform of which no message had come: it was asked for.
    ///
    /// @param connection whose message had got lost
    /// @param what in the platform's words, such as `fetched.order`
    /// @param entries how many entries of the journal it made, which stand beside this one
    record HoleFilled(Origin origin, UserId by, ConnectionId connection, String what, int entries)
            implements HouseEvent {}

    /// Somebody was forgotten, because they or the platform asked for it.
    ///
    /// @param connection who asked
    /// @param subject the id that stood for them, which leads nowhere now; null if nobody was known
    record PersonForgotten(
            Origin origin,
            UserId by,
            ConnectionId connection,
            @Nullable SubjectId subject) implements HouseEvent {}
}
