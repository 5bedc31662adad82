package io.quartermaster.demand;

import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.journal.Entry;
import io.quartermaster.journal.Follower;
import io.quartermaster.retail.Item;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.SaleEvent.SaleLine;
import io.quartermaster.retail.SaleEvent.SaleRecorded;
import io.quartermaster.retail.VariantId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Hears of sales of past days, such as a shop's history when it is connected: forecasts
/// that learnt from these days are made anew, once it is quiet.
@Component
class LateSales implements Follower {

    private final Catalog catalog;
    private final ForecastStore store;
    private final DemandSettings settings;
    private final Clock clock;

    LateSales(Catalog catalog, ForecastStore store, DemandSettings settings, Clock clock) {
        this.catalog = catalog;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    private record Sold(Item item, LocationId location) {}

    @Override
    public String id() {
        return "demand";
    }

    @Override
    public void follow(List<Entry> entries) {
        var now = clock.instant();
        var late = new LinkedHashSet<Sold>();
        for (var entry : entries) {
            if (entry.event() instanceof SaleRecorded sale && isLate(sale, now)) {
                sale.lines().stream().map(SaleLine::item).forEach(item -> late.add(new Sold(item, sale.location())));
            }
        }
        if (!late.isEmpty()) {
            note(late);
        }
    }

    private boolean isLate(SaleRecorded sale, Instant now) {
        var place = catalog.locationOrNameless(sale.location());
        var today = place.businessDay(now);
        var sold = place.businessDay(sale.origin().occurredAt());
        return sold.isBefore(today) && !sold.isBefore(today.minusDays(settings.historyDays()));
    }

    private void note(Set<Sold> late) {
        var variants = catalog.resolveAll(late.stream().map(Sold::item).collect(Collectors.toSet()));
        var ids = new ArrayList<VariantId>();
        var locations = new ArrayList<LocationId>();
        for (var sold : late) {
            var variant = variants.get(sold.item());
            if (variant != null) {
                ids.add(variant);
                locations.add(sold.location());
            }
        }
        store.noteLateSales(ids, locations);
    }
}
