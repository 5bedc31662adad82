package io.quartermaster.forecasting;

/// How a variant sells: how often, and how evenly.
///
/// Two figures decide. *ADI* is the mean number of periods between two with demand; *CV²* is the
/// squared coefficient of variation of the demand on periods that had some. The borders are 1.32
/// and 0.49.
///
/// Source: A. A. Syntetos, J. E. Boylan, J. D. Croston, "On the categorization of demand
/// patterns", Journal of the Operational Research Society 56 (2005) 495-503.
public enum DemandClass {
    /// No demand was ever seen.
    NONE,
    /// Sells nearly every period, and evenly.
    SMOOTH,
    /// Sells nearly every period, now much and now little.
    ERRATIC,
    /// Sells now and then, in even amounts.
    INTERMITTENT,
    /// Sells now and then, now much and now little.
    LUMPY;

    static final double ADI_BORDER = 1.32;
    static final double CV2_BORDER = 0.49;

    /// The class of a history. A period without stock counts only if something was sold on it.
    public static DemandClass of(DemandSeries history) {
        int seen = 0;
        int sold = 0;
        double sum = 0;
        double squares = 0;
        double[] told = history.units();
        boolean censors = history.isEverCensored();
        for (int i = 0; i < told.length; i++) {
            double units = DemandSeries.sold(told[i]);
            if (units > 0) {
                sold++;
                sum += units;
                squares += units * units;
            }
            if (units > 0 || Double.isFinite(told[i]) && !(censors && history.isCensored(i))) {
                seen++;
            }
        }
        if (sold == 0) {
            return NONE;
        }
        double mean = sum / sold;
        double cv2 = Math.max(0, squares / sold / (mean * mean) - 1);
        return of((double) seen / sold, cv2);
    }

    /// True for what sells now and then.
    boolean isRare() {
        return this == INTERMITTENT || this == LUMPY;
    }

    static DemandClass of(double adi, double cv2) {
        if (adi < ADI_BORDER) {
            return cv2 < CV2_BORDER ? SMOOTH : ERRATIC;
        }
        return cv2 < CV2_BORDER ? INTERMITTENT : LUMPY;
    }
}
