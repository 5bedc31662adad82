package io.quartermaster.forecasting;

/// Why a forecast is as high as it is: the kinds of reasons that an [Explanation] tells apart.
public enum Reason {
    /// Days on which the shelf was empty: what was asked for then was more than what was sold.
    EMPTY_SHELF,
    /// Huge orders that count for less than they were, so that they do not become a habit.
    HUGE_ORDERS,
    /// Rising or falling from period to period.
    TREND,
    /// What it sold in the last weeks, as far as that differs from its level.
    LATELY,
    /// The day of the week.
    WEEKDAY,
    /// The time of the year, or of the month.
    SEASON,
    /// The price that is planned.
    PRICE,
    /// A promotion that is planned: a leaflet, a display, an offer.
    PROMOTION,
    /// A holiday or another event.
    EVENT,
    /// What kind of thing it is, and where it is sold.
    KIND,
    /// How far ahead it is, and all else that has no name.
    OTHER
}
