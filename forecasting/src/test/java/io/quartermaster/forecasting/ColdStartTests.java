package io.quartermaster.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.forecasting.Analogue.Kind;
import io.quartermaster.forecasting.Analogues.Article;
import io.quartermaster.forecasting.Analogues.Candidate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is new begins with what sells like it, and soon stands on its own feet.
class ColdStartTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
    private static final int HORIZON = 28;
    private static final Pattern EXAMPLE =
            Pattern.compile("(?m)^\\| `([0-9.× ]+)` \\| `([0-9 ]*)` \\| ([0-9.]+) \\| ([0-9.]+) \\| ([0-9.]+) \\|");

    @Test
    void forecastsAsItsPageSays() throws IOException {
        var page = Files.readString(Path.of("../docs/forecasting/cold-start.md"));

        var examples = EXAMPLE.matcher(page).results().toList();
        assertThat(examples).hasSize(4);
        for (var example : examples) {
            var start = ColdStart.of(Arrays.stream(example.group(1).split(" "))
                    .map(one -> one.split("×"))
                    .map(one -> sister(Double.parseDouble(one[0]), Double.parseDouble(one[1])))
                    .toList());
            double[] own = Arrays.stream(example.group(2).split(" "))
                    .filter(cell -> !cell.isEmpty())
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            assertThat(start.priorLevel())
                    .as(example.group())
                    .isCloseTo(Double.parseDouble(example.group(3)), within(0.0006));
            assertThat(start.priorPeriods())
                    .as(example.group())
                    .isCloseTo(Double.parseDouble(example.group(4)), within(0.0006));
            assertThat(start.forecast(DemandSeries.daily(MONDAY, own), HORIZON).mean(0))
                    .as(example.group())
                    .isCloseTo(Double.parseDouble(example.group(5)), within(0.0006));
        }
    }

    /// Sells so much every day.
    private static Analogue sister(double units, double scale) {
        return Analogue.of(days(70, _ -> units), false).as(Kind.SAME_PRODUCT, 1, scale);
    }

    private static DemandSeries days(int count, java.util.function.IntToDoubleFunction units) {
        return DemandSeries.daily(
                MONDAY, IntStream.range(0, count).mapToDouble(units).toArray());
    }

    @Test
    void standsOnItsOwnFeetAfterEightWeeks() {
        var own = days(56, day -> 2 + day % 3);

        var forecast = ColdStart.of(List.of(sister(50, 1))).forecast(own, HORIZON);

        assertThat(forecast.means())
                .isEqualTo(Forecaster.standard().forecast(own, HORIZON).means());
        assertThat(forecast.model()).doesNotContain("cold start");
    }

    @Test
    void ownDaysRuleAfterFourWeeksHoweverSureTheAnaloguesAre() {
        var certain = IntStream.range(0, 12).mapToObj(_ -> sister(0.02, 1)).toList();
        var own = days(28, _ -> 1);

        double mean = ColdStart.of(certain).forecast(own, HORIZON).mean(0);

        assertThat(mean).isGreaterThan(0.65);
    }

    @Test
    void isLessSureThanItsAnaloguesAreOfThemselves() {
        var history = days(200, day -> 6 + (day * 7) % 5);
        var analogue = Analogue.of(history, false).as(Kind.SAME_PRODUCT, 1, 1);

        var fresh = ColdStart.of(List.of(analogue)).forecast(DemandSeries.daily(MONDAY), HORIZON);

        double old = Forecaster.standard().forecast(history, HORIZON).over(0, 7).quantile(0.95);
        assertThat(fresh.over(0, 7).quantile(0.95)).isGreaterThan(1.2 * old);
        assertThat(fresh.over(0, 7).mean()).isCloseTo(56, within(4.0));
    }

    @Test
    void takesTheWeekdaysOfItsAnalogues() {
        var saturdays = Analogue.of(days(140, day -> day % 7 == 5 ? 12 : 2), false);

        var fresh = ColdStart.of(List.of(saturdays)).forecast(DemandSeries.daily(MONDAY, 2, 2, 2), HORIZON);

        assertThat(fresh.mean(2)).isGreaterThan(3 * fresh.mean(0)); // Saturday after Thursday
    }

    /// Each launch sold twice as much in its first week: so what sells 20 then will sell 10.
    @Test
    void knowsThatCuriosityFades() {
        var launched = Analogue.of(days(140, day -> day < 7 ? 200 : 100), true);

        var forecast = ColdStart.of(List.of(launched)).forecast(days(7, _ -> 20), HORIZON);

        assertThat(forecast.mean(14)).isCloseTo(10, within(1.0));
    }

    @Test
    void withoutAnaloguesItLooksAtItsOwnDaysOnly() {
        var own = DemandSeries.daily(MONDAY, 3, 4, 5);

        assertThat(ColdStart.of(List.of()).forecast(own, HORIZON).means())
                .isEqualTo(Forecaster.standard().forecast(own, HORIZON).means());
    }

    /// The town sells twice what the village does, of all that both have.
    @Test
    void scalesSisterShopsByWhatBothSell() {
        var candidates = IntStream.range(0, 40)
                .boxed()
                .flatMap(i ->
                        List.of(sold("P" + i, "town", 20, Set.of("tea")), sold("P" + i, "village", 10, Set.of("tea")))
                                .stream())
                .toList();
        var all = new java.util.ArrayList<>(candidates);
        all.add(sold("NEW", "town", 6, Set.of("mugs")));

        var start = ColdStart.of(Analogues.among(all).of(new Article("NEW", "village", Set.of("mugs"), 5)));

        assertThat(start.priorLevel()).isCloseTo(3, within(0.4));
    }

    @Test
    void findsLikesByTraitsAndPrice() {
        var dear = new Article("A", "town", Set.of("tea", "acme"), 10);

        assertThat(dear.likeness(new Article("B", "town", Set.of("tea", "acme"), 10)))
                .isEqualTo(1);
        assertThat(dear.likeness(new Article("B", "town", Set.of("tea"), 20))).isEqualTo(0.25);
        assertThat(dear.likeness(new Article("B", "village", Set.of("tea", "acme"), 10)))
                .isEqualTo(0.5);
        assertThat(dear.likeness(new Article("B", "town", Set.of("mugs"), 10))).isZero();
    }

    private static Candidate sold(String product, String place, double units, Set<String> traits) {
        return new Candidate(new Article(product, place, traits, 5), Analogue.of(days(70, _ -> units), false));
    }

    @Test
    void refusesAScaleThatIsNone() {
        var analogue = Analogue.of(days(70, _ -> 1), false);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> analogue.as(Kind.ALIKE, 1, Double.NaN))
                .withMessageStartingWith("The scale (NaN) must be");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> analogue.as(Kind.ALIKE, 0, 1))
                .withMessageStartingWith("The likeness (0.0) must be");
    }

    /// Any analogue and any own history: always an interval.
    @ParameterizedTest
    @EnumSource
    void alwaysGivesAnInterval(AnyHistoryTests.History history) {
        AnyHistoryTests.forEach(history, (analogue, own) -> {
            for (boolean launched : new boolean[] {false, true}) {
                var like = Analogue.of(analogue, launched);
                var start = ColdStart.of(List.of(like, like.as(Kind.SAME_PRODUCT, 0.5, 3)));
                AnyHistoryTests.holds(start.forecast(own, HORIZON), own.isCounted() && analogue.isCounted());
            }
        });
    }
}
