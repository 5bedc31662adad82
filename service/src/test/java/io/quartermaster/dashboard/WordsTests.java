package io.quartermaster.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.retail.Money;
import io.quartermaster.retail.UnitCost;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class WordsTests {

    private static final Currency GBP = Currency.getInstance("GBP");

    /// Friday 27 February, seven in the evening in London.
    private final Words words = new Words(Instant.parse("2026-02-27T19:00:00Z"), ZoneId.of("Europe/London"));

    @Test
    void saysDaysAsPeopleDo() {
        assertThat(words.day(LocalDate.parse("2026-03-03"))).isEqualTo("Tue 3 Mar, in 4 days");
        assertThat(words.day(LocalDate.parse("2026-02-26"))).isEqualTo("Thu 26 Feb, yesterday");
        assertThat(words.day(LocalDate.parse("2028-02-26"))).startsWith("26 Feb 2028");
    }

    @Test
    void rewordsDaysInATextAndNothingElse() {
        assertThat(words.spoken("it runs out on 2026-03-03, before an order of 6 days can be here"))
                .isEqualTo("it runs out on Tue 3 Mar, before an order of 6 days can be here");
        assertThat(words.spoken("LOT-2026-03-03 2026-03-03T10:00:00Z 2026-02-31"))
                .isEqualTo("LOT-2026-03-03 2026-03-03T10:00:00Z 2026-02-31");
    }

    @Test
    void saysHowLongAgo() {
        assertThat(words.ago(Instant.parse("2026-02-27T18:56:00Z"))).isEqualTo("4 min ago");
        assertThat(words.ago(Instant.parse("2026-02-27T21:00:00Z"))).isEqualTo("in 2 h");
        assertThat(words.ago(Instant.parse("2026-02-20T21:00:00Z"))).isEqualTo("7 days ago");
    }

    @Test
    void writesMoneyAndCostsOfTheirCurrency() {
        assertThat(Words.money(new Money(123_450, GBP))).isEqualTo("£1,234.50");
        assertThat(Words.cost(new UnitCost(new BigDecimal("0.0125"), GBP))).isEqualTo("£0.0125");
        assertThat(Words.money(new Money(1200, Currency.getInstance("JPY"))))
                .contains("1,200")
                .doesNotContain(".");
    }
}
