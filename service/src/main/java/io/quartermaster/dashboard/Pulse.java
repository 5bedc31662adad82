package io.quartermaster.dashboard;

import io.quartermaster.access.User;
import io.quartermaster.books.sales.HourPulse;
import io.quartermaster.books.sales.Sales;
import io.quartermaster.retail.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/// How the day goes: sales by hour, beside what such an hour usually brings.
@Component
class Pulse {

    private static final int HOURS_A_DAY = 24;

    private final Sales sales;

    Pulse(Sales sales) {
        this.sales = sales;
    }

    PulseView of(User user, Words words) {
        var rows = sales.pulse(words.today()).stream()
                .filter(row -> user.worksAt(row.location()))
                .toList();
        var hourNow = words.now().atZone(words.zone()).getHour();
        var hours = new ArrayList<Hour>();
        var soFar = 0L;
        var usualSoFar = BigDecimal.ZERO;
        for (var hour = 0; hour < HOURS_A_DAY; hour++) {
            var of = hour;
            var here = rows.stream().filter(row -> row.hour() == of).toList();
            var count = here.stream().mapToLong(HourPulse::sales).sum();
            var usual = here.stream().map(Pulse::usual).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (hour <= hourNow) {
                soFar += count;
                usualSoFar = usualSoFar.add(usual);
            }
            hours.add(new Hour(hour, count, usual.setScale(1, RoundingMode.HALF_EVEN)));
        }
        return new PulseView(hours, soFar, usualSoFar.setScale(0, RoundingMode.HALF_EVEN), Words.moneys(revenue(rows)));
    }

    private static BigDecimal usual(HourPulse row) {
        var usual = row.usualSales();
        return usual == null ? BigDecimal.ZERO : usual;
    }

    private static List<Money> revenue(List<HourPulse> rows) {
        var sums = new TreeMap<String, Money>();
        rows.stream()
                .flatMap(row -> row.revenue().stream())
                .forEach(money -> sums.merge(code(money.currency()), money, Money::plus));
        return List.copyOf(sums.values());
    }

    private static String code(Currency currency) {
        return currency.getCurrencyCode();
    }

    /// The day so far.
    ///
    /// @param usualSoFar sales that such a day usually has by now; zero if none is known
    record PulseView(List<Hour> hours, long soFar, BigDecimal usualSoFar, String revenue) {

        String sentence() {
            if (soFar == 0) {
                return "No sales yet today.";
            }
            var sold = Words.plural(soFar, "sale", "sales");
            return usualSoFar.signum() == 0
                    ? "%s today, %s. What is usual shows after a few weeks.".formatted(sold, revenue)
                    : "%s today, %s; usually %s by this hour.".formatted(sold, revenue, Words.number(usualSoFar));
        }
    }

    record Hour(int hour, long sales, BigDecimal usual) {}
}
