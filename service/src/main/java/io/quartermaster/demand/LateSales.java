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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Hears of sales. Of past days, such as a shop's history when it is connected: forecasts that
/// learnt from these days are made anew, once it is quiet. Of today: somebody looks whether
/// they are a surprise.
@Component
class LateSales implements Follower {

    private final Catalog catalog;
    private final ForecastStore store;
    private final SurpriseStore surprises;
    private final DemandSettings settings;
    private final Clock clock;

    LateSales(Catalog catalog, ForecastStore store, SurpriseStore surprises, DemandSettings settings, Clock clock) {
        this.catalog = catalog;
        this.store = store;
        this.surprises = surprises;
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
        var lately = new LinkedHashSet<Sold>();
        for (var entry : entries) {
            if (entry.event() instanceof SaleRecorded sale) {
                var told = daysAgo(sale, now);
                var to = told > 0 ? late : lately;
                if (told >= 0 && told <= settings.historyDays()) {
                    sale.lines().stream().map(SaleLine::item).forEach(item -> to.add(new Sold(item, sale.location())));
                }
            }
        }
        note(late, (ids, locations) -> store.noteLateSales(ids, locations, sequence(entries)));
        note(lately, (ids, locations) -> surprises.noteSold(ids, locations, sequence(entries)));
    }

    private static long sequence(List<Entry> entries) {
        return entries.getLast().sequence();
    }

    /// Business days since it was sold; zero today.
    private long daysAgo(SaleRecorded sale, Instant now) {
        var place = catalog.locationOrNameless(sale.location());
        return ChronoUnit.DAYS.between(place.businessDay(sale.origin().occurredAt()), place.businessDay(now));
    }

    private void note(Set<Sold> sold, BiConsumer<List<VariantId>, List<LocationId>> store) {
        if (sold.isEmpty()) {
            return;
        }
        var variants = catalog.resolveAll(sold.stream().map(Sold::item).collect(Collectors.toSet()));
        var ids = new ArrayList<VariantId>();
        var locations = new ArrayList<LocationId>();
        for (var one : sold) {
            var variant = variants.get(one.item());
            if (variant != null) {
                ids.add(variant);
                locations.add(one.location());
            }
        }
        store.accept(ids, locations);
    }
}
