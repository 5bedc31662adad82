package io.quartermaster.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.dashboard.MadeOfView.Bar;
import io.quartermaster.demand.MadeOf;
import io.quartermaster.demand.MadeOf.Made;
import io.quartermaster.forecasting.Explanation;
import io.quartermaster.forecasting.Reading;
import io.quartermaster.forecasting.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a buyer reads of a forecast: bars that add up, and the same in a sentence.
class MadeOfViewTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final Words WORDS = new Words(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);
    private static final Made MADE = new Made(WORDS.now(), "TSB", List.of(1.0, 1.0, 1.0, 1.0, 1.0, 2.0, 0.0));
    private static final Reading READ = new Reading(300, 14, 12, 1, 9_960);

    @Test
    void goesFromTheUsualStepByStepToWhatIsExpected() {
        var bars = MadeOfView.bars(
                madeOf(40, 44, Map.of(Reason.EMPTY_SHELF, 10.0, Reason.WEEKDAY, -5.99, Reason.TREND, -0.01)));

        assertThat(bars).extracting(Bar::label).containsExactly("Usually sells", "Empty shelf", "Weekdays", "Expected");
        assertThat(bars).extracting(Bar::figure).containsExactly("40", "+10", "−6", "44");
        assertThat(bars).extracting(Bar::from).containsExactly("0", "80.0", "88.0", "0");
        assertThat(bars).extracting(Bar::length).containsExactly("80.0", "20.0", "12.0", "88.0");
        assertThat(bars).extracting(Bar::kind).containsExactly("whole", "more", "less", "whole");
        assertThat(bars.get(1).note()).isEqualTo("on 12 days nothing was left to sell");
        assertThat(bars.get(1).share()).isEqualTo("+27 %");
    }

    @Test
    void saysTheGreatestReasonFirst() {
        var madeOf = madeOf(40, 44, Map.of(Reason.EMPTY_SHELF, 10.0, Reason.WEEKDAY, -6.0));

        assertThat(MadeOfView.sentence(madeOf, WORDS))
                .isEqualTo("44 expected from Mon 23 Nov to Sun 29 Nov: usually 40, empty shelf +10, weekdays −6.");
    }

    @Test
    void drawsNothingWhereNothingSells() {
        assertThat(MadeOfView.bars(madeOf(0, 0, Map.of())))
                .extracting(Bar::length)
                .containsExactly("0", "0");
    }

    @Test
    void drawsTheWeekAgainstAUsualDay() {
        var view = MadeOfView.of("Mug", madeOf(40, 40, Map.of()), WORDS);

        assertThat(view.week()).extracting(Bar::label).startsWith("Mon").hasSize(7);
        assertThat(view.week())
                .extracting(Bar::figure)
                .endsWith("+100 %", "−100 %")
                .startsWith("±0 %");
        assertThat(view.week()).extracting(Bar::length).endsWith("100.0", "0.0").startsWith("50.0");
        assertThat(view.sentence()).endsWith("usually 40, and nothing moves it.");
        assertThat(view.learnt()).contains("300 days", "14 of which are unknown", "TSB", "just now");
    }

    @Test
    void hasAWordForEachReason() {
        for (var reason : Reason.values()) {
            assertThat(MadeOfView.label(reason)).isNotBlank();
        }
    }

    private static MadeOf madeOf(double base, double mean, Map<Reason, Double> units) {
        return new MadeOf(MONDAY, 7, Explanation.ofUnits(7, base, mean, units), READ, MADE);
    }
}
