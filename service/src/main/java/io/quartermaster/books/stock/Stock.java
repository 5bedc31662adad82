package io.quartermaster.books.stock;

import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.catalog.Location;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.Unit;
import io.quartermaster.retail.VariantId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// How much is where.
@Component
public class Stock {

    private static final int LIST_MAX = 10_000;
    private static final int DISAGREEMENTS_MAX = 1_000;
    private static final int DAYS_MAX = 3_700;

    private final StockStore store;
    private final PositionStore positions;
    private final Catalog catalog;
    private final Clock clock;

    Stock(StockStore store, PositionStore positions, Catalog catalog, Clock clock) {
        this.store = store;
        this.positions = positions;
        this.catalog = catalog;
        this.clock = clock;
    }

    /// Empty if nothing was ever heard of this variant there.
    public Optional<StockPosition> position(VariantId variant, LocationId location) {
        return positions(location, List.of(variant)).stream().findFirst();
    }

    /// At all locations that ever held it.
    public List<StockPosition> positionsOf(VariantId variant) {
        return store.positions(List.of(variant), null);
    }

    /// Those of which something was heard.
    public List<StockPosition> positions(LocationId location, Collection<VariantId> variants) {
        return store.positions(variants, location);
    }

    /// By location and variant, from the filter's cursor on.
    ///
    /// @param limit at most 10,000
    public List<StockPosition> search(StockFilter filter, int limit) {
        return store.search(filter, Math.min(limit, LIST_MAX));
    }

    /// Newest first.
    ///
    /// @param limit at most 10,000
    public List<Movement> movements(VariantId variant, LocationId location, int limit) {
        return store.movements(variant, location, Math.min(limit, LIST_MAX));
    }

    /// Takes what changed since it was last taken; what is taken is gone when the caller's
    /// transaction commits, and there again if it does not.
    ///
    /// @param limit how many changes are taken; those of one place are answered as one
    public List<Change> takeChanged(int limit) {
        return positions.takeChanged(Math.min(limit, LIST_MAX));
    }

    /// On hand at the end of each business day, both days included.
    public ClosingLevels closingLevels(VariantId variant, LocationId location, LocalDate from, LocalDate to) {
        var levels = closingLevels(location, List.of(variant), from, to).get(variant);
        return levels == null ? unheardOf(variant, location, from, days(from, to)) : levels;
    }

    /// Likewise for many variants at once; those that were never heard of there are left out.
    public Map<VariantId, ClosingLevels> closingLevels(
            LocationId location, Collection<VariantId> variants, LocalDate from, LocalDate to) {
        int days = days(from, to);
        var place = catalog.locationOrNameless(location);
        var starts = new ArrayList<Instant>();
        for (int day = 0; day <= days; day++) {
            starts.add(place.startOf(from.plusDays(day)));
        }
        var answer = new HashMap<VariantId, ClosingLevels>();
        store.levels(location, variants, starts)
                .forEach((variant, level) -> answer.put(variant, closing(variant, place, from, days, level)));
        return answer;
    }

    /// Adds up all movements anew and compares: the nightly check, and whenever somebody asks.
    public Disagreements check() {
        return new Disagreements(clock.instant(), store.count(), store.disagreements(DISAGREEMENTS_MAX));
    }

    private static ClosingLevels closing(
            VariantId variant, Location place, LocalDate from, int days, StockStore.Level level) {
        var none = new Quantity(BigDecimal.ZERO, level.unit());
        var byDay = new ArrayList<Quantity>();
        var onHand = level.onHand();
        for (int day = days; day >= 0; day--) { // backwards from now: what happened later is taken off again
            onHand = onHand.minus(level.changes().getOrDefault(day, none));
            byDay.addFirst(onHand);
        }
        var known = level.knownSince();
        return new ClosingLevels(
                variant,
                place.id(),
                known == null ? null : place.businessDay(known),
                from,
                byDay.getFirst(),
                byDay.subList(1, byDay.size()));
    }

    private static ClosingLevels unheardOf(VariantId variant, LocationId location, LocalDate from, int days) {
        var nothing = java.util.Collections.nCopies(days, new Quantity(BigDecimal.ZERO, Unit.EACH));
        return new ClosingLevels(variant, location, null, from, Quantity.NONE, nothing);
    }

    private static int days(LocalDate from, LocalDate to) {
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        if (days < 1 || days > DAYS_MAX) {
            throw new IllegalArgumentException(
                    "The days from (%s) to (%s) must be 1 to %d.".formatted(from, to, DAYS_MAX));
        }
        return (int) days;
    }
}
