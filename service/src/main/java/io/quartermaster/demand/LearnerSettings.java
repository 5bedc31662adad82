package io.quartermaster.demand;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Whether and how much is learnt from all variants together each night:
/// `quartermaster.demand.learner.*`.
///
/// @param enabled whether at all
/// @param historyDays how many days it learns from, at most
/// @param historyDaysMin nobody learns before a shop has known so many days
/// @param horizonDays how many days it looks ahead; beyond that the models alone say how days
/// differ
/// @param seriesMin from how few variants, counted at each location, there is nothing to learn
/// @param seriesMax how many at most, the best selling ones
/// @param timeLimit after which a night is given up and the forecasts stay as they are
/// @param rest the least real time between two nights
@ConfigurationProperties("quartermaster.demand.learner")
record LearnerSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("730") int historyDays,
        @DefaultValue("182") int historyDaysMin,
        @DefaultValue("28") int horizonDays,
        @DefaultValue("50") int seriesMin,
        @DefaultValue("20000") int seriesMax,
        @DefaultValue("PT1H") Duration timeLimit,
        @DefaultValue("PT6H") Duration rest) {

    private static final int HISTORY_DAYS_MAX = 1_500;
    private static final int HORIZON_DAYS_MAX = 120;
    private static final int HORIZONS_MIN = 5;
    private static final int SERIES_MAX = 50_000;

    LearnerSettings {
        require("horizon-days", horizonDays, 7, HORIZON_DAYS_MAX);
        require("history-days", historyDays, HORIZONS_MIN * horizonDays, HISTORY_DAYS_MAX);
        require("history-days-min", historyDaysMin, HORIZONS_MIN * horizonDays, historyDays);
        require("series-max", seriesMax, 1, SERIES_MAX);
        require("series-min", seriesMin, 1, seriesMax);
        if (!timeLimit.isPositive() || rest.isNegative()) {
            throw new IllegalArgumentException("""
                    The settings quartermaster.demand.learner.time-limit (%s) and rest (%s) must be spans of time.
                    Maybe write PT1H for an hour.""".formatted(timeLimit, rest));
        }
    }

    private static void require(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("The setting quartermaster.demand.learner.%s (%d) must be %d to %d."
                    .formatted(name, value, least, most));
        }
    }
}
