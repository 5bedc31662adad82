package io.quartermaster.skills.replenishment;

import io.quartermaster.books.sales.Sales;
import io.quartermaster.books.stock.Stock;
import io.quartermaster.books.stock.StockPosition;
import io.quartermaster.demand.Demand;
import io.quartermaster.demand.DemandForecast;
import io.quartermaster.planning.Costs;
import io.quartermaster.planning.DemandFigures;
import io.quartermaster.planning.OrderPlan;
import io.quartermaster.planning.OrderQuantity.Packs;
import io.quartermaster.planning.OrderUpTo.Cover;
import io.quartermaster.planning.Pace;
import io.quartermaster.planning.ReorderPoint;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.VariantId;
import io.quartermaster.skills.Watchlist;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads variants of one location from stock, forecasts and sales, and works out their levels.
@Component
class Shelves {

    private static final int DAYS_A_WEEK = 7;
    private static final double SURPRISE = 0.95;
    private static final String UNRANKED = "B";

    private final Stock stock;
    private final Sales sales;
    private final Demand demand;
    private final Watchlist watchlist;
    private final ReplenishmentSettings settings;

    Shelves(Stock stock, Sales sales, Demand demand, Watchlist watchlist, ReplenishmentSettings settings) {
        this.stock = stock;
        this.sales = sales;
        this.demand = demand;
        this.watchlist = watchlist;
        this.settings = settings;
    }

    /// @param fresh whether forecasts must be of this business day; else those at hand will do
    /// @return one reading for each variant that is held at the location
    Map<VariantId, Reading> read(LocationId location, LocalDate today, Collection<Served> wanted, boolean fresh) {
        var byId = wanted.stream()
                .collect(Collectors.toMap(one -> one.variant().id(), one -> one, (one, _) -> one, LinkedHashMap::new));
        var ids = byId.keySet();
        if (ids.isEmpty()) {
            return Map.of();
        }
        var positions = stock.positions(location, ids);
        var forecasts = fresh ? demand.forecastsNow(location, ids) : demand.forecastsAtHand(location, ids);
        var week = sales.soldSince(location, ids, today.minusDays(DAYS_A_WEEK - 1));
        var classes = watchlist.classes(ReplenishmentSkill.ID, location, ids);
        var readings = new LinkedHashMap<VariantId, Reading>();
        for (var position : positions) {
            var served = byId.get(position.variant());
            var forecast = forecasts.get(position.variant());
            if (served != null && forecast != null) {
                var supply = supply(served, classes.getOrDefault(position.variant(), UNRANKED));
                var sold = sold(week.get(position.variant()), position);
                readings.put(
                        position.variant(),
                        Reading.of(served, position, outlook(served, forecast, supply, sold, today), supply, today));
            }
        }
        return readings;
    }

    private static LineFacts.Outlook outlook(
            Served served, DemandForecast forecast, LineFacts.Supply supply, Quantity sold, LocalDate today) {
        var leadTime = served.leadTime();
        var days =
                ReorderPoint.protectionDays(leadTime.days(), served.supplier().reviewPeriodDays());
        double late = leadTime.deviationDays().doubleValue();
        var highWeek = forecast.enoughFor(today, DAYS_A_WEEK, 0, SURPRISE);
        var figures = new DemandFigures.Told(
                        days,
                        forecast::mean,
                        chance -> forecast.enoughFor(today, days, late, chance),
                        Arrays.stream(forecast.weekdayFactors()).boxed().toList(),
                        forecast.model().coverage95(),
                        forecast.model().origins())
                .from(today, supply.terms().serviceLevel(), Pace.of(sold.toDouble(), highWeek));
        var history = forecast.history();
        return new LineFacts.Outlook(
                figures,
                forecast.model().name(),
                forecast.madeAt(),
                history.from(),
                history.days(),
                levelAsked(forecast, days, supply.terms().serviceLevel()));
    }

    private static @Nullable Double levelAsked(DemandForecast forecast, int days, double serviceLevel) {
        double asked = forecast.levelAskedFor(days, serviceLevel);
        return asked == serviceLevel ? null : asked;
    }

    private LineFacts.Supply supply(Served served, String turnoverClass) {
        var terms = served.terms();
        var review = served.supplier().reviewPeriodDays();
        var cover = new Cover(Math.max(1, review), Math.max(Math.max(1, review), settings.coverDaysMax()));
        return new LineFacts.Supply(
                new OrderPlan.Terms(
                        settings.serviceLevel(turnoverClass).doubleValue(),
                        costs(served),
                        cover,
                        new Packs(terms.casePack(), terms.minimumOrder())),
                terms.unitCost(),
                terms.contractPrice(),
                terms.nonStandard(),
                turnoverClass);
    }

    /// What a missed unit costs is the margin, where the price is known and above cost.
    private Costs costs(Served served) {
        var cost = served.terms().unitCost();
        var price = served.variant().price();
        var margin = price == null || !price.currency().equals(cost.currency())
                ? BigDecimal.ZERO
                : price.amount().subtract(cost.amount());
        var missed = margin.signum() > 0 ? margin : cost.amount().multiply(settings.missedRate());
        return new Costs(
                cost.amount().doubleValue(),
                settings.holdingRate().doubleValue(),
                settings.orderLineCost().doubleValue(),
                missed.doubleValue());
    }

    private static Quantity sold(@Nullable Quantity week, StockPosition position) {
        var unit = position.onHand().unit();
        return week != null && week.unit() == unit ? week : new Quantity(BigDecimal.ZERO, unit);
    }
}
