package io.quartermaster.forecasting;

import java.util.List;

/// One way to look ahead: a moving average, exponential smoothing, Croston's method …
///
/// A model is a recipe without state; what it learns lives in a [Memory], which reads the history
/// once, period by period. So a backtest costs one reading: the memory is asked for its forecast
/// at each origin on the way, and never fitted again.
///
/// To add a model: one class, one line in [ModelShelf], a test that extends
/// `ForecastModelContract`, a row in the README. Nobody names a model: backtests weigh them.
public interface ForecastModel {

    /// What people call it; stands in the forecast that it had a part in.
    String name();

    /// Starts with nothing learnt.
    Memory begin(Frequency frequency);

    /// False where the model is known to add nothing: [Forecaster#standard] then leaves it out,
    /// which is faster and, because a short backtest is mostly luck, better than weighing it.
    ///
    /// @param demandClass how the variant sells
    /// @param frequency how long its periods are
    default boolean suits(DemandClass demandClass, Frequency frequency) {
        return true;
    }

    /// True for the yardstick: a model so simple that it has a say only where no other beats it.
    default boolean isYardstick() {
        return false;
    }

    /// All models of the library, for a choice of one's own.
    static List<ForecastModel> all() {
        return ModelShelf.ALL;
    }

    /// What a model has learnt of one series so far. Not safe for several threads.
    interface Memory {

        /// Reads the next period's demand.
        ///
        /// @param units zero or more, finite
        void observe(double units);

        /// Passes over a period on which demand could not be seen.
        void skip();

        /// The mean demand expected in a period to come: 1 is the one after the last that was read.
        ///
        /// @return finite, zero or more; zero as long as nothing was learnt
        double ahead(int periods);

        /// The same for the next periods one after the other, the first one into `means[0]`.
        default void aheadInto(double[] means) {
            for (int i = 0; i < means.length; i++) {
                means[i] = ahead(i + 1);
            }
        }
    }
}
