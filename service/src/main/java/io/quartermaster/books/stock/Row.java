package io.quartermaster.books.stock;

import io.quartermaster.books.stock.Movement.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// One row of the movements.
record Row(
        String paper,
        int part,
        Shelf shelf,
        Instant at,
        Kind kind,
        long sequence,
        String correlation,
        Amounts amounts) {

    /// Lays the postings of a paper out in rows.
    static List<Row> of(String paper, List<Posting> postings) {
        var rows = new ArrayList<Row>();
        for (var posting : postings) {
            posting.changes()
                    .forEach((shelf, amounts) -> rows.add(new Row(
                            paper,
                            rows.size(),
                            shelf,
                            posting.at(),
                            posting.kind(),
                            posting.told().sequence(),
                            posting.told().correlation(),
                            amounts)));
        }
        return rows;
    }

    Row at(Shelf other) {
        return new Row(paper, part, other, at, kind, sequence, correlation, amounts);
    }

    boolean isSameAs(Row other) {
        return part == other.part
                && shelf.equals(other.shelf)
                && at.equals(other.at)
                && kind == other.kind
                && amounts.isSameAs(other.amounts);
    }

    static boolean areSame(List<Row> some, List<Row> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            if (!some.get(i).isSameAs(others.get(i))) {
                return false;
            }
        }
        return true;
    }
}
