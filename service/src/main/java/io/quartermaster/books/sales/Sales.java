package io.quartermaster.books.sales;

import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.retail.ConnectionId;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.Unit;
import io.quartermaster.retail.VariantId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What was sold and brought back, and what that says about demand.
@Component
public class Sales {

    /// Spans of business days over which a velocity is told.
    public static final List<Integer> WINDOWS = List.of(7, 30, 60, 90, 365);

    private static final int LIST_MAX = 5_000;

    private final SalesStore store;
    private final DemandStore demand;
    private final Demands demands;
    private final Pulses pulses;
    private final Covers covers;
    private final ChannelStore channels;
    private final Catalog catalog;

    Sales(
            SalesStore store,
            DemandStore demand,
            Demands demands,
            Pulses pulses,
            Covers covers,
            ChannelStore channels,
            Catalog catalog) {
        this.store = store;
        this.demand = demand;
        this.demands = demands;
        this.pulses = pulses;
        this.covers = covers;
        this.channels = channels;
        this.catalog = catalog;
    }

    /// Units sold on each business day, both days included; days that we know nothing of are left
    /// out at the beginning.
    public DemandHistory history(VariantId variant, LocationId location, LocalDate from, LocalDate to) {
        return demands.histories(location, List.of(variant), from, to)
                .values()
                .iterator()
                .next();
    }

    /// Likewise for many variants at once.
    public Map<VariantId, DemandHistory> histories(
            LocationId location, Collection<VariantId> variants, LocalDate from, LocalDate to) {
        return demands.histories(location, variants, from, to);
    }

    /// Units sold from the beginning of this business day until now; variants that were not sold are
    /// left out.
    public Map<VariantId, Quantity> soldSince(LocationId location, Collection<VariantId> variants, LocalDate from) {
        return demand.soldSince(
                location, variants, catalog.locationOrNameless(location).startOf(from));
    }

    /// What was sold of groups of variants at the till, on the web, on marketplaces: a sum a day, both
    /// days included, in no order; days without a sale are left out. A group is named once a unit.
    public List<ChannelSales> byChannel(LocationId location, List<SalesGroup> groups, LocalDate from, LocalDate to) {
        return channels.sold(catalog.locationOrNameless(location), groups, from, to);
    }

    /// The unit in which each was sold last there; variants that were never sold are left out.
    public Map<VariantId, Unit> units(LocationId location, Collection<VariantId> variants) {
        return channels.units(location, variants);
    }

    /// The business day of the first sale of this variant there.
    public Optional<LocalDate> firstSale(VariantId variant, LocationId location) {
        return demand.firstSale(variant, location)
                .map(at -> catalog.locationOrNameless(location).businessDay(at));
    }

    /// Units sold in the last 7, 30, 60, 90 and 365 business days, `today` the last of them. A window
    /// that is longer than what is known holds what is known; see [#firstSale].
    public Map<Integer, Quantity> velocity(VariantId variant, LocationId location, LocalDate today) {
        int longest = WINDOWS.getLast();
        var history = history(variant, location, today.minusDays(longest - 1L), today);
        var newestFirst = new ArrayList<>(history.unitsByDay()).reversed();
        var velocity = new LinkedHashMap<Integer, Quantity>();
        for (int window : WINDOWS) {
            var sold = newestFirst.stream().limit(window).reduce(Quantity::plus);
            velocity.put(window, sold.orElse(Quantity.NONE));
        }
        return velocity;
    }

    /// What a connection sold, label by label.
    ///
    /// @param after the cursor of the last row seen; empty for the beginning
    public List<SkuTotal> totalsBySku(ConnectionId connection, String after, int limit) {
        return store.totalsBySku(connection, Cursor.read(after, 3), Math.min(limit, LIST_MAX));
    }

    /// Lines that were not counted, and returns whose sale never came.
    ///
    /// @param after the cursor of the last row seen; empty for the beginning
    public List<RefusedRow> refusedLines(ConnectionId connection, String after, int limit) {
        return store.refusedLines(connection, Cursor.read(after, 2), Math.min(limit, LIST_MAX));
    }

    /// One row an hour and location, for the business day of each location.
    public List<HourPulse> pulse(LocalDate day) {
        return pulses.on(day);
    }

    /// Newest telling first.
    public List<SaleView> recent(int limit) {
        return store.recent(Math.min(limit, LIST_MAX));
    }

    /// Newest first.
    public List<DoubtRow> doubts(int limit) {
        return store.doubts(Math.min(limit, LIST_MAX));
    }

    /// What sales say about demand, in the journal's order. All signals of a sale come together.
    ///
    /// @param sales of how many sales at most
    public List<DemandSignalRow> signals(long afterSequence, int sales) {
        return store.signals(afterSequence, Math.min(sales, LIST_MAX));
    }

    /// Where will I run dry: all positions of a location, the least cover first, those that do not
    /// sell last.
    public List<Cover> covers(LocationId location, LocalDate today, int limit) {
        return covers.at(location, today, Math.min(limit, LIST_MAX));
    }
}
