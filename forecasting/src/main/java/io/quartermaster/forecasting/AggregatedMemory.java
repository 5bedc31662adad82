package io.quartermaster.forecasting;

import java.util.function.ToDoubleFunction;

/// Remembers a series in buckets of many lengths; the same level is foreseen for all periods.
final class AggregatedMemory implements ForecastModel.Memory {

    private final AggregatedLevels levels = new AggregatedLevels();
    private final ToDoubleFunction<AggregatedLevels> level;

    /// @param level units a period, from the buckets
    AggregatedMemory(ToDoubleFunction<AggregatedLevels> level) {
        this.level = level;
    }

    @Override
    public void observe(double units) {
        levels.learn(units);
    }

    @Override
    public void skip() {
        // Buckets hold periods that were seen.
    }

    @Override
    public double ahead(int steps) {
        return level.applyAsDouble(levels);
    }
}
