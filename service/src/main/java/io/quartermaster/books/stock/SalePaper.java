package io.quartermaster.books.stock;

import io.quartermaster.books.stock.Movement.Kind;
import io.quartermaster.retail.SaleEvent.SaleState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One sale: all its tellings, and what came back of it.
///
/// The first telling holds from the moment of the sale, each later one from the moment that it
/// speaks of. A cancelled sale undoes all, its returns too: they were part of the undoing.
record SalePaper(List<Telling> tellings, List<Back> backs) implements Paper {

    private static final int TELLINGS_MAX = 500;

    SalePaper {
        tellings = List.copyOf(tellings);
        backs = List.copyOf(backs);
    }

    static SalePaper empty() {
        return new SalePaper(List.of(), List.of());
    }

    record Telling(Told told, Instant asOf, String location, SaleState state, List<Goods> goods) {}

    /// What went back on the shelf.
    record Back(Told told, String id, String location, List<Goods> goods) {}

    SalePaper with(Telling telling) {
        var all = new ArrayList<>(tellings);
        all.removeIf(it -> it.told().key().equals(telling.told().key()));
        all.add(telling);
        all.sort(Comparator.comparing(Telling::asOf)
                .thenComparing(it -> it.told().key()));
        if (all.size() > TELLINGS_MAX) {
            all.remove(1); // the first says when it began, the last ones how it stands
        }
        return new SalePaper(all, backs);
    }

    /// Of a return that is told twice, the later telling counts.
    SalePaper with(Back back) {
        var all = new ArrayList<>(backs);
        all.add(back);
        all.sort(Comparator.comparing(Back::id)
                .thenComparing(it -> it.told().at())
                .thenComparing(it -> it.told().key()));
        var newest = new ArrayList<Back>();
        for (var it : all) {
            if (!newest.isEmpty() && newest.getLast().id().equals(it.id())) {
                newest.removeLast();
            }
            newest.add(it);
        }
        return new SalePaper(tellings, newest);
    }

    @Override
    public Stream<String> variants() {
        return Stream.concat(
                        tellings.stream().flatMap(it -> it.goods().stream()),
                        backs.stream().flatMap(it -> it.goods().stream()))
                .map(Goods::variant);
    }

    @Override
    public Paper renamed(UnaryOperator<String> successor) {
        return new SalePaper(
                tellings.stream()
                        .map(it -> new Telling(
                                it.told, it.asOf, it.location, it.state, Goods.renamed(it.goods, successor)))
                        .toList(),
                backs.stream()
                        .map(it -> new Back(it.told, it.id, it.location, Goods.renamed(it.goods, successor)))
                        .toList());
    }

    @Override
    public List<Posting> postings() {
        var postings = new ArrayList<Posting>();
        Map<Shelf, Amounts> before = Map.of();
        Telling telling = null;
        var came = new ArrayList<Back>();
        for (var moment : moments()) {
            if (moment.telling() != null) {
                telling = moment.telling();
            }
            if (moment.back() != null) {
                came.add(moment.back());
            }
            var after = standing(telling, came);
            var changes = Posting.step(before, after);
            if (!changes.isEmpty()) {
                postings.add(new Posting(moment.at(), moment.told(), moment.kind(), changes));
            }
            before = after;
        }
        return postings;
    }

    private record Moment(
            Instant at,
            Told told,
            @Nullable Telling telling,
            @Nullable Back back) {

        Kind kind() {
            return telling == null ? Kind.RETURN : Kind.SALE;
        }
    }

    private List<Moment> moments() {
        var moments = new ArrayList<Moment>();
        var soldAt = tellings.stream().map(it -> it.told().at()).min(Comparator.naturalOrder());
        var clock = soldAt.orElse(Instant.EPOCH);
        for (var telling : tellings) {
            clock = moments.isEmpty() || telling.asOf().isBefore(clock) ? clock : telling.asOf();
            moments.add(new Moment(clock, telling.told(), telling, null));
        }
        for (var back : backs) {
            moments.add(new Moment(back.told().at(), back.told(), null, back));
        }
        moments.sort(Comparator.comparing(Moment::at)); // stable: tellings keep their order, returns stay behind them
        return moments;
    }

    /// What a sale amounts to at one moment.
    private static Map<Shelf, Amounts> standing(@Nullable Telling telling, List<Back> came) {
        var sums = new Posting.Sums();
        if (telling == null) {
            came.forEach(back ->
                    back.goods().forEach(goods -> sums.add(goods.at(back.location()), Amounts.onHand(goods.amount()))));
            return sums.asMap();
        }
        return switch (telling.state()) {
            case CANCELLED -> Map.of();
            case HANDED_OVER -> {
                for (var goods : telling.goods()) {
                    sums.add(
                            goods.at(telling.location()),
                            Amounts.onHand(goods.amount().negate()));
                }
                came.forEach(back -> back.goods()
                        .forEach(goods -> sums.add(goods.at(back.location()), Amounts.onHand(goods.amount()))));
                yield sums.asMap();
            }
            case PROMISED -> promised(telling, came, sums);
        };
    }

    /// What was given back before it left was never gone: it is no longer promised.
    private static Map<Shelf, Amounts> promised(Telling telling, List<Back> came, Posting.Sums sums) {
        var promised = new HashMap<Shelf, BigDecimal>();
        for (var goods : telling.goods()) {
            promised.merge(goods.at(telling.location()), goods.amount(), BigDecimal::add);
        }
        for (var back : came) {
            for (var goods : back.goods()) {
                var shelf = goods.at(telling.location());
                var undone = goods.amount().min(promised.getOrDefault(shelf, BigDecimal.ZERO));
                promised.merge(shelf, undone.negate(), BigDecimal::add);
                sums.add(
                        goods.at(back.location()), Amounts.onHand(goods.amount().subtract(undone)));
            }
        }
        promised.forEach((shelf, amount) -> sums.add(shelf, Amounts.committed(amount)));
        return sums.asMap();
    }
}
