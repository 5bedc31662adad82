package io.quartermaster.demand;

import io.quartermaster.demand.InputsStore.Kept;
import io.quartermaster.demand.MadeOf.Made;
import io.quartermaster.forecasting.ForecastInputs;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.VariantId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Makes kept forecasts again from what they were made from: to compare, and to say what they are
/// made of.
@Component
class ForecastReplays {

    private static final int FORGOTTEN_AT_ONCE = 5_000;

    private final InputsStore store;
    private final DemandSettings settings;
    private final Clock clock;

    ForecastReplays(InputsStore store, DemandSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /// The forecast that was the newest at some time, made again; empty if its inputs are not kept.
    ///
    /// @param newest the newest forecast that is kept; its own figures are compared if it is that one
    Optional<ForecastReplay> replay(
            VariantId variant, LocationId location, Instant at, @Nullable DemandForecast newest) {
        return store.find(variant, location, at).map(kept -> replay(kept, newest));
    }

    static ForecastReplay replay(Kept kept, @Nullable DemandForecast newest) {
        var then = newest != null && newest.madeAt().equals(kept.madeAt())
                ? ForecastInputs.sha256(newest.figures())
                : HexFormat.of().formatHex(kept.figures());
        byte[] from = Arrays.copyOf(kept.inputs(), kept.inputs().length + kept.steps().length);
        System.arraycopy(kept.steps(), 0, from, kept.inputs().length, kept.steps().length);
        int recipe = 0;
        var now = "";
        var whyNot = "";
        try {
            var inputs = ForecastInputs.read(kept.inputs());
            recipe = inputs.recipe();
            var again = ForecastMaker.of(inputs, kept.variant(), kept.location(), kept.firstDay(), kept.madeAt());
            for (var step : Steps.read(kept.steps())) {
                again = step.after(again, inputs.history(), kept.madeAt());
            }
            now = ForecastInputs.sha256(again.figures());
        } catch (IllegalArgumentException | IllegalStateException fault) { // damaged, or of another recipe
            whyNot = String.valueOf(fault.getMessage());
        }
        return new ForecastReplay(
                kept.variant(),
                kept.location(),
                kept.firstDay(),
                kept.madeAt(),
                recipe,
                from.length,
                ForecastInputs.sha256(from),
                then,
                now,
                whyNot);
    }

    /// What some days are made of in the forecast that was the newest at some time; days before it
    /// began and beyond its horizon are left out. Empty if its inputs are not kept, or it was made
    /// by another recipe.
    Optional<MadeOf> madeOf(VariantId variant, LocationId location, Instant at, LocalDate from, int days) {
        return store.find(variant, location, at).flatMap(kept -> madeOf(kept, from, days));
    }

    static Optional<MadeOf> madeOf(Kept kept, LocalDate from, int days) {
        var inputs = ForecastInputs.read(kept.inputs());
        if (!inputs.isOfThisRecipe() || kept.steps().length > 0) { // then its own figures tell
            return Optional.empty();
        }
        int first = Math.clamp(ChronoUnit.DAYS.between(kept.firstDay(), from), 0, inputs.horizon() - 1);
        int some = Math.clamp(days, 1, inputs.horizon() - first);
        var forecast = inputs.forecast();
        var weekdays = Arrays.stream(forecast.weekdayFactors()).boxed().toList();
        return Optional.of(new MadeOf(
                kept.firstDay().plusDays(first),
                some,
                inputs.explain(first, some),
                forecast.reading(),
                new Made(kept.madeAt(), forecast.model(), weekdays)));
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
    void forget() {
        var now = clock.instant();
        store.forget(
                now.minus(settings.inputsDays(), ChronoUnit.DAYS),
                now.minus(settings.decidedInputsDays(), ChronoUnit.DAYS),
                FORGOTTEN_AT_ONCE);
    }
}
