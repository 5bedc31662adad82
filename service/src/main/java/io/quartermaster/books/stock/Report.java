package io.quartermaster.books.stock;

import io.quartermaster.books.stock.Movement.Kind;
import java.math.BigDecimal;

/// How much somebody said is there.
record Report(String paper, Shelf shelf, Told told, BigDecimal level, Measure measure) {

    enum Measure {
        ON_HAND,
        AVAILABLE,
        COUNTED
    }

    Report at(Shelf other) {
        return new Report(paper, other, told, level, measure);
    }

    /// The movement that makes up the difference; how great it is follows from all that was told.
    Row row() {
        var kind = measure == Measure.COUNTED ? Kind.COUNTED_DIFFERENCE : Kind.REPORTED_DIFFERENCE;
        return new Row(paper, 0, shelf, told.at(), kind, told.sequence(), told.correlation(), Amounts.NOTHING);
    }
}
