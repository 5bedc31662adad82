package io.quartermaster.intake;

import java.time.Duration;

/// How far translating is behind.
///
/// @param depth messages that wait to be translated, counted up to a million
/// @param toFetch things that platforms are still to be asked for
/// @param quarantined messages that were not understood and that nobody has marked as known
/// @param holes things that no message had told and that were found by asking
/// @param oldest how long the oldest of those that wait has waited; zero if none does
public record IntakeStatus(long depth, long toFetch, long quarantined, long holes, Duration oldest) {}
