package io.quartermaster.demand;

import io.quartermaster.forecasting.WindowDemand;
import io.quartermaster.retail.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/// What will be asked for of many things together: of the chain, a channel, a category or a
/// location.
///
/// Units are exact to four decimals, and those of parts add up to those of the whole. How sure
/// one can be does not add up: the bad luck of one is the good luck of another.
public final class TotalForecast {

    private final String key;
    private final Total total;
    private final TotalsStore.Making making;

    TotalForecast(String key, Total total, TotalsStore.Making making) {
        this.key = key;
        this.total = total;
        this.making = making;
    }

    /// The channel's name, the category or the location's id; empty for the chain, and for what has
    /// no category.
    public String key() {
        return key;
    }

    /// In which it is sold: kilograms and pieces do not add up.
    public Unit unit() {
        return total.key().unit();
    }

    /// The first day that it foresees.
    public LocalDate firstDay() {
        return making.day();
    }

    /// How many days it foresees.
    public int horizon() {
        return total.means().length;
    }

    public Instant madeAt() {
        return making.madeAt();
    }

    /// Of how many variants and locations it is the sum; 0 for a channel, which is a part of such a
    /// sum.
    public int forecasts() {
        return total.forecasts();
    }

    /// Units expected on one day.
    ///
    /// @param day counted from the first, which is 0
    public BigDecimal mean(int day) {
        return TenThousandths.exactly(total.means()[day]);
    }

    /// Units expected on the first days together.
    public BigDecimal units(int days) {
        return TenThousandths.exactly(Arrays.stream(total.means(), 0, days).sum());
    }

    /// How demand of one day is spread.
    public WindowDemand on(int day) {
        return new WindowDemand(TenThousandths.units(total.means()[day]), total.deviations()[day], total.counted());
    }

    /// How demand of the first days together is spread.
    public WindowDemand over(int days) {
        return new WindowDemand(
                TenThousandths.units(Arrays.stream(total.means(), 0, days).sum()),
                total.windows()[days - 1],
                total.counted());
    }

    /// What the total's own past alone says of the first days together, to hold beside the sum; empty
    /// if it was not asked.
    public Optional<BigDecimal> alone(int days) {
        return total.alone().length < days
                ? Optional.empty()
                : Optional.of(TenThousandths.exactly(
                        TenThousandths.of(Arrays.stream(total.alone(), 0, days).sum())));
    }

    /// How many days before the first are known.
    public int pastDays() {
        return total.past().length;
    }

    /// Units sold on a day before the first.
    ///
    /// @param before 1 for the day before the first
    public BigDecimal sold(int before) {
        return TenThousandths.exactly(total.past()[total.past().length - before]);
    }
}
