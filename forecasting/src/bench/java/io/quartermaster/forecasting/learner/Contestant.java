package io.quartermaster.forecasting.learner;

/// A booster that takes part in the comparison.
sealed interface Contestant extends AutoCloseable permits OwnContestant, LightGbmContestant {

    /// Brings the rows into the form that it learns from.
    void bin(PlainRows rows);

    /// Grows all trees on what was binned.
    void grow();

    /// Expected units, row by row.
    double[] forecast(PlainRows rows);

    @Override
    void close();

    /// The one of that name.
    static Contestant named(String name, BoosterSettings settings) {
        return switch (name) {
            case "own" -> new OwnContestant(settings);
            case "lightgbm" -> new LightGbmContestant(settings);
            default -> throw new IllegalArgumentException(
                    "The booster (%s) is not known; try own or lightgbm.".formatted(name));
        };
    }

    /// The power of the Tweedie loss, under which both learn.
    static double power(BoosterSettings settings) {
        return switch (settings.loss()) {
            case Loss.Tweedie tweedie -> tweedie.power();
            case Loss.Pinball pinball -> throw new IllegalArgumentException(
                    "The loss (%s) is not compared; try the Tweedie loss.".formatted(pinball));
        };
    }
}
