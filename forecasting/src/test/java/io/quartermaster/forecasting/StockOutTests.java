package io.quartermaster.forecasting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Planted stock-outs: demand is known, the shelf was empty at times, and only sales are shown.
class StockOutTests {

    private static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);
    private static final int SHOPS = 200;
    private static final int DAYS = 364;
    private static final double A_DAY = 4;

    /// What a shop sold, and when its shelf was empty.
    private static final class Sales {

        final double[] units = new double[DAYS];
        final boolean[] outOfStock = new boolean[DAYS];
    }

    @Test
    void isNotBiasedByDaysWithoutStock() {
        assertThat(bias(true, StockOutTests::withoutStockNowAndThen)).isBetween(-0.02, 0.02);
        assertThat(bias(false, StockOutTests::withoutStockNowAndThen)).isLessThan(-0.07);
    }

    /// The shelf runs empty on days that ask for much: taking what was sold for what was asked for,
    /// or leaving those days out, would both forecast too little.
    @Test
    void isNotBiasedWhereTheShelfIsSoldOut() {
        double marked = bias(true, StockOutTests::soldOutBeforeTheDelivery);
        double trusted = bias(false, StockOutTests::soldOutBeforeTheDelivery);

        assertThat(marked).isBetween(-0.01, 0.01);
        assertThat(trusted).isLessThan(-0.07);
    }

    /// Half the day's demand comes before noon, and each day of four opens with two on the shelf.
    @Test
    void usesTheHourAtWhichTheShelfRanDry() {
        var random = new Random(11);
        double said = 0;
        for (int shop = 0; shop < SHOPS; shop++) {
            var sales = new Sales();
            var shares = new double[DAYS];
            for (int day = 0; day < DAYS; day++) {
                sellByTheHour(sales, shares, day, day % 4 == 0 ? 2 : 100, random);
            }
            said += Forecaster.standard()
                    .forecast(
                            DemandSeries.daily(MONDAY, sales.units, sales.outOfStock)
                                    .withSharesBeforeSoldOut(shares),
                            28)
                    .over(0, 28)
                    .mean();
        }
        assertThat(said / (SHOPS * 28 * A_DAY) - 1).isBetween(-0.01, 0.01);
    }

    private static void sellByTheHour(Sales sales, double[] shares, int day, int stock, Random random) {
        shares[day] = Double.NaN;
        double time = -Math.log(1 - random.nextDouble()) / A_DAY;
        while (time < 1 && sales.units[day] < stock) {
            sales.units[day]++;
            sales.outOfStock[day] = sales.units[day] == stock;
            shares[day] = sales.outOfStock[day] ? time : Double.NaN;
            time -= Math.log(1 - random.nextDouble()) / A_DAY;
        }
    }

    /// Bread: ten are baked, ten are gone by noon, every day. No day shows what was asked for.
    @Test
    void doesNotTakeWhatSellsOutEveryDayForDead() {
        var baked = new double[60];
        var soldOut = new boolean[60];
        Arrays.fill(baked, 10);
        Arrays.fill(soldOut, true);

        var forecast = Forecaster.standard().forecast(DemandSeries.daily(MONDAY, baked, soldOut), 7);

        assertThat(forecast.mean(3)).isBetween(9.5, 10.5);
        assertThat(forecast.demandClass()).isEqualTo(DemandClass.SMOOTH);
        assertThat(forecast.quantile(3, 0.95)).isGreaterThan(10);
    }

    private interface Shop {

        Sales open(Random random);
    }

    private static double bias(boolean marksAreKnown, Shop shop) {
        var random = new Random(7);
        double said = 0;
        for (int i = 0; i < SHOPS; i++) {
            var sales = shop.open(random);
            var marks = marksAreKnown ? sales.outOfStock : new boolean[DAYS];
            said += Forecaster.standard()
                    .forecast(DemandSeries.daily(MONDAY, sales.units, marks), 28)
                    .over(0, 28)
                    .mean();
        }
        return said / (SHOPS * 28 * A_DAY) - 1;
    }

    /// One day of eight nothing could be sold, whatever was asked for.
    private static Sales withoutStockNowAndThen(Random random) {
        var sales = new Sales();
        for (int day = 0; day < DAYS; day++) {
            sales.outOfStock[day] = random.nextInt(8) == 0;
            sales.units[day] = sales.outOfStock[day] ? 0 : Draw.poisson(random, A_DAY);
        }
        return sales;
    }

    /// Each Monday the shelf is filled to 28, which is a usual week's demand.
    private static Sales soldOutBeforeTheDelivery(Random random) {
        var sales = new Sales();
        double stock = 0;
        for (int day = 0; day < DAYS; day++) {
            stock = day % 7 == 0 ? 28 : stock;
            double asked = Draw.poisson(random, A_DAY);
            sales.units[day] = Math.min(asked, stock);
            stock -= sales.units[day];
            sales.outOfStock[day] = stock == 0;
        }
        return sales;
    }
}
