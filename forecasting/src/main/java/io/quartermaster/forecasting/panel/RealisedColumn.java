package io.quartermaster.forecasting.panel;

/// Something that is only known when the day is over: the price that was paid, the weather.
///
/// It ends where the history ends: of the days to come it can say nothing.
///
/// @param values by series and period of the series
public record RealisedColumn(String name, float[][] values) {}
