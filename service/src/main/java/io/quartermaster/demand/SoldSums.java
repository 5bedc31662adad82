package io.quartermaster.demand;

import io.quartermaster.books.sales.ChannelSales;
import io.quartermaster.demand.TotalKey.Kind;
import io.quartermaster.forecasting.DemandSeries;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.SaleEvent.Channel;
import io.quartermaster.retail.Unit;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What was sold, added up by everything that has a total, day by day until yesterday.
final class SoldSums {

    private static final double ONE = 1e4;

    private final LocalDate today;
    private final int days;
    private final Map<TotalKey, long[]> sums = new HashMap<>();

    SoldSums(LocalDate today, int days) {
        this.today = today;
        this.days = days;
    }

    LocalDate from() {
        return today.minusDays(days);
    }

    LocalDate to() {
        return today.minusDays(1);
    }

    void add(LocationId location, List<ChannelSales> sales) {
        for (var sold : sales) {
            int day = (int) (sold.day().toEpochDay() - from().toEpochDay());
            long units = Math.round(sold.quantity().toDouble() * ONE);
            var unit = sold.quantity().unit();
            for (var place : List.of("", location.value())) {
                add(new TotalKey(Kind.CHAIN, "", place, unit), day, units);
                add(new TotalKey(Kind.CHANNEL, sold.channel().name(), place, unit), day, units);
                add(new TotalKey(Kind.CATEGORY, sold.group(), place, unit), day, units);
            }
        }
    }

    private void add(TotalKey key, int day, long units) {
        sums.computeIfAbsent(key, _ -> new long[days])[day] += units;
    }

    /// What has a series of its own to learn from: a category at one location has not.
    Set<TotalKey> learnable() {
        return sums.keySet().stream()
                .filter(key -> key.kind() != Kind.CATEGORY || key.isEverywhere())
                .collect(Collectors.toCollection(() -> new TreeSet<>(TotalKey.ORDER)));
    }

    /// In which ways something was sold there.
    List<String> channels(String location, Unit unit) {
        return Arrays.stream(Channel.values())
                .map(Enum::name)
                .filter(channel -> sums.containsKey(new TotalKey(Kind.CHANNEL, channel, location, unit)))
                .toList();
    }

    /// From the first day on which something was sold.
    DemandSeries series(TotalKey key) {
        var sold = sums.getOrDefault(key, new long[0]);
        int first = 0;
        while (first < sold.length && sold[first] == 0) {
            first++;
        }
        var units = Arrays.stream(sold, first, sold.length)
                .mapToDouble(TenThousandths::units)
                .toArray();
        return units.length == 0
                ? DemandSeries.daily(today)
                : DemandSeries.daily(from().plusDays(first), units, new boolean[units.length]);
    }

    /// The last days, yesterday at the end.
    long[] last(TotalKey key, int count) {
        var sold = sums.getOrDefault(key, new long[days]);
        return Arrays.copyOfRange(sold, Math.max(0, days - count), days);
    }
}
