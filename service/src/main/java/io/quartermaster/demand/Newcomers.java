package io.quartermaster.demand;

import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.catalog.Variant;
import io.quartermaster.books.sales.DemandHistory;
import io.quartermaster.books.sales.Sales;
import io.quartermaster.demand.KnownSellers.Seller;
import io.quartermaster.forecasting.Analogue;
import io.quartermaster.forecasting.Analogues;
import io.quartermaster.forecasting.Analogues.Article;
import io.quartermaster.forecasting.Analogues.Candidate;
import io.quartermaster.forecasting.ColdStart;
import io.quartermaster.forecasting.Frequency;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.VariantId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds what sells like the new: the same variant at other locations, and what is of its
/// category or vendor and near its price at the same one.
///
/// Asks nothing where nothing is new. A whole new location finds its analogues elsewhere.
@Component
final class Newcomers {

    private static final int SISTERS_MAX = 2_000;
    private static final int SELLERS_MAX = 2_000;
    private static final int LIKES_MAX = 200;
    private static final int LIKES_EACH = 12;
    private static final int HISTORY_DAYS = 365;

    private final KnownSellers sellers;
    private final Sales sales;
    private final Catalog catalog;

    Newcomers(KnownSellers sellers, Sales sales, Catalog catalog) {
        this.sellers = sellers;
        this.sales = sales;
        this.catalog = catalog;
    }

    /// How to begin with those that have little history of their own; the others are left out.
    Map<VariantId, ColdStart> starts(LocationId location, Map<VariantId, DemandHistory> histories, LocalDate today) {
        var fresh = new LinkedHashSet<VariantId>();
        histories.forEach((variant, history) -> {
            if (isNew(history)) {
                fresh.add(variant);
            }
        });
        if (fresh.isEmpty()) {
            return Map.of();
        }
        var sisters = sellers.sisters(location, fresh, SISTERS_MAX);
        var likes = likes(location, fresh);
        var found = new LinkedHashSet<>(sisters);
        found.addAll(likes);
        if (found.isEmpty()) {
            return Map.of();
        }
        if (!sisters.isEmpty()) { // what both sell says how large shops are beside each other
            found.addAll(sellers.sisters(
                    location, likes.stream().map(Seller::variant).toList(), LIKES_MAX));
        }
        return starts(location, fresh, found, today);
    }

    /// The most alike of what sells there for long, a few for each that is new.
    private Set<Seller> likes(LocationId location, Set<VariantId> fresh) {
        var all = sellers.at(location, SELLERS_MAX);
        var ids = new HashSet<>(fresh);
        all.forEach(seller -> ids.add(seller.variant()));
        var variants = catalog.variants(ids);
        var likes = new LinkedHashSet<Seller>();
        for (var one : fresh) {
            var article = article(one, location, variants.get(one));
            all.stream()
                    .filter(seller -> !fresh.contains(seller.variant()))
                    .map(seller -> new Like(
                            seller,
                            article.likeness(
                                    article(seller.variant(), seller.location(), variants.get(seller.variant())))))
                    .filter(like -> like.likeness > 0)
                    .sorted(Comparator.comparingDouble(Like::likeness).reversed())
                    .limit(LIKES_EACH)
                    .forEach(like -> likes.add(like.seller));
            if (likes.size() >= LIKES_MAX) {
                break;
            }
        }
        return likes;
    }

    private record Like(Seller seller, double likeness) {}

    static boolean isNew(DemandHistory history) {
        int seen = history.days() - history.daysWithoutStock().cardinality();
        return ColdStart.isNew(seen, Frequency.DAILY);
    }

    private Map<VariantId, ColdStart> starts(
            LocationId location, Set<VariantId> fresh, Set<Seller> found, LocalDate today) {
        var ids = new HashSet<>(fresh);
        found.forEach(seller -> ids.add(seller.variant()));
        var variants = catalog.variants(ids);
        var analogues = Analogues.among(candidates(found, variants, today));
        var starts = new HashMap<VariantId, ColdStart>();
        for (var variant : fresh) {
            starts.put(variant, ColdStart.of(analogues.of(article(variant, location, variants.get(variant)))));
        }
        return starts;
    }

    private List<Candidate> candidates(Set<Seller> found, Map<VariantId, Variant> variants, LocalDate today) {
        var byLocation = new LinkedHashMap<LocationId, List<VariantId>>();
        found.forEach(seller -> byLocation
                .computeIfAbsent(seller.location(), _ -> new ArrayList<>())
                .add(seller.variant()));
        var candidates = new ArrayList<Candidate>();
        byLocation.forEach((place, sold) -> sales.histories(
                        place, sold, today.minusDays(HISTORY_DAYS), today.minusDays(1))
                .forEach((variant, history) -> {
                    var series = ForecastMaker.series(history, today);
                    if (series.length() > 0) {
                        // Only a history that began later than we look back shows a launch.
                        boolean launched = history.from().isAfter(today.minusDays(HISTORY_DAYS));
                        candidates.add(new Candidate(
                                article(variant, place, variants.get(variant)), Analogue.of(series, launched)));
                    }
                }));
        return candidates;
    }

    private static Article article(VariantId id, LocationId place, @Nullable Variant variant) {
        var traits = new HashSet<String>();
        double price = Double.NaN;
        if (variant != null) {
            if (!variant.category().isBlank()) {
                traits.add("category " + variant.category());
            }
            if (!variant.vendor().isBlank()) {
                traits.add("vendor " + variant.vendor());
            }
            price = variant.price() == null ? price : variant.price().amount().doubleValue();
        }
        return new Article(id.value(), place.value(), traits, price);
    }
}
