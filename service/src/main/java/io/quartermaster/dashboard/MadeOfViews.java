package io.quartermaster.dashboard;

import io.quartermaster.approvals.DeskItem;
import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.demand.Demand;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.RetailAction.OrderFromSupplier;
import io.quartermaster.retail.RetailAction.TellPerson;
import io.quartermaster.retail.RetailAction.TransferStock;
import io.quartermaster.retail.VariantId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Says of forecasts what they are made of.
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

    /// Of the first lines of an order or a transfer, until the goods come: as it was known when
    /// that was decided, or as it is known now while it waits.
    List<MadeOfView> of(DeskItem item, Words words) {
        var decision = item.decision();
        var at = decision == null ? clock.instant() : decision.at();
        return switch (item.proposal().action()) {
            case OrderFromSupplier order ->
                order.lines().stream()
                        .limit(LINES_MAX)
                        .map(line -> new Asked(
                                line.variant(),
                                order.destination(),
                                called(line.name(), line.sku().value()),
                                at,
                                days(order.destination(), at, order.deliverBy())))
                        .flatMap(asked -> of(asked, words).stream())
                        .toList();
            case TransferStock transfer ->
                transfer.lines().stream()
                        .limit(LINES_MAX)
                        .map(line -> new Asked(
                                line.variant(),
                                transfer.to(),
                                called(line.name(), line.sku().value()),
                                at,
                                TRANSFER_DAYS))
                        .flatMap(asked -> of(asked, words).stream())
                        .toList();
            case TellPerson _ -> List.of();
        };
    }

    /// Of one variant at one location, for the next two weeks.
    Optional<MadeOfView> of(VariantId variant, LocationId location, String name, Words words) {
        return of(new Asked(variant, location, name, clock.instant(), DAYS_USUAL), words);
    }

    private record Asked(VariantId variant, LocationId location, String name, Instant at, int days) {}

    private Optional<MadeOfView> of(Asked asked, Words words) {
        return demand.madeOf(asked.variant, asked.location, asked.at, day(asked.location, asked.at), asked.days)
                .map(madeOf -> MadeOfView.of(asked.name, madeOf, words));
    }

    private int days(LocationId location, Instant from, LocalDate to) {
        return (int) Math.max(1, ChronoUnit.DAYS.between(day(location, from), to));
    }

    private LocalDate day(LocationId location, Instant at) {
        return catalog.locationOrNameless(location).businessDay(at);
    }

    private static String called(String name, String sku) {
        return name.isBlank() ? sku : name;
    }
}
