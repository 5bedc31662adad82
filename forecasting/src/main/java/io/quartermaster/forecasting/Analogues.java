package io.quartermaster.forecasting;

import io.quartermaster.forecasting.Analogue.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Finds what sells like something new: the same product in sister shops, and its like in the
/// same shop.
///
/// Shops are scaled by the `n` products that both sell, and the fewer they are the more they
/// are taken for equal. What is alike counts by the share of traits in common and by how near
/// its price is, half as much if it is sold elsewhere:
///
/// ```
/// scale = (Σ level here / Σ level there) ^ (n / (n + 5))
/// likeness = traits in common / traits · lower price / higher price
/// ```
///
/// How far to trust analogues, and how much less new things sell than old ones, is learnt from
/// the candidates themselves: each is foretold from its own analogues, as if it were new.
public final class Analogues {

    /// The most candidates to choose from.
    public static final int CANDIDATES_MAX = 100_000;

    private static final int LESSONS_MAX = 100;
    private static final int FULL_SHOP = 100;
    private static final int SISTERS_MAX = 12;
    private static final int ALIKE_MAX = 24;
    private static final double SHOP_LEANING = 5;
    private static final double ELSEWHERE = 0.5;
    private static final double LIKENESS_LEAST = 0.01;
    private static final double SCALE_MOST = 20;
    private static final double UNKNOWN_PRICE = 0.5;

    private final Map<String, Map<String, Candidate>> byPlace = new HashMap<>();
    private final Map<String, List<Candidate>> byProduct = new HashMap<>();
    private final Map<List<String>, Double> sizes = new ConcurrentHashMap<>();
    private final Map<Kind, Lesson> lessons = new EnumMap<>(Kind.class);

    private Analogues(List<Candidate> candidates) {
        for (var one : candidates) {
            byPlace.computeIfAbsent(one.article.place, _ -> new HashMap<>()).put(one.article.product, one);
            byProduct
                    .computeIfAbsent(one.article.product, _ -> new ArrayList<>())
                    .add(one);
        }
        int every = Math.max(1, candidates.size() / LESSONS_MAX);
        var asked = IntStream.range(0, candidates.size() / every)
                .mapToObj(i -> candidates.get(i * every))
                .toList();
        for (var kind : Kind.values()) {
            lessons.put(kind, Lesson.of(kind, asked, one -> untaught(one.article())));
        }
    }

    /// What is sold where, and what kind of thing it is.
    ///
    /// @param traits words that say what it is: its category, its vendor
    /// @param price its usual price; `NaN` if unknown
    public record Article(String product, String place, Set<String> traits, double price) {

        public Article {
            traits = Set.copyOf(traits);
        }

        /// How much another counts among the likes of this; zero if they have no trait in common.
        public double likeness(Article other) {
            int common = 0;
            for (var trait : traits) {
                common += other.traits.contains(trait) ? 1 : 0;
            }
            if (common == 0) {
                return 0;
            }
            double dearer = price > 0 && other.price > 0
                    ? Math.min(price, other.price) / Math.max(price, other.price)
                    : UNKNOWN_PRICE;
            return dearer * common / traits.size() * (place.equals(other.place) ? 1 : ELSEWHERE);
        }
    }

    /// Something that is sold since long, and how.
    public record Candidate(Article article, Analogue analogue) {}

    /// Chooses among these.
    ///
    /// @throws IllegalArgumentException if there are more than [#CANDIDATES_MAX]
    public static Analogues among(List<Candidate> candidates) {
        if (candidates.size() > CANDIDATES_MAX) {
            throw new IllegalArgumentException("""
                    The candidates (%d) must be at most %d.
                    Maybe offer those of its category only.""".formatted(candidates.size(), CANDIDATES_MAX));
        }
        return new Analogues(candidates);
    }

    /// What sells like this, the most alike first; none if nothing is known.
    public List<Analogue> of(Article article) {
        return untaught(article).stream().map(one -> taught(one)).toList();
    }

    private Analogue taught(Analogue one) {
        var lesson = lessons.get(one.kind());
        return lesson == null ? one : lesson.teach(one);
    }

    private List<Analogue> untaught(Article article) {
        var sisters = byProduct.getOrDefault(article.product, List.of()).stream()
                .filter(one -> !one.article.place.equals(article.place))
                .sorted(Comparator.comparing(one -> one.article.place))
                .limit(SISTERS_MAX)
                .map(one -> one.analogue.as(Kind.SAME_PRODUCT, 1, size(article.place, one.article.place)));
        return Stream.concat(sisters, alike(article)).toList();
    }

    private record Like(Candidate candidate, double likeness) {

        private static final Comparator<Like> LEAST_FIRST = Comparator.comparingDouble(Like::likeness)
                .thenComparing(one -> one.candidate.article.product)
                .thenComparing(one -> one.candidate.article.place);
    }

    private Stream<Analogue> alike(Article article) {
        var here = byPlace.getOrDefault(article.place, Map.of()).values();
        // A full shop of its own has likes enough.
        var offered = here.size() > FULL_SHOP
                ? here.stream()
                : byPlace.values().stream().flatMap(place -> place.values().stream());
        var best = new PriorityQueue<Like>(Like.LEAST_FIRST);
        offered.filter(one -> !one.article.product.equals(article.product)).forEach(one -> {
            double likeness = article.likeness(one.article);
            if (likeness >= LIKENESS_LEAST) {
                best.add(new Like(one, likeness));
                if (best.size() > ALIKE_MAX) {
                    best.poll();
                }
            }
        });
        return best.stream()
                .sorted(Like.LEAST_FIRST.reversed())
                .map(one -> one.candidate.analogue.as(
                        Kind.ALIKE, one.likeness, size(article.place, one.candidate.article.place)));
    }

    /// How large a shop is beside another.
    private double size(String place, String other) {
        if (place.equals(other)) {
            return 1;
        }
        return sizes.computeIfAbsent(List.of(place, other), _ -> measured(place, other));
    }

    private double measured(String place, String other) {
        double ours = 0;
        double theirs = 0;
        int common = 0;
        var there = byPlace.getOrDefault(other, Map.of());
        for (var one : byPlace.getOrDefault(place, Map.of()).entrySet()) {
            var same = there.get(one.getKey());
            if (same != null) {
                ours += one.getValue().analogue.ownLevel();
                theirs += same.analogue.ownLevel();
                common++;
            }
        }
        double believed = common / (common + SHOP_LEANING);
        return ours > 0 && theirs > 0 ? Math.clamp(Math.pow(ours / theirs, believed), 1 / SCALE_MOST, SCALE_MOST) : 1;
    }
}
