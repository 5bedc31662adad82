package io.quartermaster.books.sales;

import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.VariantId;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;

/// What was sold of one variant at one location, a figure for each business day.
///
/// Only days that we know of are in it: a shop's first known day may be later than the day that
/// was asked for, and what we do not know is left out rather than called zero.
///
/// @param from the first day of the list: the day asked for, or the first that is known
/// @param unitsByDay units sold, the first day first; empty if nothing is known
/// @param daysWithoutStock days, counted from `from`, on which the shelf was empty: sales of
/// such a day understate demand
public record DemandHistory(
        VariantId variant, LocationId location, LocalDate from, List<Quantity> unitsByDay, BitSet daysWithoutStock) {

    public DemandHistory {
        unitsByDay = List.copyOf(unitsByDay);
        daysWithoutStock = (BitSet) daysWithoutStock.clone();
    }

    @Override
    public BitSet daysWithoutStock() {
        return (BitSet) daysWithoutStock.clone();
    }

    public int days() {
        return unitsByDay.size();
    }

    public boolean wasWithoutStock(int day) {
        return daysWithoutStock.get(day);
    }
}
