package io.quartermaster.forecasting.learner;

/// Who is heard in a forecast of many series.
public enum Voices {
    /// Models that look at each series alone, and know nothing of plans.
    PORTFOLIO,
    /// Trees that learn from all series together, and know the plans.
    LEARNER,
    /// Both, weighed by how they did in the past.
    ALL
}
