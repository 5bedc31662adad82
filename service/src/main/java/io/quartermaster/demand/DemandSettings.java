package io.quartermaster.demand;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How far forecasts look back and ahead: `quartermaster.demand.*`.
///
/// @param historyDays how many days of sales a forecast learns from, at most
/// @param horizonDays how many days it looks ahead; beyond that the last week repeats itself
/// @param batch how many variants are forecast together
/// @param threads how many are forecast at once; 0 for one less than there are processors
/// @param inputsDays for how many days it is kept what a forecast was made from, once a newer one
/// has taken its place
/// @param decidedInputsDays the same for forecasts that a proposal was decided on
/// @param surpriseInterval after a surprising sale a variant is let alone for so long
/// @param windowLevels whether is learnt at which levels to ask windows of several days; what was
/// learnt holds on
@ConfigurationProperties("quartermaster.demand")
record DemandSettings(
        @DefaultValue("730") int historyDays,
        @DefaultValue("120") int horizonDays,
        @DefaultValue("200") int batch,
        @DefaultValue("0") int threads,
        @DefaultValue("3") int inputsDays,
        @DefaultValue("400") int decidedInputsDays,
        @DefaultValue("PT15M") Duration surpriseInterval,
        @DefaultValue("true") boolean windowLevels) {

    private static final int HISTORY_DAYS_MAX = 3_650;
    private static final int HORIZON_DAYS_MAX = 1_000;
    private static final int BATCH_MAX = 2_000;
    private static final int THREADS_MAX = 64;
    private static final int INPUTS_DAYS_MAX = 3_650;

    DemandSettings {
        require("history-days", historyDays, 7, HISTORY_DAYS_MAX);
        require("horizon-days", horizonDays, 7, HORIZON_DAYS_MAX);
        require("batch", batch, 1, BATCH_MAX);
        require("threads", threads, 0, THREADS_MAX);
        require("inputs-days", inputsDays, 1, INPUTS_DAYS_MAX);
        require("decided-inputs-days", decidedInputsDays, inputsDays, INPUTS_DAYS_MAX);
        if (surpriseInterval.isNegative()) {
            throw new IllegalArgumentException(
                    "The setting quartermaster.demand.surprise-interval (%s) must not be negative."
                            .formatted(surpriseInterval));
        }
        threads = threads == 0 ? Math.max(1, Runtime.getRuntime().availableProcessors() - 1) : threads;
    }

    private static void require(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "The setting quartermaster.demand.%s (%d) must be %d to %d.".formatted(name, value, least, most));
        }
    }
}
