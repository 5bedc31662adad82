package io.quartermaster.intake;

import java.time.Instant;

/// A message that was not understood.
///
/// @param id its number in the inbox
/// @param why names the field and what is wrong with it
/// @param known whether a person has seen it and said that nothing is to be done
public record Quarantined(long id, String connection, String topic, String why, Instant since, boolean known) {}
