package io.quartermaster.dashboard;

import io.quartermaster.planning.ProjectionPicture;
import io.quartermaster.planning.ProjectionPicture.FanDay;
import io.quartermaster.planning.StockProjection;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A picture, as the table that it is drawn from: past sales, what may come, and the shelf.
///
/// @param sentence what it shows, in words, for who cannot see it
/// @param out the day on which the shelf runs out without the order, in days since 1970; empty if
/// none
/// @param arrival the day on which the goods come, likewise
/// @param order whether it shows what an order would do, or only how things stand
record PictureView(String sentence, List<Day> days, String out, String arrival, boolean order) {

    private static final int DECIMALS = 1;

    /// @param levels on hand at the close of past days, where it is known
    static PictureView of(ProjectionPicture picture, Map<LocalDate, String> levels, Words words) {
        var days = new ArrayList<Day>();
        var arrival = picture.arrival();
        picture.past()
                .forEach(past -> days.add(new Day(
                        past.day().toEpochDay(),
                        words.dayName(past.day()),
                        figure(BigDecimal.valueOf(past.units())),
                        past.withoutStock(),
                        levels.getOrDefault(past.day(), ""),
                        Fan.NONE,
                        "",
                        "")));
        for (var i = 0; i < picture.fan().size(); i++) {
            var fan = picture.fan().get(i);
            days.add(new Day(
                    fan.day().toEpochDay(),
                    words.dayName(fan.day()),
                    "",
                    false,
                    "",
                    Fan.of(fan),
                    level(picture.without(), i),
                    arrival == null ? "" : level(picture.with(), i)));
        }
        var out = picture.without().stockOut();
        return new PictureView(sentence(picture, words), days, epochDay(out), epochDay(arrival), arrival != null);
    }

    private static String sentence(ProjectionPicture picture, Words words) {
        var without = picture.without().stockOut();
        var with = picture.with().stockOut();
        var arrival = picture.arrival();
        var so = arrival == null ? "As things stand" : "Without the order";
        var first = without == null
                ? so + " the shelf lasts as far as we look."
                : so + " the shelf runs out on %s.".formatted(words.day(without));
        if (arrival == null) {
            return first;
        }
        var second = with == null
                ? "With it, the goods come on %s and the shelf does not run out in sight.".formatted(words.day(arrival))
                : with.isBefore(arrival)
                        ? "The goods come on %s: some days stay empty even with the order."
                                .formatted(words.day(arrival))
                        : "With it, the shelf lasts until %s.".formatted(words.day(with));
        return first + " " + second;
    }

    private static String level(StockProjection projection, int day) {
        return day < projection.levels().size()
                ? figure(BigDecimal.valueOf(projection.levels().get(day)))
                : "";
    }

    private static String epochDay(@Nullable LocalDate day) {
        return day == null ? "" : String.valueOf(day.toEpochDay());
    }

    static String figure(BigDecimal figure) {
        var rounded = figure.setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    /// One row of the table. Empty figures are not known.
    ///
    /// @param t days since 1970
    record Day(
            long t,
            String day,
            String sold,
            boolean withoutStock,
            String level,
            Fan fan,
            String without,
            String with) {}

    record Fan(String low5, String low25, String middle, String high75, String high95) {

        static final Fan NONE = new Fan("", "", "", "", "");

        static Fan of(FanDay day) {
            return new Fan(
                    figure(BigDecimal.valueOf(day.low5())),
                    figure(BigDecimal.valueOf(day.low25())),
                    figure(BigDecimal.valueOf(day.middle())),
                    figure(BigDecimal.valueOf(day.high75())),
                    figure(BigDecimal.valueOf(day.high95())));
        }
    }
}
