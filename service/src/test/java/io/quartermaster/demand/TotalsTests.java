package io.quartermaster.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.demand.Totals.By;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Unit;
import io.quartermaster.retail.VariantId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Shops that sell at the till, on the web and on marketplaces; whatever they sell, totals agree.
class TotalsTests extends TotalsInATest {

    private static final List<LocationId> SHOPS = List.of(HILL, MILL, QUAY);
    private static final List<String> CHANNELS = List.of("TILL", "WEB", "MARKETPLACE");
    private static final List<String> CATEGORIES = List.of("Tea", "Mugs", "");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverIsSoldTotalsAgree(long seed) {
        sellAnything(new Random(seed));

        assertThat(make()).isPositive();

        for (var places : List.<Set<LocationId>>of(Set.of(), Set.of(QUAY), Set.of(HILL, QUAY), Set.copyOf(SHOPS))) {
            for (var whole : totals.by(By.CHAIN, places)) {
                for (int day = 0; day < HORIZON; day++) {
                    var units = whole.mean(day);
                    for (var by : By.values()) {
                        assertThat(sum(by, places, whole.unit(), day))
                                .as("seed %d, %s of %s, day %d", seed, by, places, day)
                                .isEqualTo(units);
                    }
                    assertThat(ofVariants(places, whole.unit(), day)).isEqualTo(units);
                }
                for (var by : By.values()) {
                    assertThat(soldYesterday(by, places, whole.unit())).isEqualTo(whole.sold(1));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void saysHowSureItIsOfEveryTotal(long seed) {
        sellAnything(new Random(seed));
        make();

        for (var by : By.values()) {
            for (var total : totals.by(by, Set.of(HILL, QUAY))) {
                var week = total.over(7);
                assertThat(week.quantile(0.05)).isNotNegative().isLessThanOrEqualTo(week.quantile(0.95));
                if (week.mean() > 10) {
                    assertThat(week.quantile(0.95)).isGreaterThan(week.mean());
                }
                assertThat(total.on(0).quantile(0.95)).isFinite();
            }
        }
    }

    /// Ten a day, seven of them at the till: the forecast by which goods are ordered is of all ten.
    @Test
    void tillAndWebAreOneDemand() {
        for (int ago = 1; ago <= 60; ago++) {
            sell(QUAY, "V1", "TILL", ago, 7, Unit.EACH);
            sell(QUAY, "V1", "WEB", ago, 3, Unit.EACH);
        }
        forecast(QUAY, "V1");
        make();

        var chain = totals.by(By.CHAIN, Set.of()).getFirst();
        var channels = totals.by(By.CHANNEL, Set.of());
        assertThat(chain.units(7).doubleValue()).isCloseTo(70, within(1.0));
        assertThat(channels).extracting(TotalForecast::key).containsExactly("TILL", "WEB");
        assertThat(channels.get(0).units(7).doubleValue()).isCloseTo(49, within(1.0));
        assertThat(channels.get(1).units(7).doubleValue()).isCloseTo(21, within(1.0));
        assertThat(channels.get(1).sold(1)).isEqualByComparingTo("3");
    }

    /// A shop that begins to sell on the web sells more there than its past says.
    @Test
    void aChannelThatGrowsIsForeseenToBeLarger() {
        for (int ago = 1; ago <= 60; ago++) {
            sell(QUAY, "V1", "TILL", ago, ago > 20 ? 10 : 5, Unit.EACH);
            if (ago <= 20) {
                sell(QUAY, "V1", "WEB", ago, 5, Unit.EACH);
            }
        }
        forecast(QUAY, "V1");
        make();

        var web = totals.by(By.CHANNEL, Set.of()).get(1);
        assertThat(web.key()).isEqualTo("WEB");
        assertThat(web.units(7).doubleValue()).isBetween(28.0, 42.0);
    }

    @Test
    void kilogramsAndPiecesAreNotAddedUp() {
        for (int ago = 1; ago <= 30; ago++) {
            sell(QUAY, "V1", "TILL", ago, 2, Unit.EACH);
            sell(QUAY, "V2", "TILL", ago, 5, Unit.KILOGRAM);
        }
        forecast(QUAY, "V1");
        forecast(QUAY, "V2");
        make();

        assertThat(totals.by(By.CHAIN, Set.of()))
                .extracting(TotalForecast::unit)
                .containsExactly(Unit.EACH, Unit.KILOGRAM);
        assertThat(totals.by(By.CHAIN, Set.of()).get(1).units(7).doubleValue()).isCloseTo(35, within(1.0));
    }

    /// Two categories have totals of their own here, the others are one.
    @Test
    void categoriesAreBounded() {
        int n = 0;
        for (var category : List.of("Tea", "Tea", "Tea", "Mugs", "Mugs", "Jars", "Pots")) {
            var id = "V" + n++;
            variant(id, category);
            for (int ago = 1; ago <= 10; ago++) {
                sell(QUAY, id, "TILL", ago, 1, Unit.EACH);
            }
            forecast(QUAY, id);
        }
        make();

        assertThat(totals.by(By.CATEGORY, Set.of()))
                .extracting(TotalForecast::key)
                .containsExactly("*", "Mugs", "Tea");
        assertThat(totals.by(By.CATEGORY, Set.of()).getFirst().forecasts()).isEqualTo(2);
    }

    private BigDecimal sum(By by, Set<LocationId> places, Unit unit, int day) {
        return totals.by(by, places).stream()
                .filter(total -> total.unit() == unit)
                .map(total -> total.mean(day))
                .reduce(BigDecimal::add)
                .orElse(BigDecimal.ZERO);
    }

    private BigDecimal soldYesterday(By by, Set<LocationId> places, Unit unit) {
        return totals.by(by, places).stream()
                .filter(total -> total.unit() == unit)
                .map(total -> total.sold(1))
                .reduce(BigDecimal::add)
                .orElse(BigDecimal.ZERO);
    }

    /// By what is kept of each variant: even-numbered ones are sold in pieces here.
    private BigDecimal ofVariants(Set<LocationId> places, Unit unit, int day) {
        var sum = BigDecimal.valueOf(0, 4);
        for (var shop : SHOPS) {
            if (places.isEmpty() || places.contains(shop)) {
                for (var variant : variants()) {
                    boolean pieces = Integer.parseInt(variant.value().substring(1)) % 2 == 0;
                    if (pieces == (unit == Unit.EACH)) {
                        var kept = demand.forecast(variant, shop);
                        if (kept.isPresent()) {
                            sum = sum.add(BigDecimal.valueOf(kept.get().mean(today().plusDays(day)))
                                    .setScale(4));
                        }
                    }
                }
            }
        }
        return sum;
    }

    private static List<VariantId> variants() {
        return IntStream.range(0, 8).mapToObj(v -> new VariantId("V" + v)).toList();
    }

    private void sellAnything(Random random) {
        for (var variant : variants()) {
            int v = Integer.parseInt(variant.value().substring(1));
            variant(variant.value(), CATEGORIES.get(random.nextInt(CATEGORIES.size())));
            var unit = v % 2 == 0 ? Unit.EACH : Unit.KILOGRAM;
            for (var shop : SHOPS) {
                if (random.nextInt(5) > 0) {
                    int since = 1 + random.nextInt(100);
                    var channels = CHANNELS.subList(0, 1 + random.nextInt(CHANNELS.size()));
                    for (int ago = 1; ago <= since; ago++) {
                        if (random.nextInt(3) > 0) {
                            sell(
                                    shop,
                                    variant.value(),
                                    channels.get(random.nextInt(channels.size())),
                                    ago,
                                    1 + random.nextInt(random.nextInt(20) == 0 ? 500 : 6),
                                    unit);
                        }
                    }
                    forecast(shop, variant.value());
                }
            }
        }
    }
}
