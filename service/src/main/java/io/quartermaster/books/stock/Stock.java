package io.quartermaster.books.stock;

import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.VariantId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// How much is where.
@Component
public class Stock {

    public Optional<StockPosition> position(VariantId variant, LocationId location) {
        throw new UnsupportedOperationException();
    }

    /// At all locations that ever held it.
    public List<StockPosition> positionsOf(VariantId variant) {
        throw new UnsupportedOperationException();
    }

    public List<StockPosition> positions(LocationId location, Collection<VariantId> variants) {
        throw new UnsupportedOperationException();
    }

    /// By location and variant, from the filter's cursor on.
    public List<StockPosition> search(StockFilter filter, int limit) {
        throw new UnsupportedOperationException();
    }

    /// Newest first.
    public List<Movement> movements(VariantId variant, LocationId location, int limit) {
        throw new UnsupportedOperationException();
    }

    /// Takes what changed since it was last taken; what is taken is gone when the caller's
    /// transaction commits, and there again if it does not.
    public List<Change> takeChanged(int limit) {
        throw new UnsupportedOperationException();
    }

    /// On hand at the end of each business day.
    public ClosingLevels closingLevels(VariantId variant, LocationId location, LocalDate from, LocalDate to) {
        throw new UnsupportedOperationException();
    }

    public Map<VariantId, ClosingLevels> closingLevels(
            LocationId location, Collection<VariantId> variants, LocalDate from, LocalDate to) {
        throw new UnsupportedOperationException();
    }

    /// Adds up all movements anew and compares: the nightly check, and whenever somebody asks.
    public Disagreements check() {
        throw new UnsupportedOperationException();
    }
}
