package io.quartermaster.forecasting;

/// Scores a combination of models on the backtest that made it.
///
/// Source of the scaled error: R. J. Hyndman, A. B. Koehler, "Another look at measures of
/// forecast accuracy", International Journal of Forecasting 22 (2006) 679-688.
final class Scoring {

    private static final double UPPER = 0.95;

    private Scoring() {}

    static BacktestScore score(Backtest backtest, Combination combination, ErrorSpread spread, DemandSeries history) {
        int season = history.frequency().season();
        double strayed = 0;
        double naiveStrayed = 0;
        double said = 0;
        double came = 0;
        int covered = 0;
        int count = 0;
        for (int o = 0; o < backtest.originCount(); o++) {
            double[] cameThen = backtest.came(o);
            double[] saidThen = combination.said(o);
            double[] enough = enough(saidThen, spread, history);
            for (int s = 0; s < enough.length; s++) {
                double units = cameThen[s];
                if (Double.isNaN(units)) {
                    continue;
                }
                double mean = saidThen[s];
                double naive = Math.abs(units - backtest.cameLastSeason(o, s, season));
                strayed += Math.abs(units - mean);
                naiveStrayed += Double.isNaN(naive) ? 0 : naive;
                said += mean;
                came += units;
                covered += units <= enough[s] ? 1 : 0;
                count++;
            }
        }
        return count == 0
                ? BacktestScore.UNTRIED
                : new BacktestScore(
                        naiveStrayed > 0 ? strayed / naiveStrayed : Double.NaN,
                        came > 0 ? said / came - 1 : Double.NaN,
                        (double) covered / count,
                        backtest.originCount());
    }

    /// The upper quantiles of the days after an origin. Most models repeat the week, and so do these.
    private static double[] enough(double[] said, ErrorSpread spread, DemandSeries history) {
        int season = history.frequency().season();
        var enough = new double[said.length];
        for (int s = 0; s < said.length; s++) {
            double mean = said[s];
            enough[s] = s >= season && mean == said[s - season]
                    ? enough[s - season]
                    : DemandDistribution.quantile(mean, spread.variance(1, mean), history.isCounted(), UPPER);
        }
        return enough;
    }
}
