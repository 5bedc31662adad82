package io.quartermaster.demand;

import io.quartermaster.forecasting.DemandClass;
import io.quartermaster.forecasting.TailCalibration;
import io.quartermaster.forecasting.WindowDemand;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.VariantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What will be asked for of one variant at one location, day by day, and how sure one can be.
///
/// It is kept as plain figures, so that it answers the same long after the models have changed.
/// Beyond its horizon the last week repeats itself, and uncertainty grows with the root of time.
public final class DemandForecast {

    private static final int DAYS_A_WEEK = 7;
    private static final int SETTLED_DAYS = 56;

    private final VariantId variant;
    private final LocationId location;
    private final LocalDate firstDay;
    private final Model model;
    private final Days days;
    private final History history;
    private final Instant madeAt;
    private byte[] inputs = {};
    private byte[] steps = {};
    private TailCalibration levels = TailCalibration.NONE;

    DemandForecast(
            VariantId variant,
            LocationId location,
            LocalDate firstDay,
            Model model,
            Days days,
            History history,
            Instant madeAt) {
        this.variant = variant;
        this.location = location;
        this.firstDay = firstDay;
        this.model = model;
        this.days = days;
        this.history = history;
        this.madeAt = madeAt;
    }

    /// Which models made it, and how good they were in the past.
    ///
    /// @param name of the models; "none" if there was nothing to learn from
    /// @param demandClass how the variant sells: SMOOTH, ERRATIC, INTERMITTENT, LUMPY or NONE
    /// @param counted whether it sells in whole units
    /// @param scaledError mean absolute scaled error; below one is better than repeating last week;
    /// null where the past does not tell
    /// @param bias forecast less demand, over demand; null where the past does not tell
    /// @param coverage95 share of past days that stayed within the 95 % quantile; null likewise
    /// @param origins from how many past dates it was tried
    public record Model(
            String name,
            String demandClass,
            boolean counted,
            @Nullable Double scaledError,
            @Nullable Double bias,
            @Nullable Double coverage95,
            int origins) {}

    /// What it learnt from.
    ///
    /// @param from the first known day; null if nothing is known
    /// @param days how many days are known
    public record History(@Nullable LocalDate from, int days) {}

    /// The figures, a value each day.
    ///
    /// @param means units expected
    /// @param deviations standard deviation of each day
    /// @param windows standard deviation of the first day, of the first two together, and so on
    /// @param weekdayFactors Monday first
    record Days(double[] means, double[] deviations, double[] windows, double[] weekdayFactors) {

        Days {
            if (means.length == 0 || deviations.length != means.length || windows.length != means.length) {
                throw new IllegalArgumentException("The means (%d), deviations (%d) and windows (%d) must be as many."
                        .formatted(means.length, deviations.length, windows.length));
            }
        }
    }

    public VariantId variant() {
        return variant;
    }

    public LocationId location() {
        return location;
    }

    /// The business day on which it begins; its history ended the day before.
    public LocalDate firstDay() {
        return firstDay;
    }

    public Model model() {
        return model;
    }

    public History history() {
        return history;
    }

    public Instant madeAt() {
        return madeAt;
    }

    /// How much more or less than usual each weekday sells, Monday first.
    public double[] weekdayFactors() {
        return days.weekdayFactors.clone();
    }

    /// Units expected on a day; a day before the first is taken as the first.
    public double mean(LocalDate day) {
        return days.means[index(day)];
    }

    /// The least number of units that covers a day's demand with chance `p`.
    public double quantile(LocalDate day, double p) {
        int index = index(day);
        return new WindowDemand(days.means[index], days.deviations[index], model.counted).quantile(p);
    }

    /// Demand over `length` days from `from` on, taken together.
    ///
    /// @param leadTimeDeviation standard deviation of the length, in days
    public WindowDemand over(LocalDate from, int length, double leadTimeDeviation) {
        double mean = 0;
        for (int i = 0; i < length; i++) {
            mean += mean(from.plusDays(i));
        }
        double late = mean / length * leadTimeDeviation;
        return new WindowDemand(mean, Math.hypot(deviation(length), late), model.counted);
    }

    /// The least number of units that covers `length` days from `from` on, taken together, with
    /// chance `p`: as often as the past of all variants says that such windows were covered.
    ///
    /// The level that this asks [#over] for is moved by what was learnt last, outside of all that is
    /// kept of the forecast and made again by a replay: figures and windows stay as they are. What
    /// was decided on it stands in the facts of the decision. What is new is not moved, as nobody
    /// learnt from new things; nor is anything before something was learnt.
    ///
    /// @param leadTimeDeviation standard deviation of the length, in days
    /// @throws IllegalArgumentException if `p` is not between zero and one
    public double enoughFor(LocalDate from, int length, double leadTimeDeviation, double p) {
        return over(from, length, leadTimeDeviation).quantile(levelAskedFor(length, p));
    }

    /// The level that [#enoughFor] asks windows of `length` days for so that they are covered with
    /// chance `p`: `p` itself where nothing was learnt. A learner has moved single days already.
    public double levelAskedFor(int length, double p) {
        if (history.days < SETTLED_DAYS) {
            return p;
        }
        var kind = DemandClass.valueOf(model.demandClass);
        return model.name.startsWith(Taught.NAME)
                ? levels.furtherLevel(kind, length, p)
                : levels.level(kind, length, p);
    }

    /// The same forecast, whose windows are asked at these levels.
    DemandForecast at(TailCalibration learnt) {
        var moved = madeFrom(inputs, steps);
        moved.levels = learnt;
        return moved;
    }

    /// What it was made from, in the library's own form; empty where it was read from the store.
    byte[] inputs() {
        return inputs.clone();
    }

    /// What moved it after the models had made it, see [Steps]; empty if nothing did.
    byte[] steps() {
        return steps.clone();
    }

    DemandForecast madeFrom(byte[] bytes) {
        return madeFrom(bytes, new byte[0]);
    }

    DemandForecast madeFrom(byte[] bytes, byte[] moves) {
        var made = new DemandForecast(variant, location, firstDay, model, days, history, madeAt);
        made.inputs = bytes.clone();
        made.steps = moves.clone();
        made.levels = levels;
        return made;
    }

    /// This forecast, that came out of another one by one more step. What that was made from must be
    /// known, or this cannot be made again either.
    DemandForecast movedFrom(DemandForecast before, Step step) {
        return before.inputs.length == 0 ? this : madeFrom(before.inputs, Steps.and(before.steps, step));
    }

    /// All that came out of its inputs, in one form: two forecasts say the same if these bytes are.
    byte[] figures() {
        return "%s %s %s %s %s %s %s"
                .formatted(
                        firstDay,
                        model,
                        Arrays.toString(days.means),
                        Arrays.toString(days.deviations),
                        Arrays.toString(days.windows),
                        Arrays.toString(days.weekdayFactors),
                        history)
                .getBytes(StandardCharsets.UTF_8);
    }

    Days days() {
        return days;
    }

    private double deviation(int length) {
        int horizon = days.windows.length;
        return length <= horizon
                ? days.windows[length - 1]
                : days.windows[horizon - 1] * Math.sqrt((double) length / horizon);
    }

    private int index(LocalDate day) {
        long ahead = Math.max(0, ChronoUnit.DAYS.between(firstDay, day));
        int horizon = days.means.length;
        if (ahead < horizon) {
            return (int) ahead;
        }
        int week = Math.min(DAYS_A_WEEK, horizon);
        return (int) (horizon - week + (ahead - horizon) % week);
    }
}
