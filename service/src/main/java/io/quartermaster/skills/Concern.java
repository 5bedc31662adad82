package io.quartermaster.skills;

import io.quartermaster.retail.LocationId;

/// One matter that a skill decides on as a whole: all that one supplier could bring to one shop.
///
/// @param subject in the skill's own words, such as the supplier's id
public record Concern(String subject, LocationId location) {}
