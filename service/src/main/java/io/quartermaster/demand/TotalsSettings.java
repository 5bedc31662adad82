package io.quartermaster.demand;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Whether and how totals are made of forecasts: `quartermaster.demand.totals.*`.
///
/// @param enabled whether at all
/// @param horizonDays how many days they look ahead
/// @param categoriesMax how many categories have a total of their own, those of most variants; the
/// others are one together
/// @param rest the least real time before they are made again because forecasts of the same day
/// changed; it is longer where making them takes long
/// @param timeLimit for how long nobody else makes them; who takes longer keeps nothing
@ConfigurationProperties("quartermaster.demand.totals")
record TotalsSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("56") int horizonDays,
        @DefaultValue("100") int categoriesMax,
        @DefaultValue("PT5M") Duration rest,
        @DefaultValue("PT30M") Duration timeLimit) {

    private static final int HORIZON_DAYS_MAX = 120;
    private static final int CATEGORIES_MAX = 500;

    TotalsSettings {
        require("horizon-days", horizonDays, 7, HORIZON_DAYS_MAX);
        require("categories-max", categoriesMax, 1, CATEGORIES_MAX);
        if (!timeLimit.isPositive() || rest.isNegative()) {
            throw new IllegalArgumentException("""
                    The settings quartermaster.demand.totals.time-limit (%s) and rest (%s) must be spans of time.
                    Maybe write PT1H for an hour.""".formatted(timeLimit, rest));
        }
    }

    private static void require(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("The setting quartermaster.demand.totals.%s (%d) must be %d to %d."
                    .formatted(name, value, least, most));
        }
    }
}
