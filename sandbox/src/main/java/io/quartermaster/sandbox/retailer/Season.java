package io.quartermaster.sandbox.retailer;

import java.time.LocalDate;
import java.time.MonthDay;

/// When in the year a thing sells better. A factor of one is the average.
enum Season {
    NONE(0, 1),
    WINTER(15, 0.45),
    SUMMER(196, 0.5),
    CHRISTMAS(345, 1.6);

    private static final double YEAR_DAYS = 365.25;
    private static final double CHRISTMAS_WIDTH_DAYS = 18;
    private static final MonthDay EVE = MonthDay.of(12, 24);

    private final int peakDay;
    private final double swing;

    Season(int peakDay, double swing) {
        this.peakDay = peakDay;
        this.swing = swing;
    }

    double factor(LocalDate day) {
        return switch (this) {
            case NONE -> 1;
            case WINTER, SUMMER -> 1 + swing * Math.cos(2 * Math.PI * (day.getDayOfYear() - peakDay) / YEAR_DAYS);
            case CHRISTMAS -> christmas(day);
        };
    }

    /// Rises to the middle of December and ends with Christmas Eve.
    private double christmas(LocalDate day) {
        if (MonthDay.from(day).isAfter(EVE)) {
            return 1;
        }
        var away = (day.getDayOfYear() - peakDay) / CHRISTMAS_WIDTH_DAYS;
        return 1 + swing * Math.exp(-away * away / 2);
    }
}
