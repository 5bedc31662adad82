package io.quartermaster.sandbox.retailer;

import io.quartermaster.sandbox.till.Place;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/// A place of the chain, and how busy it is.
///
/// @param ours what the service calls this location
/// @param trade compared with an average shop
public record Site(Place place, String ours, Platform platform, double trade) {

    private static final Set<MonthDay> CLOSED = Set.of(MonthDay.of(12, 25), MonthDay.of(1, 1));
    private static final double[] SHOP_WEEK = {0.82, 0.85, 0.92, 1.0, 1.15, 1.45, 0.81};
    private static final double[] WEB_WEEK = {1.15, 1.05, 1.0, 0.95, 0.85, 0.9, 1.1};

    public enum Platform {
        SHOPIFY,
        SQUARE
    }

    public boolean isWeb() {
        return place.online();
    }

    double weekday(LocalDate day) {
        return (isWeb() ? WEB_WEEK : SHOP_WEEK)[day.getDayOfWeek().getValue() - 1];
    }

    boolean isOpen(LocalDate day) {
        return isWeb() || !CLOSED.contains(MonthDay.from(day));
    }

    int opensAtMinute(LocalDate day) {
        return isWeb() ? 0 : isSunday(day) ? 10 * 60 : 9 * 60;
    }

    int closesAtMinute(LocalDate day) {
        return isWeb() ? 24 * 60 : isSunday(day) ? 16 * 60 : 18 * 60;
    }

    private static boolean isSunday(LocalDate day) {
        return day.getDayOfWeek() == java.time.DayOfWeek.SUNDAY;
    }
}
