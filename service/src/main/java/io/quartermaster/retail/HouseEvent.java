package io.quartermaster.retail;

/// What people did to Quartermaster itself: who signed in, and what was set differently.
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
}
