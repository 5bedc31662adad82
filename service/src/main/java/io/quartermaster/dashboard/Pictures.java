package io.quartermaster.dashboard;

import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.purchasing.OrderFilter;
import io.quartermaster.books.purchasing.PurchaseOrder;
import io.quartermaster.books.purchasing.Purchasing;
import io.quartermaster.books.purchasing.Transfer;
import io.quartermaster.books.sales.DemandHistory;
import io.quartermaster.books.sales.Sales;
import io.quartermaster.books.stock.Stock;
import io.quartermaster.books.stock.StockPosition;
import io.quartermaster.demand.Demand;
import io.quartermaster.demand.DemandForecast;
import io.quartermaster.planning.ProjectionPicture;
import io.quartermaster.planning.ProjectionPicture.FanDay;
import io.quartermaster.planning.ProjectionPicture.PastDay;
import io.quartermaster.planning.StockProjection;
import io.quartermaster.planning.StockProjection.Arrival;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.RetailAction;
import io.quartermaster.retail.RetailAction.OrderFromSupplier;
import io.quartermaster.retail.RetailAction.TellPerson;
import io.quartermaster.retail.RetailAction.TransferStock;
import io.quartermaster.retail.VariantId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Draws what was sold, what may come, and what a quantity would lead to.
@Component
class Pictures {

    private static final int PAST_DAYS = 42;
    private static final int DAYS_AHEAD = 42;
    private static final int DAYS_AFTER_ARRIVAL = 21;
    private static final int DAYS_AHEAD_MAX = 120;
    private static final int TRANSFER_DAYS = 2;
    private static final int PAPERS_MAX = 100;

    private final Demand demand;
    private final Sales sales;
    private final Stock stock;
    private final Purchasing purchasing;
    private final Catalog catalog;
    private final Clock clock;

    Pictures(Demand demand, Sales sales, Stock stock, Purchasing purchasing, Catalog catalog, Clock clock) {
        this.demand = demand;
        this.sales = sales;
        this.stock = stock;
        this.purchasing = purchasing;
        this.catalog = catalog;
        this.clock = clock;
    }

    /// What an action would do for one of its variants; empty while nothing is known of its demand.
    Optional<PictureView> of(RetailAction action, String variant, Words words) {
        return question(action, variant).flatMap(asked -> draw(asked, words));
    }

    /// How things stand for a variant at a location, with no new order.
    Optional<PictureView> of(VariantId variant, LocationId location, Words words) {
        return draw(new Question(variant, location, Quantity.NONE, null, ""), words);
    }

    private Optional<Question> question(RetailAction action, String variant) {
        return switch (action) {
            case OrderFromSupplier order ->
                order.lines().stream()
                        .filter(line -> line.variant().value().equals(variant))
                        .findFirst()
                        .map(line -> new Question(
                                line.variant(),
                                order.destination(),
                                line.quantity(),
                                order.deliverBy(),
                                order.order().value()));
            case TransferStock transfer ->
                transfer.lines().stream()
                        .filter(line -> line.variant().value().equals(variant))
                        .findFirst()
                        .map(line -> new Question(
                                line.variant(),
                                transfer.to(),
                                line.quantity(),
                                today(transfer.to()).plusDays(TRANSFER_DAYS),
                                transfer.transfer().value()));
            case TellPerson _ -> Optional.empty();
        };
    }

    private Optional<PictureView> draw(Question asked, Words words) {
        return demand.forecast(asked.variant, asked.location)
                .map(forecast -> PictureView.of(draw(asked, forecast), levels(asked), words));
    }

    /// On hand at the close of past days, where it is known.
    private Map<LocalDate, String> levels(Question asked) {
        var today = today(asked.location);
        var closing =
                stock.closingLevels(asked.variant, asked.location, today.minusDays(PAST_DAYS), today.minusDays(1));
        var levels = new HashMap<LocalDate, String>();
        for (var day = 0; day < closing.byDay().size(); day++) {
            if (closing.isKnown(day)) {
                levels.put(
                        closing.from().plusDays(day),
                        closing.byDay().get(day).amount().toPlainString());
            }
        }
        return levels;
    }

    private ProjectionPicture draw(Question asked, DemandForecast forecast) {
        var today = today(asked.location);
        var days = daysAhead(today, asked.arrival);
        var fan = IntStream.range(0, days)
                .mapToObj(day -> fanDay(forecast, today.plusDays(day)))
                .toList();
        var expected = IntStream.range(0, days)
                .mapToObj(day -> forecast.mean(today.plusDays(day)))
                .toList();
        var have = stock.position(asked.variant, asked.location)
                .map(StockPosition::availableToSell)
                .orElse(Quantity.NONE)
                .toDouble();
        var coming = coming(asked);
        var without = StockProjection.of(today, have, expected, coming);
        var arrival = asked.arrival;
        if (arrival == null) {
            return picture(asked, today, fan, without, without);
        }
        var more = new ArrayList<>(coming);
        more.add(new Arrival(arrival, asked.quantity.toDouble()));
        return picture(asked, today, fan, without, StockProjection.of(today, have, expected, more));
    }

    private ProjectionPicture picture(
            Question asked, LocalDate today, List<FanDay> fan, StockProjection without, StockProjection with) {
        return new ProjectionPicture(
                today, past(asked, today), fan, without, with, asked.arrival, asked.quantity.toDouble(), 0);
    }

    private List<PastDay> past(Question asked, LocalDate today) {
        var history = sales.history(asked.variant, asked.location, today.minusDays(PAST_DAYS), today.minusDays(1));
        return IntStream.range(0, history.days())
                .mapToObj(day -> pastDay(history, day))
                .toList();
    }

    private static PastDay pastDay(DemandHistory history, int day) {
        return new PastDay(
                history.from().plusDays(day), history.unitsByDay().get(day).toDouble(), history.wasWithoutStock(day));
    }

    private static FanDay fanDay(DemandForecast forecast, LocalDate day) {
        return new FanDay(
                day,
                forecast.quantile(day, 0.05),
                forecast.quantile(day, 0.25),
                forecast.quantile(day, 0.5),
                forecast.quantile(day, 0.75),
                forecast.quantile(day, 0.95));
    }

    /// What is on its way already, the paper in question apart.
    private List<Arrival> coming(Question asked) {
        var arrivals = new ArrayList<Arrival>();
        var open = openWith(asked.variant);
        purchasing.orders(open, PAPERS_MAX).stream()
                .filter(order -> order.destination().equals(asked.location))
                .filter(order -> !order.id().value().equals(asked.paper))
                .forEach(order -> arrivals.addAll(arrivals(order, asked.variant)));
        purchasing.transfers(PAPERS_MAX).stream()
                .filter(transfer -> transfer.state() == Transfer.State.APPROVED)
                .filter(transfer -> transfer.to().equals(asked.location))
                .filter(transfer -> !transfer.id().value().equals(asked.paper))
                .forEach(transfer -> arrivals.addAll(arrivals(transfer, asked.variant)));
        return arrivals;
    }

    private static OrderFilter openWith(VariantId variant) {
        var open = OrderFilter.open();
        return new OrderFilter(open.states(), open.destinations(), null, variant, open.sort());
    }

    private static List<Arrival> arrivals(PurchaseOrder order, VariantId variant) {
        return order.lines().stream()
                .filter(line -> line.variant().equals(variant))
                .map(line -> new Arrival(order.expectedOn(), line.open().toDouble()))
                .toList();
    }

    private static List<Arrival> arrivals(Transfer transfer, VariantId variant) {
        return transfer.lines().stream()
                .filter(line -> line.variant().equals(variant))
                .map(line -> new Arrival(transfer.expectedOn(), line.quantity().toDouble()))
                .toList();
    }

    private static int daysAhead(LocalDate today, @Nullable LocalDate arrival) {
        var wanted =
                arrival == null ? DAYS_AHEAD : (int) (arrival.toEpochDay() - today.toEpochDay()) + DAYS_AFTER_ARRIVAL;
        return Math.clamp(wanted, DAYS_AHEAD, DAYS_AHEAD_MAX);
    }

    private LocalDate today(LocationId location) {
        return catalog.location(location)
                .map(known -> known.businessDay(clock.instant()))
                .orElseThrow(() -> new NotHere("location"));
    }

    /// @param arrival when `quantity` would come; null if nothing is asked about
    /// @param paper the order or transfer in question, so that it is not counted twice
    private record Question(
            VariantId variant,
            LocationId location,
            Quantity quantity,
            @Nullable LocalDate arrival,
            String paper) {}
}
