package io.quartermaster.skills.replenishment;

import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the retailer wants stock to be kept: `quartermaster.replenishment.*`.
///
/// @param serviceLevelA wanted chance of no stock-out in a cycle, for the variants that make the
/// first 80 % of the turnover; B is for the next 15 %, C for the rest
/// @param holdingRate share of its cost that a unit costs us a year on the shelf
/// @param orderLineCost what one more line on an order costs, in the supplier's currency
/// @param missedRate what a missed sale costs, as a share of the unit cost, where the price is
/// unknown
/// @param coverDaysMax the longest that an order should last
/// @param topUpCoverDaysMax the longest that a line should last when it fills up an order
/// @param linesMax how many variants one decision looks at
/// @param transferDays how long a transfer takes
@ConfigurationProperties("quartermaster.replenishment")
record ReplenishmentSettings(
        @DefaultValue("0.97") BigDecimal serviceLevelA,
        @DefaultValue("0.95") BigDecimal serviceLevelB,
        @DefaultValue("0.90") BigDecimal serviceLevelC,
        @DefaultValue("0.25") BigDecimal holdingRate,
        @DefaultValue("2") BigDecimal orderLineCost,
        @DefaultValue("0.5") BigDecimal missedRate,
        @DefaultValue("60") int coverDaysMax,
        @DefaultValue("120") int topUpCoverDaysMax,
        @DefaultValue("100") int linesMax,
        @DefaultValue("2") int transferDays) {

    private static final int DAYS_MAX = 730;
    private static final int LINES_MAX = 500;

    ReplenishmentSettings {
        requireChance("service-level-a", serviceLevelA);
        requireChance("service-level-b", serviceLevelB);
        requireChance("service-level-c", serviceLevelC);
        requireZeroOrMore("holding-rate", holdingRate);
        requireZeroOrMore("order-line-cost", orderLineCost);
        requireZeroOrMore("missed-rate", missedRate);
        require("cover-days-max", coverDaysMax, 1, DAYS_MAX);
        require("top-up-cover-days-max", topUpCoverDaysMax, 1, DAYS_MAX);
        require("lines-max", linesMax, 1, LINES_MAX);
        require("transfer-days", transferDays, 0, DAYS_MAX);
    }

    BigDecimal serviceLevel(String turnoverClass) {
        return switch (turnoverClass) {
            case "A" -> serviceLevelA;
            case "C" -> serviceLevelC;
            default -> serviceLevelB;
        };
    }

    private static void requireChance(String name, BigDecimal value) {
        if (value.signum() <= 0 || value.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException("""
                    The setting quartermaster.replenishment.%s (%s) must be between 0 and 1.
                    Maybe it was given in percent: 95 %% is 0.95.""".formatted(name, value));
        }
    }

    private static void requireZeroOrMore(String name, BigDecimal value) {
        if (value.signum() < 0) {
            throw new IllegalArgumentException(
                    "The setting quartermaster.replenishment.%s (%s) must be zero or more.".formatted(name, value));
        }
    }

    private static void require(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("The setting quartermaster.replenishment.%s (%d) must be %d to %d."
                    .formatted(name, value, least, most));
        }
    }
}
