package io.quartermaster.forecasting;

import java.time.LocalDate;

/// How long one period of a series is, and after how many periods the pattern repeats.
public enum Frequency {
    /// One period a day; the pattern is the week.
    DAILY(7, 28, 56, 1_100),
    /// One period a week; the pattern is the year.
    WEEKLY(52, 13, 26, 520),
    /// One period a month; the pattern is the year.
    MONTHLY(12, 6, 12, 240);

    private final int season;
    private final int recent;
    private final int backtestReach;
    private final int memory;

    Frequency(int season, int recent, int backtestReach, int memory) {
        this.season = season;
        this.recent = recent;
        this.backtestReach = backtestReach;
        this.memory = memory;
    }

    /// Periods after which the pattern repeats: 7, 52 or 12.
    public int season() {
        return season;
    }

    /// Periods that count as "lately" for a moving average.
    int recent() {
        return recent;
    }

    /// The furthest ahead, in periods, that a backtest looks.
    int backtestReach() {
        return backtestReach;
    }

    /// Periods that are read at most; older ones weigh nothing any more.
    public int memory() {
        return memory;
    }

    /// The first day of a period, periods counted from zero at `start`.
    public LocalDate dayOf(LocalDate start, int period) {
        return switch (this) {
            case DAILY -> start.plusDays(period);
            case WEEKLY -> start.plusWeeks(period);
            case MONTHLY -> start.plusMonths(period);
        };
    }
}
