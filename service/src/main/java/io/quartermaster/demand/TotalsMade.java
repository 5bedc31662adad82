package io.quartermaster.demand;

import io.quartermaster.demand.ChannelSplit.Cell;
import io.quartermaster.demand.ChannelSplit.Opinion;
import io.quartermaster.demand.TotalKey.Kind;
import io.quartermaster.retail.SaleEvent.Channel;
import io.quartermaster.retail.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Makes totals agree, from what variants will sell, what was sold, and what each total's own
/// past says.
///
/// Pure: the same sums make the same totals.
final class TotalsMade {

    private static final int PAST_DAYS = 42;
    private static final double[] NOT_ASKED = {};

    private final LeafSums sums;
    private final SoldSums sold;
    private final Map<TotalKey, OwnForecast> own;

    TotalsMade(LeafSums sums, SoldSums sold, Map<TotalKey, OwnForecast> own) {
        this.sums = sums;
        this.sold = sold;
        this.own = own;
    }

    List<Total> totals() {
        var totals = new TreeMap<TotalKey, Total>(TotalKey.ORDER);
        for (var key : sums.keys()) {
            var sum = sums.of(key);
            totals.put(key, total(key, sum.means(), sum));
        }
        for (var unit : sums.units()) {
            channels(unit).forEach((key, means) -> totals.put(key, total(key, means, null)));
        }
        return new Lifts(totals).lifted();
    }

    /// @param sum of the variants' forecasts; null for a channel, which is a part of such a sum
    private Total total(TotalKey key, long[] means, @Nullable LeafSum sum) {
        var alone = own.get(key);
        var past = sold.last(key, PAST_DAYS);
        int forecasts = sum == null ? 0 : sum.forecasts();
        if (alone != null) {
            return new Total(
                    key,
                    means,
                    alone.deviationsOf(means),
                    alone.windowsOf(means),
                    1,
                    alone.means(),
                    past,
                    alone.model(),
                    sum == null ? alone.counted() : sum.counted(),
                    forecasts);
        }
        var doubt = sum == null ? sums.of(new TotalKey(Kind.CHAIN, "", key.location(), key.unit())) : sum;
        return new Total(
                key, means, doubt.deviations(), doubt.windows(), 1, NOT_ASKED, past, "", doubt.counted(), forecasts);
    }

    /// What each channel sells, everywhere and at each location.
    private Map<TotalKey, long[]> channels(Unit unit) {
        var cells = new ArrayList<Cell>();
        for (var place : sums.locations(unit)) {
            channelsAt(place.location(), unit).forEach(channel -> cells.add(new Cell(place.location(), channel)));
        }
        var split = new ChannelSplit(cells);
        var means = new HashMap<TotalKey, long[]>();
        for (int day = 0; day < sums.horizon(); day++) {
            var parts = split.split(opinions(cells, unit, day), chainOpinions(unit, day), held(unit, day));
            for (int i = 0; i < parts.length; i++) {
                var key = new TotalKey(
                        Kind.CHANNEL, cells.get(i).channel(), cells.get(i).location(), unit);
                means.computeIfAbsent(key, _ -> new long[sums.horizon()])[day] = parts[i];
                means.computeIfAbsent(key.everywhere(), _ -> new long[sums.horizon()])[day] += parts[i];
            }
        }
        return means;
    }

    /// Where nothing was sold yet it is thought to sell as elsewhere; where nothing was sold
    /// anywhere, at the till.
    private List<String> channelsAt(String location, Unit unit) {
        var here = sold.channels(location, unit);
        var elsewhere = here.isEmpty() ? sold.channels("", unit) : here;
        return elsewhere.isEmpty() ? List.of(Channel.TILL.name()) : elsewhere;
    }

    /// What each cell sells, were the channels of its location to sell what its variants do.
    private List<Opinion> opinions(List<Cell> cells, Unit unit, int day) {
        var alone = cells.stream().map(cell -> opinion(cell, unit, day)).toList();
        var all = new HashMap<String, Double>();
        for (int i = 0; i < cells.size(); i++) {
            all.merge(cells.get(i).location(), alone.get(i).mean(), Double::sum);
        }
        return IntStream.range(0, cells.size())
                .mapToObj(i -> alone.get(i)
                        .scaled(
                                all.getOrDefault(cells.get(i).location(), 0.0),
                                whole(cells.get(i).location(), unit, day)))
                .toList();
    }

    private double whole(String location, Unit unit, int day) {
        return TenThousandths.units(
                sums.of(new TotalKey(Kind.CHAIN, "", location, unit)).mean(day));
    }

    private Opinion opinion(Cell cell, Unit unit, int day) {
        var alone = own.get(new TotalKey(Kind.CHANNEL, cell.channel(), cell.location(), unit));
        if (alone != null) {
            return alone.opinion(day);
        }
        double whole = whole(cell.location(), unit, day);
        double share = share(cell.channel(), unit, day);
        return new Opinion(share * whole, share * whole);
    }

    /// Of the chain's sales; one if nobody sold anything yet.
    private double share(String channel, Unit unit, int day) {
        var chain = chainOpinions(unit, day);
        double all = chain.values().stream().mapToDouble(Opinion::mean).sum();
        var one = chain.get(channel);
        return one == null || all <= 0 ? 1 : one.mean() / all;
    }

    /// What each channel of the chain sells, were its channels to sell what all locations do: how much
    /// that is, these forecasts need not say, and do not know of a new location.
    private Map<String, Opinion> chainOpinions(Unit unit, int day) {
        var alone = new HashMap<String, Opinion>();
        for (var channel : Channel.values()) {
            var forecast = own.get(new TotalKey(Kind.CHANNEL, channel.name(), "", unit));
            if (forecast != null) {
                alone.put(channel.name(), forecast.opinion(day));
            }
        }
        double all = alone.values().stream().mapToDouble(Opinion::mean).sum();
        alone.replaceAll((_, opinion) -> opinion.scaled(all, whole("", unit, day)));
        return alone;
    }

    private Map<String, Long> held(Unit unit, int day) {
        var held = new HashMap<String, Long>();
        sums.locations(unit)
                .forEach(place -> held.put(place.location(), sums.of(place).mean(day)));
        return held;
    }

    /// How much more wholes vary than if locations knew nothing of each other.
    private record Lifts(Map<TotalKey, Total> totals) {

        private static final int WINDOW = 7;
        private static final double MOST = 10;

        List<Total> lifted() {
            var squares = new HashMap<TotalKey, Double>();
            totals.forEach((key, total) -> {
                if (!key.isEverywhere()) {
                    squares.merge(key.everywhere(), square(week(total)), Double::sum);
                }
            });
            return totals.values().stream()
                    .map(total -> total.lifted(lift(total.key().everywhere(), squares)))
                    .map(Lifts::asSureAsItsPast)
                    .toList();
        }

        private double lift(TotalKey everywhere, Map<TotalKey, Double> squares) {
            var whole = totals.get(everywhere);
            double parts = Math.sqrt(squares.getOrDefault(everywhere, 0.0));
            return whole == null || parts <= 0 ? 1 : Math.clamp(week(whole) / parts, 1, MOST);
        }

        /// A category at a location was not tried on its own past: it is as much less sure than its
        /// variants make it as the category is everywhere.
        private static Total asSureAsItsPast(Total total) {
            return total.alone().length > 0
                    ? total
                    : new Total(
                            total.key(),
                            total.means(),
                            times(total.deviations(), total.lift()),
                            times(total.windows(), total.lift()),
                            1,
                            total.alone(),
                            total.past(),
                            total.model(),
                            total.counted(),
                            total.forecasts());
        }

        private static double week(Total total) {
            return total.windows()[Math.min(WINDOW, total.windows().length) - 1];
        }

        private static double square(double value) {
            return value * value;
        }

        private static double[] times(double[] values, double times) {
            return Arrays.stream(values).map(value -> value * times).toArray();
        }
    }
}
