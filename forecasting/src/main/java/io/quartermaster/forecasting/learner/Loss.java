package io.quartermaster.forecasting.learner;

/// What a row of trees is grown to make small, by its first and second derivative.
sealed interface Loss {

    /// Scores beyond this are cut off.
    double SCORE_MAX = 30;

    /// Writes how the loss of some rows changes with their scores.
    ///
    /// @param score of every row so far
    /// @param slope first derivative, by row
    /// @param curve second derivative, by row
    void derive(Rows rows, float[] score, int from, int to, float[] slope, float[] curve);

    /// True if something can be learnt of such a target.
    boolean learnsFrom(float target);

    /// The Tweedie loss of counts that are often zero, on a logarithmic scale: forecasts are never
    /// negative, and effects multiply.
    ///
    /// ```
    /// slope = e^((2-p)·F) − y·e^((1-p)·F),  F the logarithm of the forecast so far, p the power
    /// ```
    ///
    /// Source: B. Jørgensen, "Exponential dispersion models", Journal of the Royal Statistical
    /// Society B 49 (1987) 127-162.
    ///
    /// @param power 1 is Poisson, towards 2 large sales count for less
    record Tweedie(double power) implements Loss {

        @Override
        public void derive(Rows rows, float[] score, int from, int to, float[] slope, float[] curve) {
            for (int r = from; r < to; r++) {
                double f = Math.clamp(score[r], -SCORE_MAX, SCORE_MAX);
                double said = rows.weight()[r] * Math.exp((2 - power) * f);
                double came = rows.weight()[r] * rows.target()[r] * Math.exp((1 - power) * f);
                slope[r] = (float) (said - came);
                curve[r] = (float) ((2 - power) * said + (power - 1) * came);
            }
        }

        @Override
        public boolean learnsFrom(float target) {
            return Float.isFinite(target) && target >= 0;
        }
    }

    /// The pinball loss of a quantile: who is asked for 0.9 may be exceeded one time of ten, no more
    /// and no less.
    ///
    /// The loss has corners in place of curves. What is learnt here are places on the scale of log
    /// odds, which lie as the logistic distribution if nothing is to be learnt; its density at the
    /// quantile, `p·(1-p)`, is the curve that the loss has on average.
    ///
    /// Source: R. Koenker, G. Bassett, "Regression quantiles", Econometrica 46 (1978) 33-50.
    ///
    /// @param level between zero and one
    record Pinball(double level) implements Loss {

        @Override
        public void derive(Rows rows, float[] score, int from, int to, float[] slope, float[] curve) {
            for (int r = from; r < to; r++) {
                double exceeded = rows.target()[r] > score[r] ? 1 : 0;
                slope[r] = (float) (rows.weight()[r] * (1 - level - exceeded));
                curve[r] = (float) (rows.weight()[r] * level * (1 - level));
            }
        }

        @Override
        public boolean learnsFrom(float target) {
            return Float.isFinite(target);
        }
    }
}
