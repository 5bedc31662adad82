package io.quartermaster.skills.replenishment;

import io.quartermaster.books.sales.DemandHistory;
import io.quartermaster.books.sales.Sales;
import io.quartermaster.demand.Demand;
import io.quartermaster.demand.DemandForecast;
import io.quartermaster.planning.ProjectionPicture;
import io.quartermaster.planning.ProjectionPicture.FanDay;
import io.quartermaster.planning.ProjectionPicture.PastDay;
import io.quartermaster.planning.StockProjection;
import io.quartermaster.planning.StockProjection.Arrival;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.VariantId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Draws one variant's past and future, with and without an order of some quantity.
@Component
class Picture {

    private static final int PAST_DAYS = 60;

    private final Sales sales;
    private final Demand demand;

    Picture(Sales sales, Demand demand) {
        this.sales = sales;
        this.demand = demand;
    }

    Optional<ProjectionPicture> of(ReplenishmentFacts facts, VariantId variant, Quantity quantity) {
        return facts.lines().stream()
                .filter(line -> line.variant().equals(variant))
                .findFirst()
                .map(line -> picture(facts, line, quantity));
    }

    private ProjectionPicture picture(ReplenishmentFacts facts, LineFacts line, Quantity quantity) {
        var today = facts.today();
        var here = facts.location().id();
        var available = line.position().available().toDouble();
        var expected = line.outlook().demand().expected();
        var arrival = facts.arrival();
        var coming = coming(facts, line);
        var ordered = Stream.of(new Arrival(arrival, quantity.toDouble()));
        return new ProjectionPicture(
                today,
                past(sales.history(line.variant(), here, today.minusDays(PAST_DAYS), today.minusDays(1))),
                demand.forecast(line.variant(), here)
                        .map(forecast -> fan(forecast, today, expected.size()))
                        .orElse(List.of()),
                StockProjection.of(today, available, expected, coming),
                StockProjection.of(
                        today,
                        available,
                        expected,
                        Stream.concat(coming.stream(), ordered).toList()),
                quantity.isZero() ? null : arrival,
                quantity.toDouble(),
                line.plan(today).reorderPoint().toDouble());
    }

    /// What is coming anyway. The stock book does not say when, so it is drawn after half the lead
    /// time: somewhere between today and the day on which an order made today would come.
    private static List<Arrival> coming(ReplenishmentFacts facts, LineFacts line) {
        var units = line.position().inTransit().plus(line.position().onOrder());
        return units.amount().signum() <= 0
                ? List.of()
                : List.of(new Arrival(
                        facts.today().plusDays(facts.supplier().leadTime().days() / 2), units.toDouble()));
    }

    private static List<PastDay> past(DemandHistory history) {
        return IntStream.range(0, history.days())
                .mapToObj(day -> new PastDay(
                        history.from().plusDays(day),
                        history.unitsByDay().get(day).toDouble(),
                        history.wasWithoutStock(day)))
                .toList();
    }

    private static List<FanDay> fan(DemandForecast forecast, LocalDate today, int days) {
        return IntStream.range(0, days)
                .mapToObj(i -> today.plusDays(i))
                .map(day -> new FanDay(
                        day,
                        forecast.quantile(day, 0.05),
                        forecast.quantile(day, 0.25),
                        forecast.mean(day),
                        forecast.quantile(day, 0.75),
                        forecast.quantile(day, 0.95)))
                .toList();
    }
}
