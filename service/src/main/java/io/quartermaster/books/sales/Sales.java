package io.quartermaster.books.sales;

import io.quartermaster.retail.ConnectionId;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.VariantId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What was sold and brought back, and what that says about demand.
@Component
public class Sales {

    public DemandHistory history(VariantId variant, LocationId location, LocalDate from, LocalDate to) {
        throw new UnsupportedOperationException();
    }

    public Map<VariantId, DemandHistory> histories(
            LocationId location, Collection<VariantId> variants, LocalDate from, LocalDate to) {
        throw new UnsupportedOperationException();
    }

    public Optional<LocalDate> firstSale(VariantId variant, LocationId location) {
        throw new UnsupportedOperationException();
    }

    /// Units sold in the last 7, 30, 60, 90 and 365 business days, `today` the last of them.
    public Map<Integer, Quantity> velocity(VariantId variant, LocationId location, LocalDate today) {
        throw new UnsupportedOperationException();
    }

    public List<SkuTotal> totalsBySku(ConnectionId connection, String after, int limit) {
        throw new UnsupportedOperationException();
    }

    /// Lines that were not counted, and returns whose sale never came.
    public List<RefusedRow> refusedLines(ConnectionId connection, String after, int limit) {
        throw new UnsupportedOperationException();
    }

    /// One row an hour and location, for the business day of each location.
    public List<HourPulse> pulse(LocalDate day) {
        throw new UnsupportedOperationException();
    }

    public List<SaleView> recent(int limit) {
        throw new UnsupportedOperationException();
    }

    public List<DoubtRow> doubts(int limit) {
        throw new UnsupportedOperationException();
    }

    public List<DemandSignalRow> signals(long afterSequence, int limit) {
        throw new UnsupportedOperationException();
    }

    /// Where will I run dry: positions of a location with stock or sales, the least cover first.
    public List<Cover> covers(LocationId location, LocalDate today, int limit) {
        throw new UnsupportedOperationException();
    }
}
