package io.quartermaster.forecasting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever a till may have recorded: always an interval, never less than nothing, never
/// crossing, never an exception.
class AnyHistoryTests {

    private static final LocalDate LEAP_DAY = LocalDate.of(2024, 2, 29);
    private static final double[] CHANCES = {0.005, 0.25, 0.5, 0.67, 0.95, 0.995};
    private static final int SEED = 70_29;

    enum History {
        EMPTY,
        ONE_DAY,
        THREE_DAYS,
        CONSTANT,
        ALL_ZERO,
        HALF_A_YEAR_MISSING,
        STOCK_OUT_WEEKS,
        NEVER_SEEN,
        HUGE_ORDER,
        MORE_RETURNS_THAN_SALES,
        NOT_NUMBERS,
        INTERMITTENT,
        PROMOTION_SPIKES,
        CLOSED_ON_SUNDAYS,
        JUST_OPENED,
        WEIGHED,
        ENORMOUS,
        LAST_DAY_ONLY
    }

    private static double[] units(History history, Random random) {
        int days =
                switch (history) {
                    case EMPTY -> 0;
                    case ONE_DAY -> 1;
                    case THREE_DAYS -> 3;
                    case JUST_OPENED -> 9;
                    default -> 30 + random.nextInt(700);
                };
        var units = new double[days];
        for (int i = 0; i < days; i++) {
            units[i] = switch (history) {
                case EMPTY, ALL_ZERO -> 0;
                case CONSTANT -> 7;
                case HALF_A_YEAR_MISSING -> i > 10 && i < 190 ? Double.NaN : random.nextInt(6);
                case HUGE_ORDER -> i == days / 2 ? 10_000 : random.nextInt(6);
                case MORE_RETURNS_THAN_SALES -> random.nextInt(6) - 4;
                case NOT_NUMBERS ->
                    new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 2}[random.nextInt(4)];
                case INTERMITTENT -> random.nextInt(12) == 0 ? 1 + random.nextInt(3) : 0;
                case PROMOTION_SPIKES -> random.nextInt(6) * (i % 30 < 3 ? 20 : 1);
                case CLOSED_ON_SUNDAYS -> i % 7 == 3 ? 0 : random.nextInt(30);
                case WEIGHED -> random.nextDouble() < 0.3 ? random.nextDouble() * 4 : 0;
                case ENORMOUS -> 1e12 * random.nextDouble();
                case LAST_DAY_ONLY -> i == days - 1 ? 3 : 0;
                case ONE_DAY, THREE_DAYS, STOCK_OUT_WEEKS, NEVER_SEEN, JUST_OPENED -> random.nextInt(9);
            };
        }
        return units;
    }

    private static boolean[] censored(History history, int days) {
        var censored = new boolean[days];
        for (int i = 0; i < days; i++) {
            censored[i] = history == History.NEVER_SEEN || (history == History.STOCK_OUT_WEEKS && i % 40 > 25);
        }
        return censored;
    }

    @ParameterizedTest
    @EnumSource
    void alwaysGivesAnInterval(History history) {
        var random = new Random(SEED);
        for (int run = 0; run < 15; run++) {
            for (var frequency : Frequency.values()) {
                var units = units(history, random);
                var series = DemandSeries.of(LEAP_DAY, frequency, units, censored(history, units.length));
                int horizon = 1 + random.nextInt(60);

                holds(Forecaster.standard().forecast(series, horizon), series.isCounted());
            }
        }
    }

    /// Some histories, each with its own first days and with nothing as the other one.
    static void forEach(History history, BiConsumer<DemandSeries, DemandSeries> use) {
        var random = new Random(SEED);
        for (int run = 0; run < 8; run++) {
            for (var frequency : Frequency.values()) {
                var units = units(history, random);
                var whole = DemandSeries.of(LEAP_DAY, frequency, units, censored(history, units.length));
                var first = Arrays.copyOf(units, Math.min(units.length, 1 + run * 7));
                use.accept(whole, DemandSeries.of(LEAP_DAY, frequency, first, censored(history, first.length)));
                use.accept(whole, DemandSeries.of(LEAP_DAY, frequency, new double[0], new boolean[0]));
            }
        }
    }

    static void holds(Forecast forecast, boolean counted) {
        assertThat(Arrays.stream(forecast.means())).allMatch(mean -> mean >= 0 && Double.isFinite(mean));
        assertThat(forecast.level()).isNotNegative().isFinite();
        assertThat(Arrays.stream(forecast.weekdayFactors())).hasSize(7).allMatch(factor -> factor >= 0);
        assertThat(forecast.model()).isNotBlank();
        for (int period = 0; period < forecast.horizon(); period += 5) {
            quantilesHold(forecast.over(period, 1), counted);
        }
        quantilesHold(forecast.over(0, forecast.horizon()), counted);
        quantilesHold(forecast.overLeadTime(forecast.horizon(), 1.5), counted);
    }

    private static void quantilesHold(WindowDemand demand, boolean counted) {
        double before = 0;
        for (double p : CHANCES) {
            double quantile = demand.quantile(p);
            assertThat(quantile).as("%s at %s", demand, p).isFinite().isGreaterThanOrEqualTo(before);
            if (counted) {
                assertThat(quantile).isEqualTo(Math.rint(quantile));
            }
            before = quantile;
        }
    }
}
