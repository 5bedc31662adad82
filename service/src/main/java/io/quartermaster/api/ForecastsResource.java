package io.quartermaster.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.demand.Demand;
import io.quartermaster.demand.DemandForecast;
import io.quartermaster.demand.ForecastReplay;
import io.quartermaster.demand.MadeOf;
import io.quartermaster.forecasting.Explanation.Factor;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Sku;
import io.quartermaster.retail.VariantId;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What will be asked for, what that is made of, and whether it can be made again.
@RestController
@Tag(name = "forecasts")
final class ForecastsResource {

    private static final String DAYS_USUAL = "14";
    private static final int DAYS_MAX = 400;
    private static final int DECIMALS = 4;
    private static final double HIGH = 0.95;

    private final Demand demand;
    private final Catalog catalog;
    private final Clock clock;

    ForecastsResource(Demand demand, Catalog catalog, Clock clock) {
        this.demand = demand;
        this.catalog = catalog;
        this.clock = clock;
    }

    /// The newest forecast of one variant at one location, from today on.
    ///
    /// @param mean units expected in these days together
    /// @param high95 units that are enough with a chance of 95 %
    /// @param high95Level the level that the forecast was asked at so that they are
    /// @param models which models made it
    /// @param explanation null if the forecast was made by an earlier release
    record ForecastView(
            String sku,
            @JsonProperty("location_id") String locationId,
            LocalDate from,
            int days,
            BigDecimal mean,
            BigDecimal high95,
            @JsonProperty("high95_level") BigDecimal high95Level,
            @JsonProperty("demand_class") String demandClass,
            String models,
            @JsonProperty("history_days") int historyDays,
            @JsonProperty("made_at") Instant madeAt,
            List<DayView> daily,
            @Nullable ExplanationView explanation) {}

    record DayView(LocalDate day, BigDecimal mean) {}

    /// What the days together are made of: `base` and all `units` add up to `mean`, and `base` times
    /// all `factor`s is `mean`.
    ///
    /// @param emptyShelfDays on how many days of the history nothing was left to sell
    /// @param cutOrders how many days of the history sold so much that they count for less
    record ExplanationView(
            LocalDate from,
            int days,
            BigDecimal base,
            List<FactorView> factors,
            BigDecimal mean,
            @JsonProperty("empty_shelf_days") int emptyShelfDays,
            @JsonProperty("cut_orders") int cutOrders,
            @JsonProperty("cut_units") BigDecimal cutUnits) {

        static ExplanationView of(MadeOf madeOf) {
            var explanation = madeOf.explanation();
            return new ExplanationView(
                    madeOf.from(),
                    madeOf.days(),
                    BigDecimal.valueOf(explanation.base()),
                    explanation.factors().stream().map(FactorView::of).toList(),
                    BigDecimal.valueOf(explanation.mean()),
                    madeOf.reading().emptyShelf(),
                    madeOf.reading().cutOrders(),
                    shown(madeOf.reading().cutUnits()));
        }
    }

    /// @param reason such as `WEEKDAY`, `TREND`, `EMPTY_SHELF`
    record FactorView(String reason, BigDecimal units, BigDecimal factor) {

        static FactorView of(Factor factor) {
            return new FactorView(
                    factor.reason().name(), BigDecimal.valueOf(factor.units()), BigDecimal.valueOf(factor.factor()));
        }
    }

    /// A forecast made again.
    ///
    /// @param same whether the same came out, byte for byte
    /// @param figuresThen SHA-256 of the figures that are kept
    /// @param figuresNow SHA-256 of those that come out now; empty if it cannot be made again
    record ReplayView(
            String sku,
            @JsonProperty("location_id") String locationId,
            boolean same,
            String outcome,
            LocalDate from,
            @JsonProperty("made_at") Instant madeAt,
            int recipe,
            @JsonProperty("inputs_bytes") int inputsBytes,
            @JsonProperty("inputs_sha256") String inputsHash,
            @JsonProperty("figures_then_sha256") String figuresThen,
            @JsonProperty("figures_now_sha256") String figuresNow) {

        static ReplayView of(String sku, ForecastReplay replay) {
            return new ReplayView(
                    sku,
                    replay.location().value(),
                    replay.isSame(),
                    replay.inWords(),
                    replay.firstDay(),
                    replay.madeAt(),
                    replay.recipe(),
                    replay.inputsBytes(),
                    replay.inputsHash(),
                    replay.figuresThen(),
                    replay.figuresNow());
        }
    }

    /// The newest forecast, from today on, with what it is made of.
    @GetMapping("/v1/forecasts/{sku}/{location}")
    ForecastView forecast(
            @PathVariable String sku,
            @PathVariable String location,
            @RequestParam(defaultValue = DAYS_USUAL) int days) {
        var place = Asked.read("location", () -> new LocationId(location));
        if (days < 1 || days > DAYS_MAX) {
            throw new BadRequest("The days (%d) must be 1 to %d.".formatted(days, DAYS_MAX));
        }
        return demand.forecast(variant(sku), place)
                .map(forecast -> view(sku, forecast, days))
                .orElseThrow(() -> new NotFound("forecast", sku + " at " + location));
    }

    /// Makes the newest forecast again from what it was made from, or the one that was the newest at
    /// some time, and compares.
    @GetMapping("/v1/forecasts/{sku}/{location}/replay")
    ReplayView replay(
            @PathVariable String sku,
            @PathVariable String location,
            @RequestParam(required = false) @Nullable Instant at) {
        var place = Asked.read("location", () -> new LocationId(location));
        return demand.replay(variant(sku), place, at == null ? clock.instant() : at)
                .map(replay -> ReplayView.of(sku, replay))
                .orElseThrow(() -> new NotFound("forecast with its inputs", sku + " at " + location));
    }

    private ForecastView view(String sku, DemandForecast forecast, int days) {
        var today = catalog.locationOrNameless(forecast.location()).businessDay(clock.instant());
        var together = forecast.over(today, days, 0);
        return new ForecastView(
                sku,
                forecast.location().value(),
                today,
                days,
                shown(together.mean()),
                shown(forecast.enoughFor(today, days, 0, HIGH)),
                shown(forecast.levelAskedFor(days, HIGH)),
                forecast.model().demandClass(),
                forecast.model().name(),
                forecast.history().days(),
                forecast.madeAt(),
                IntStream.range(0, days)
                        .mapToObj(day -> new DayView(today.plusDays(day), shown(forecast.mean(today.plusDays(day)))))
                        .toList(),
                demand.madeOf(forecast.variant(), forecast.location(), clock.instant(), today, days)
                        .map(ExplanationView::of)
                        .orElse(null));
    }

    private VariantId variant(String sku) {
        return Asked.read("sku", () -> catalog.bySku(new Sku(sku))).orElseThrow(() -> new NotFound("variant", sku));
    }

    private static BigDecimal shown(double units) {
        return BigDecimal.valueOf(units)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
    }
}
