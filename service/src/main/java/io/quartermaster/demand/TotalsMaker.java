package io.quartermaster.demand;

import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.catalog.Variant;
import io.quartermaster.books.sales.Sales;
import io.quartermaster.books.sales.SalesGroup;
import io.quartermaster.retail.Unit;
import io.quartermaster.retail.VariantId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Adds kept forecasts up to totals of the chain, its locations, categories and channels.
///
/// What variants will sell is not changed by it: goods are ordered by these forecasts, so a total
/// that said otherwise would be nobody's plan.
@Component
class TotalsMaker {

    private static final int VARIANTS_AT_ONCE = 5_000;

    private final KeptForecasts kept;
    private final ForecastStore store;
    private final Sales sales;
    private final Catalog catalog;
    private final DemandSettings demand;
    private final TotalsSettings settings;

    TotalsMaker(
            KeptForecasts kept,
            ForecastStore store,
            Sales sales,
            Catalog catalog,
            DemandSettings demand,
            TotalsSettings settings) {
        this.kept = kept;
        this.store = store;
        this.sales = sales;
        this.catalog = catalog;
        this.demand = demand;
        this.settings = settings;
    }

    /// @param day the first that is foreseen
    List<Total> make(LocalDate day) {
        var sums = new LeafSums(day, settings.horizonDays());
        var sold = new SoldSums(day, demand.historyDays());
        var assortment = assortment().folded(settings.categoriesMax());
        assortment.variants().forEach((location, variants) -> {
            var groups = new HashMap<String, Map<Unit, List<VariantId>>>();
            for (int i = 0; i < variants.size(); i += VARIANTS_AT_ONCE) {
                var part = variants.subList(i, Math.min(variants.size(), i + VARIANTS_AT_ONCE));
                var units = sales.units(location, part);
                for (var forecast : store.find(location, part).values()) {
                    var category = assortment.category(forecast.variant());
                    var unit = units.getOrDefault(forecast.variant(), Unit.EACH);
                    sums.add(category, unit, forecast);
                    groups.computeIfAbsent(category, _ -> new HashMap<>())
                            .computeIfAbsent(unit, _ -> new ArrayList<>())
                            .add(forecast.variant());
                }
            }
            sold.add(location, sales.byChannel(location, named(groups), sold.from(), sold.to()));
        });
        return new TotalsMade(sums, sold, own(sold)).totals();
    }

    private static List<SalesGroup> named(Map<String, Map<Unit, List<VariantId>>> groups) {
        var named = new ArrayList<SalesGroup>();
        groups.forEach(
                (name, byUnit) -> byUnit.forEach((unit, variants) -> named.add(new SalesGroup(name, unit, variants))));
        return named;
    }

    private Assortment assortment() {
        var variants = kept.byLocation();
        var ids = new HashSet<VariantId>();
        variants.values().forEach(ids::addAll);
        var all = List.copyOf(ids);
        var categories = HashMap.<VariantId, String>newHashMap(all.size());
        for (int i = 0; i < all.size(); i += VARIANTS_AT_ONCE) {
            catalog.variants(all.subList(i, Math.min(all.size(), i + VARIANTS_AT_ONCE)))
                    .forEach((id, variant) -> categories.put(id, category(variant)));
        }
        return new Assortment(variants, categories);
    }

    private static String category(Variant variant) {
        return variant.category().strip();
    }

    /// The costly part: one forecast a total, several at once.
    private Map<TotalKey, OwnForecast> own(SoldSums sold) {
        var keys = sold.learnable();
        try (var workers = new ForkJoinPool(demand.threads())) {
            return workers.submit(() -> keys.parallelStream()
                            .collect(Collectors.toMap(
                                    Function.identity(),
                                    key -> OwnForecast.of(sold.series(key), settings.horizonDays()))))
                    .join();
        }
    }
}
