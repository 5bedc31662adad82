package io.quartermaster.books.sales;

import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.catalog.Location;
import io.quartermaster.books.stock.ClosingLevels;
import io.quartermaster.books.stock.Stock;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.VariantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Builds demand histories: what was sold each day, and on which days there was nothing to sell.
@Component
class Demands {

    private static final int DAYS_MAX = 3_700;

    private final DemandStore store;
    private final Catalog catalog;
    private final Stock stock;

    Demands(DemandStore store, Catalog catalog, Stock stock) {
        this.store = store;
        this.catalog = catalog;
        this.stock = stock;
    }

    Map<VariantId, DemandHistory> histories(
            LocationId location, Collection<VariantId> variants, LocalDate from, LocalDate to) {
        var place = catalog.locationOrNameless(location);
        var sold = store.sold(location, variants, dayStarts(place, from, to));
        var levels = stock.closingLevels(location, variants, from, to);
        var histories = HashMap.<VariantId, DemandHistory>newHashMap(variants.size());
        for (var variant : variants) {
            var known = new Known(variant, place, sold.get(variant), levels.get(variant));
            histories.put(variant, history(known, from, to));
        }
        return histories;
    }

    /// The beginning of each business day, and of the one after the last.
    static List<Instant> dayStarts(Location place, LocalDate from, LocalDate to) {
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        if (days < 1 || days > DAYS_MAX) {
            throw new IllegalArgumentException(
                    "The days from (%s) to (%s) must be 1 to %d.".formatted(from, to, DAYS_MAX));
        }
        var starts = new ArrayList<Instant>();
        for (int day = 0; day <= days; day++) {
            starts.add(place.startOf(from.plusDays(day)));
        }
        return starts;
    }

    /// What we know of one variant at one location.
    private record Known(
            VariantId variant,
            Location place,
            DemandStore.@Nullable Sold sold,
            @Nullable ClosingLevels levels) {

        /// The first day that we know of: its first sale, or the first time that its stock was told.
        @Nullable
        LocalDate firstDay() {
            return Stream.of(
                            sold == null ? null : place.businessDay(sold.first()),
                            levels == null ? null : levels.knownFrom())
                    .filter(java.util.Objects::nonNull)
                    .min(LocalDate::compareTo)
                    .orElse(null);
        }

        Quantity soldOn(int day) {
            if (sold == null) {
                return Quantity.NONE;
            }
            return sold.byDay().getOrDefault(day, new Quantity(BigDecimal.ZERO, sold.unit()));
        }

        /// Nothing there at the start and nothing sold; or something there at the start, and nothing
        /// left at the end. A shelf that sells from below zero was miscounted, not empty.
        boolean wasEmpty(int day) {
            if (levels == null || !levels.isKnown(day)) {
                return false;
            }
            boolean emptyAtStart =
                    levels.isKnown(day - 1) && levels.openingOf(day).amount().signum() <= 0;
            boolean emptyAtEnd = levels.byDay().get(day).amount().signum() <= 0;
            return emptyAtStart ? soldOn(day).isZero() : emptyAtEnd;
        }
    }

    private static DemandHistory history(Known known, LocalDate from, LocalDate to) {
        var first = known.firstDay();
        if (first == null || first.isAfter(to)) {
            return new DemandHistory(known.variant(), known.place().id(), from, List.of(), new BitSet());
        }
        int skipped = first.isAfter(from) ? (int) ChronoUnit.DAYS.between(from, first) : 0;
        int days = (int) ChronoUnit.DAYS.between(from, to) + 1;
        var units = new ArrayList<Quantity>();
        var empty = new BitSet();
        for (int day = skipped; day < days; day++) {
            units.add(known.soldOn(day));
            empty.set(day - skipped, known.wasEmpty(day));
        }
        return new DemandHistory(known.variant(), known.place().id(), from.plusDays(skipped), units, empty);
    }
}
