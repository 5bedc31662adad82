package io.quartermaster.skills;

import io.quartermaster.retail.SkillId;
import java.time.Instant;

/// A decision that could not be made; it is tried again.
///
/// @param failures how often in a row
/// @param why what went wrong the last time
/// @param againAt when it is tried again, unless something happens before
public record SkillFailure(SkillId skill, Concern concern, int failures, String why, Instant againAt) {}
