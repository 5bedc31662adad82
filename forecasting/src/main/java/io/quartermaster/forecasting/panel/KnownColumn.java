package io.quartermaster.forecasting.panel;

/// Something that is known before the day comes: a planned price, a promotion, a holiday.
///
/// What was only seen when the day was over, such as the price that was really paid, is a
/// [RealisedColumn]: to know that ahead would be cheating, and no learner takes one for the
/// other.
///
/// @param coded true if the values are numbers of words (kinds of events), not amounts
/// @param values by series and period of the series, past its end to the end of the horizon;
/// `NaN` where nothing is known
public record KnownColumn(String name, boolean coded, float[][] values) {}
