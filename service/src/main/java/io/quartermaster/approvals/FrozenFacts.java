package io.quartermaster.approvals;

/// The facts that a proposal was decided on, exactly as the skill saw them, so that it can be
/// decided again, years later.
///
/// @param version of the form of the facts and of the reasoning over them; old versions stay
/// readable
/// @param json canonical: the same facts make the same text
public record FrozenFacts(int version, String json) {}
