package io.quartermaster.approvals;

import java.time.Instant;

/// A figure that the decision looked at.
///
/// @param group what it is about, such as the SKU of a line; empty for the whole
/// @param label in the glossary's words
/// @param value with its unit; "unknown: …" when history is missing
/// @param source where it comes from: `stock book`, `supply terms`, `forecast (SES, weekday)`
/// @param asOf how old it is
public record Evidence(String group, String label, String value, String source, Instant asOf) {}
