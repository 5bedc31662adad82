package io.quartermaster.dashboard;

import io.quartermaster.demand.MadeOf;
import io.quartermaster.forecasting.Explanation.Factor;
import io.quartermaster.forecasting.Reading;
import io.quartermaster.forecasting.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a forecast is made of, as a page draws it: a bar for what usually sells, one for how far
/// each reason moves it, one for what comes out.
///
/// @param name of the variant
/// @param sentence all of it in words
/// @param week how much each weekday sells; empty if they do not differ
/// @param learnt what it was learnt from
record MadeOfView(String name, String sentence, List<Bar> bars, List<Bar> week, String learnt) {

    /// One bar.
    ///
    /// @param figure how many units, with a sign where it is a difference
    /// @param share the same as a share; may be empty
    /// @param kind `whole`, `more` or `less`
    /// @param from where it begins, in hundredths of the width
    /// @param length in hundredths of the width
    record Bar(String label, String note, String figure, String share, String kind, String from, String length) {}

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal UNITS_SHOWN = new BigDecimal("0.05");
    private static final BigDecimal DIFFERENCE_SHOWN = new BigDecimal("0.02");

    static MadeOfView of(String name, MadeOf madeOf, Words words) {
        return new MadeOfView(
                name,
                sentence(madeOf, words),
                bars(madeOf),
                week(madeOf.made().weekdayFactors()),
                learnt(madeOf, words));
    }

    /// Reasons that move less than people would notice are left out.
    private static List<Factor> moved(MadeOf madeOf) {
        return madeOf.explanation().factors().stream()
                .filter(factor -> BigDecimal.valueOf(factor.units()).abs().compareTo(UNITS_SHOWN) >= 0)
                .toList();
    }

    static List<Bar> bars(MadeOf madeOf) {
        var moved = moved(madeOf);
        var base = BigDecimal.valueOf(madeOf.explanation().base());
        var mean = BigDecimal.valueOf(madeOf.explanation().mean());
        var ends = new ArrayList<>(List.of(base));
        moved.forEach(factor -> ends.add(ends.getLast().add(BigDecimal.valueOf(factor.units()))));
        var most = Stream.concat(ends.stream(), Stream.of(mean))
                .max(BigDecimal::compareTo)
                .orElse(mean);
        var bars = new ArrayList<Bar>();
        bars.add(whole("Usually sells", Words.plural(madeOf.days(), "day", "days"), base, most));
        for (int i = 0; i < moved.size(); i++) {
            bars.add(bar(moved.get(i), madeOf.reading(), ends.get(i), most));
        }
        bars.add(whole("Expected", "in these days together", mean, most));
        return bars;
    }

    private static Bar whole(String label, String note, BigDecimal units, BigDecimal most) {
        return new Bar(label, note, units(units), "", "whole", "0", percentOf(units, most));
    }

    private static Bar bar(Factor factor, Reading reading, BigDecimal start, BigDecimal most) {
        var units = BigDecimal.valueOf(factor.units());
        return new Bar(
                label(factor.reason()),
                note(factor, reading),
                signed(units),
                signedPercent(factor.factor()),
                units.signum() > 0 ? "more" : "less",
                percentOf(start.min(start.add(units)), most),
                percentOf(units.abs(), most));
    }

    private static String percentOf(BigDecimal part, BigDecimal most) {
        return most.signum() <= 0
                ? "0"
                : part.multiply(HUNDRED)
                        .divide(most, 1, RoundingMode.HALF_UP)
                        .max(BigDecimal.ZERO)
                        .toPlainString();
    }

    static String sentence(MadeOf madeOf, Words words) {
        var explanation = madeOf.explanation();
        var to = madeOf.from().plusDays(madeOf.days() - 1L);
        var span = madeOf.days() == 1
                ? "on %s".formatted(words.dayName(madeOf.from()))
                : "from %s to %s".formatted(words.dayName(madeOf.from()), words.dayName(to));
        var reasons = moved(madeOf).stream()
                .sorted((one, other) -> Double.compare(Math.abs(other.units()), Math.abs(one.units())))
                .map(factor -> "%s %s"
                        .formatted(
                                label(factor.reason()).toLowerCase(Locale.ROOT),
                                signed(BigDecimal.valueOf(factor.units()))))
                .toList();
        return "%s expected %s: usually %s%s."
                .formatted(
                        units(BigDecimal.valueOf(explanation.mean())),
                        span,
                        units(BigDecimal.valueOf(explanation.base())),
                        reasons.isEmpty() ? ", and nothing moves it" : ", " + String.join(", ", reasons));
    }

    static String label(Reason reason) {
        return switch (reason) {
            case EMPTY_SHELF -> "Empty shelf";
            case HUGE_ORDERS -> "Huge orders";
            case TREND -> "Trend";
            case LATELY -> "Lately";
            case WEEKDAY -> "Weekdays";
            case SEASON -> "Time of year";
            case PRICE -> "Planned price";
            case PROMOTION -> "Promotion";
            case EVENT -> "Events";
            case KIND -> "Kind and place";
            case OTHER -> "All else";
        };
    }

    private static String note(Factor factor, Reading reading) {
        boolean more = factor.units() > 0;
        return switch (factor.reason()) {
            case EMPTY_SHELF ->
                "on %s nothing was left to sell".formatted(Words.plural(reading.emptyShelf(), "day", "days"));
            case HUGE_ORDERS ->
                "%s for less than was sold".formatted(Words.plural(reading.cutOrders(), "day counts", "days count"));
            case TREND -> more ? "it sells more and more" : "it sells less and less";
            case LATELY -> more ? "it sold more in the last weeks" : "it sold less in the last weeks";
            case WEEKDAY -> more ? "more of its busy days are among these" : "more of its quiet days are among these";
            case SEASON -> more ? "a busy time of the year" : "a quiet time of the year";
            case PRICE -> more ? "the price invites" : "the price deters";
            case PROMOTION -> "what is planned for these days";
            case EVENT -> "holidays and what happens in town";
            case KIND -> "what such things do in such shops";
            case OTHER -> "no reason of its own";
        };
    }

    private static List<Bar> week(List<Double> factors) {
        var shares = factors.stream().map(BigDecimal::valueOf).toList();
        var most = shares.stream().max(BigDecimal::compareTo).orElse(BigDecimal.ONE);
        var least = shares.stream().min(BigDecimal::compareTo).orElse(BigDecimal.ONE);
        if (most.subtract(least).compareTo(DIFFERENCE_SHOWN) < 0) {
            return List.of();
        }
        return IntStream.range(0, factors.size())
                .mapToObj(day -> new Bar(
                        DayOfWeek.of(day + 1).getDisplayName(TextStyle.SHORT, Locale.UK),
                        "",
                        signedPercent(factors.get(day)),
                        "",
                        "whole",
                        "0",
                        percentOf(shares.get(day), most)))
                .toList();
    }

    private static String learnt(MadeOf madeOf, Words words) {
        var reading = madeOf.reading();
        return "Learnt from %s%s by %s, made %s."
                .formatted(
                        Words.plural(reading.periods(), "day", "days"),
                        reading.unknown() == 0
                                ? ""
                                : ", %s of which are unknown or had an empty shelf,".formatted(reading.unknown()),
                        madeOf.made().models(),
                        words.ago(madeOf.made().at()));
    }

    private static String units(BigDecimal units) {
        return Words.number(units.setScale(1, RoundingMode.HALF_UP).stripTrailingZeros());
    }

    private static String signed(BigDecimal units) {
        return (units.signum() < 0 ? "−" : "+") + units(units.abs());
    }

    /// `1.083` is `+8 %`.
    private static String signedPercent(double factor) {
        var off = BigDecimal.valueOf(factor)
                .subtract(BigDecimal.ONE)
                .multiply(HUNDRED)
                .setScale(0, RoundingMode.HALF_UP);
        return off.signum() == 0 ? "±0 %" : (off.signum() < 0 ? "−" : "+") + Words.number(off.abs()) + " %";
    }
}
