package io.quartermaster.dashboard;

import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.demand.Demand;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.RetailAction;
import io.quartermaster.retail.RetailAction.OrderFromSupplier;
import io.quartermaster.retail.RetailAction.TellPerson;
import io.quartermaster.retail.RetailAction.TransferStock;
import io.quartermaster.retail.VariantId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Says of the newest forecasts what they are made of.
@Component
class MadeOfViews {

    /// A page about one variant looks that far ahead.
    static final int DAYS_USUAL = 14;

    private static final int TRANSFER_DAYS = 2;
    private static final int LINES_MAX = 12;

    private final Demand demand;
    private final Catalog catalog;
    private final Clock clock;

    MadeOfViews(Demand demand, Catalog catalog, Clock clock) {
        this.demand = demand;
        this.catalog = catalog;
        this.clock = clock;
    }

    /// Of the first lines of an order or a transfer, from today until the goods come.
    List<MadeOfView> of(RetailAction action, Words words) {
        return switch (action) {
            case OrderFromSupplier order ->
                order.lines().stream()
                        .limit(LINES_MAX)
                        .flatMap(line -> of(
                                new Asked(
                                        line.variant(),
                                        order.destination(),
                                        called(line.name(), line.sku().value()),
                                        daysUntil(order.destination(), order.deliverBy())),
                                words)
                                .stream())
                        .toList();
            case TransferStock transfer ->
                transfer.lines().stream()
                        .limit(LINES_MAX)
                        .flatMap(line -> of(
                                new Asked(
                                        line.variant(),
                                        transfer.to(),
                                        called(line.name(), line.sku().value()),
                                        TRANSFER_DAYS),
                                words)
                                .stream())
                        .toList();
            case TellPerson _ -> List.of();
        };
    }

    /// Of one variant at one location, for the next two weeks.
    Optional<MadeOfView> of(VariantId variant, LocationId location, String name, Words words) {
        return of(new Asked(variant, location, name, DAYS_USUAL), words);
    }

    private record Asked(VariantId variant, LocationId location, String name, int days) {}

    private Optional<MadeOfView> of(Asked asked, Words words) {
        return demand.forecast(asked.variant, asked.location)
                .flatMap(forecast -> demand.madeOf(forecast, today(asked.location), asked.days)
                        .map(madeOf -> MadeOfView.of(asked.name, madeOf, forecast, words)));
    }

    private int daysUntil(LocationId location, LocalDate day) {
        return (int) Math.max(1, ChronoUnit.DAYS.between(today(location), day));
    }

    private LocalDate today(LocationId location) {
        return catalog.locationOrNameless(location).businessDay(clock.instant());
    }

    private static String called(String name, String sku) {
        return name.isBlank() ? sku : name;
    }
}
