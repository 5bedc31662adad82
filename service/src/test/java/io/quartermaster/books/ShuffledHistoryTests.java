package io.quartermaster.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.books.ReferenceShop.Figures;
import io.quartermaster.books.stock.StockPosition;
import io.quartermaster.retail.Item;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.RetailEvent;
import io.quartermaster.retail.VariantId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever order a shop's life is told in, doubled or late, in whatever batches: the books end
/// in the same state as after one sorted telling, and that state is the right one.
class ShuffledHistoryTests {

    private static final Figures NOTHING = new Figures(0, 0, 0, 0);

    /// What an item is called as long as nothing was merged; the catalog's own rule.
    private static Map<Item, VariantId> ids() {
        try (var books = new TestBooks()) {
            return books.catalog()
                    .resolveAll(RandomHistory.SKUS.stream().map(Events::item).toList());
        }
    }

    private static final Map<Item, VariantId> IDS = ids();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void sortedShuffledAndDoubledEndInTheSameState(long seed) {
        var story = RandomHistory.of(seed, IDS::get);
        var reference = expected(story);

        var sorted = state(story, seed, 500);
        assertThat(sorted.figures()).as("sorted, seed %d", seed).isEqualTo(reference);

        var shuffled = new ArrayList<>(story);
        Collections.shuffle(shuffled, new Random(seed));
        var mixed = state(shuffled, seed, 1 + (int) (seed % 7));
        assertThat(mixed.figures()).as("shuffled, seed %d", seed).isEqualTo(reference);
        assertThat(mixed.unlike(sorted)).as("shuffled, seed %d", seed).isEmpty();

        var doubled = new ArrayList<RetailEvent>();
        for (int i = 0; i < 3; i++) {
            doubled.addAll(story);
        }
        Collections.shuffle(doubled, new Random(-seed));
        var again = state(doubled, -seed, 40);
        assertThat(again.unlike(sorted)).as("doubled, seed %d", seed).isEmpty();
    }

    /// All that the books hold at the end.
    ///
    /// @param tables the rows of the derived tables, without the numbers of journal entries
    private record State(Map<String, Figures> figures, List<String> tables) {

        List<String> unlike(State other) {
            var unlike = new ArrayList<String>();
            tables.stream().filter(row -> !other.tables.contains(row)).forEach(row -> unlike.add("only here: " + row));
            other.tables.stream().filter(row -> !tables.contains(row)).forEach(row -> unlike.add("only there: " + row));
            return unlike;
        }
    }

    private static State state(List<RetailEvent> story, long seed, int batchMax) {
        try (var books = new TestBooks()) {
            books.deliver(story, new Random(seed), batchMax);
            assertThat(books.stock().check().found()).as("seed %d", seed).isEmpty();
            var tables = new ArrayList<String>();
            for (var query : List.of("""
                    select concat_ws(' ', 'movement', paper, variant, location, occurred_at, kind,
                        trim_scale(sum(on_hand)), trim_scale(sum(committed)), trim_scale(sum(in_transit)),
                        trim_scale(sum(on_order)))
                    from stock.movement
                    group by paper, variant, location, occurred_at, kind
                    having sum(on_hand) <> 0 or sum(committed) <> 0 or sum(in_transit) <> 0 or sum(on_order) <> 0
                    order by 1""", """
                    select concat_ws(' ', 'sold', source, receipt, line, variant, label, trim_scale(quantity), amount,
                        currency, counted) from sales.line order by 1""", """
                    select concat_ws(' ', 'back', source, back, line, variant, trim_scale(quantity), amount, currency)
                    from sales.back_line order by 1""", """
                    select concat_ws(' ', 'order', id, known, state, expected_on, approved_at, closed_at)
                    from purchasing.purchase_order order by 1""")) {
                tables.addAll(books.sql().sql(query).query(String.class).list());
            }
            return new State(figures(books), tables);
        }
    }

    private static Map<String, Figures> figures(TestBooks books) {
        var figures = new TreeMap<String, Figures>();
        for (var variant : IDS.values()) {
            for (StockPosition it : books.stock().positionsOf(variant)) {
                var found = new Figures(
                        it.onHand().amount().longValueExact(),
                        it.committed().amount().longValueExact(),
                        it.inTransit().amount().longValueExact(),
                        it.onOrder().amount().longValueExact());
                if (!found.equals(NOTHING)) {
                    figures.put(key(it.variant(), it.location()), found);
                }
            }
        }
        return figures;
    }

    private static Map<String, Figures> expected(List<RetailEvent> story) {
        var reference = new ReferenceShop(story, IDS::get);
        var expected = new HashMap<String, Figures>();
        for (var variant : IDS.values()) {
            if (reference.now(variant).equals(variant)) {
                for (var place : RandomHistory.PLACES) {
                    var figures = reference.figures(variant, place);
                    if (!figures.equals(NOTHING)) {
                        expected.put(key(variant, place), figures);
                    }
                }
            }
        }
        return expected;
    }

    private static String key(VariantId variant, LocationId place) {
        return variant.value() + " at " + place.value();
    }
}
