package io.quartermaster.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.books.sales.ChannelSales;
import io.quartermaster.demand.DemandForecast.Days;
import io.quartermaster.demand.DemandForecast.History;
import io.quartermaster.demand.DemandForecast.Model;
import io.quartermaster.demand.TotalKey.Kind;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.SaleEvent.Channel;
import io.quartermaster.retail.Unit;
import io.quartermaster.retail.VariantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TotalsMadeTests {

    private static final LocationId NEW = new LocationId("new");
    private static final LocationId OLD = new LocationId("old");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final int HORIZON = 10;

    private final LeafSums sums = new LeafSums(TODAY, HORIZON);
    private final SoldSums sold = new SoldSums(TODAY, 60);

    /// The old shop sells 6 at the till and 2 on the web, if not on every day; the new one, ten
    /// times as large, is thought to do so as well: three quarters of 80, and a quarter. What the
    /// chain sold does not know of it.
    @Test
    void aShopThatSoldNothingYetSellsInTheChainsWays() {
        sell(OLD, Channel.TILL, 6);
        sellNowAndThen(OLD, Channel.WEB, 4);
        sums.add("Tea", Unit.EACH, forecast(OLD, 8, 2));
        sums.add("Tea", Unit.EACH, forecast(NEW, 80, 2));

        assertThat(mean(Kind.CHANNEL, "TILL", NEW.value())).isCloseTo(60, within(4.0));
        assertThat(mean(Kind.CHANNEL, "WEB", NEW.value())).isCloseTo(20, within(4.0));
        assertThat(mean(Kind.CHANNEL, "WEB", OLD.value())).isCloseTo(2, within(0.5));
    }

    /// Its variants will sell ten times what was sold: both channels do, the steady and the unsteady
    /// one.
    @Test
    void whereAllWillSellMoreEachChannelDoes() {
        sell(OLD, Channel.TILL, 6);
        sellNowAndThen(OLD, Channel.WEB, 4);
        sums.add("Tea", Unit.EACH, forecast(OLD, 80, 2));

        assertThat(mean(Kind.CHANNEL, "TILL", OLD.value())).isCloseTo(60, within(4.0));
        assertThat(mean(Kind.CHANNEL, "WEB", OLD.value())).isCloseTo(20, within(4.0));
    }

    @Test
    void aChainThatSoldNothingYetSellsAtTheTill() {
        sums.add("Tea", Unit.EACH, forecast(NEW, 8, 2));

        assertThat(mean(Kind.CHANNEL, "TILL", NEW.value())).isEqualTo(8);
        assertThat(total(Kind.CHANNEL, "TILL", "").deviations()[0]).isPositive();
    }

    /// The sum says 16 a day and the own past 8: it may be wrong by what they differ.
    @Test
    void whereSumAndOwnForecastDifferOneIsLessSure() {
        sell(OLD, Channel.TILL, 8);
        sums.add("Tea", Unit.EACH, forecast(OLD, 16, 2));

        var chain = total(Kind.CHAIN, "", "");
        assertThat(chain.alone()[0]).isCloseTo(8, within(0.1));
        assertThat(chain.deviations()[0]).isCloseTo(8, within(0.2));
        assertThat(chain.windows()[6]).isCloseTo(7 * 8, within(1.5));
    }

    /// By hand: two variants with deviation 3 and 4 have 5 together, and 5 · √7 in a week.
    @Test
    void withoutAPastVariantsKnowNothingOfEachOther() {
        sums.add("Tea", Unit.EACH, forecast(NEW, 8, 3));
        sums.add("Tea", Unit.EACH, forecast(NEW, 8, 4));

        var tea = total(Kind.CATEGORY, "Tea", NEW.value());
        assertThat(tea.means()[0]).isEqualTo(160_000);
        assertThat(tea.deviations()[0]).isCloseTo(5, within(1e-9));
        assertThat(tea.windows()[6]).isCloseTo(5 * Math.sqrt(7), within(1e-9));
    }

    private double mean(Kind kind, String name, String location) {
        return TenThousandths.units(total(kind, name, location).means()[0]);
    }

    private Total total(Kind kind, String name, String location) {
        var own = sold.learnable().stream()
                .collect(Collectors.toMap(Function.identity(), key -> OwnForecast.of(sold.series(key), HORIZON)));
        return new TotalsMade(sums, sold, own)
                .totals().stream()
                        .filter(one -> one.key().equals(new TotalKey(kind, name, location, Unit.EACH)))
                        .findFirst()
                        .orElseThrow();
    }

    private void sell(LocationId location, Channel channel, int units) {
        sell(location, channel, _ -> units);
    }

    /// On every other day or so.
    private void sellNowAndThen(LocationId location, Channel channel, int units) {
        var random = new Random(3);
        sell(location, channel, _ -> random.nextBoolean() ? units : 0);
    }

    private void sell(LocationId location, Channel channel, IntUnaryOperator units) {
        sold.add(
                location,
                IntStream.rangeClosed(1, 60)
                        .mapToObj(ago -> new ChannelSales(
                                "Tea", channel, TODAY.minusDays(ago), Quantity.each(units.applyAsInt(ago))))
                        .toList());
    }

    private static DemandForecast forecast(LocationId location, double mean, double deviation) {
        var windows = IntStream.rangeClosed(1, HORIZON)
                .mapToDouble(days -> deviation * Math.sqrt(days))
                .toArray();
        return new DemandForecast(
                new VariantId("V1"),
                location,
                TODAY,
                new Model("test", "SMOOTH", true, null, null, null, 0),
                new Days(filled(mean), filled(deviation), windows, new double[7]),
                new History(null, 0),
                Instant.EPOCH);
    }

    private static double[] filled(double value) {
        var values = new double[HORIZON];
        Arrays.fill(values, value);
        return values;
    }
}
