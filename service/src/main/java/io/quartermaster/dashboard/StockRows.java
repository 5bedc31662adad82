package io.quartermaster.dashboard;

import io.quartermaster.access.User;
import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.catalog.Location;
import io.quartermaster.books.catalog.Variant;
import io.quartermaster.books.sales.Cover;
import io.quartermaster.books.sales.Sales;
import io.quartermaster.books.stock.Stock;
import io.quartermaster.books.stock.StockFilter;
import io.quartermaster.books.stock.StockPosition;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.VariantId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds stock as a screen asks for it, with the days that it will last.
@Component
class StockRows {

    static final int PAGE = 50;

    private static final int COVERS_MAX = 2_000;
    private static final int FOUND_MAX = 200;
    private static final int DAYS_LOOKED_BACK = 30;
    private static final BigDecimal SOON = BigDecimal.valueOf(7);
    private static final BigDecimal FAIR = BigDecimal.valueOf(14);
    private static final BigDecimal FULL_BAR = BigDecimal.valueOf(42);

    private final Stock stock;
    private final Sales sales;
    private final Catalog catalog;
    private final Clock clock;

    StockRows(Stock stock, Sales sales, Catalog catalog, Clock clock) {
        this.stock = stock;
        this.sales = sales;
        this.catalog = catalog;
        this.clock = clock;
    }

    Page find(StockQuery query, User user, Words words) {
        var places = catalog.locations().stream()
                .filter(place -> user.worksAt(place.id()))
                .filter(place ->
                        query.at().isEmpty() || query.at().equals(place.id().value()))
                .toList();
        if (places.isEmpty()) {
            return Page.EMPTY;
        }
        return query.sortable() ? covers(query, places, words) : positions(query, places, words);
    }

    private Page covers(StockQuery query, List<Location> places, Words words) {
        var still = query.show().equals("still");
        var covers = places.stream()
                .flatMap(place -> sales.covers(place.id(), place.businessDay(clock.instant()), COVERS_MAX).stream())
                .filter(cover -> still == (cover.daysOfCover() == null))
                .filter(cover -> !still || cover.position().onHand().amount().signum() > 0)
                .sorted(order(query))
                .toList();
        var from = number(query.after());
        var page = covers.stream().skip(from).limit(PAGE).toList();
        var next = from + PAGE < covers.size()
                ? query.after(String.valueOf(from + PAGE)).address()
                : "";
        var dry =
                covers.stream().filter(cover -> days(cover).compareTo(SOON) < 0).count();
        return new Page(rows(page, words), next, still ? 0 : dry);
    }

    private Page positions(StockQuery query, List<Location> places, Words words) {
        Set<VariantId> variants = Set.of();
        if (!query.q().isEmpty() || query.show().equals("unlisted")) {
            variants = (query.show().equals("unlisted")
                            ? catalog.unmapped(FOUND_MAX)
                            : catalog.search(query.q(), FOUND_MAX))
                    .stream().map(Variant::id).collect(Collectors.toSet());
            if (variants.isEmpty()) {
                return Page.EMPTY;
            }
        }
        var ids = places.stream().map(Location::id).collect(Collectors.toSet());
        var filter = new StockFilter(ids, variants, level(query.show()), query.after());
        var found = stock.search(filter, PAGE + 1);
        var page = found.subList(0, Math.min(PAGE, found.size()));
        var next = found.size() > PAGE ? query.after(page.getLast().cursor()).address() : "";
        return new Page(rows(withCover(page, places), words), next, 0);
    }

    /// Adds how long each position will last: one question to the sales book for each location.
    private List<Cover> withCover(List<StockPosition> positions, List<Location> places) {
        var covers = new ArrayList<Cover>();
        for (var place : places) {
            var here = positions.stream()
                    .filter(position -> position.location().equals(place.id()))
                    .toList();
            if (!here.isEmpty()) {
                covers.addAll(withCover(here, place));
            }
        }
        return covers;
    }

    private List<Cover> withCover(List<StockPosition> here, Location place) {
        var today = place.businessDay(clock.instant());
        var variants = here.stream().map(StockPosition::variant).toList();
        var histories = sales.histories(place.id(), variants, today.minusDays(DAYS_LOOKED_BACK - 1L), today);
        return here.stream()
                .map(position -> {
                    var history = histories.get(position.variant());
                    var sold = history == null
                            ? Quantity.NONE
                            : history.unitsByDay().stream()
                                    .reduce(Quantity::plus)
                                    .orElse(Quantity.NONE);
                    var days = history == null ? 0 : history.days();
                    return new Cover(position, sold, days, lasts(position, sold, days));
                })
                .toList();
    }

    private static @Nullable BigDecimal lasts(StockPosition position, Quantity sold, int days) {
        return sold.amount().signum() <= 0
                ? null
                : position.inventoryPosition()
                        .amount()
                        .max(BigDecimal.ZERO)
                        .multiply(BigDecimal.valueOf(days))
                        .divide(sold.amount(), 1, RoundingMode.HALF_EVEN);
    }

    private List<StockRow> rows(List<Cover> covers, Words words) {
        var variants = catalog.variants(
                covers.stream().map(cover -> cover.position().variant()).toList());
        var places = catalog.locations().stream().collect(Collectors.toMap(Location::id, Location::name));
        return covers.stream()
                .map(cover -> row(
                        cover,
                        variants,
                        places.getOrDefault(
                                cover.position().location(),
                                cover.position().location().value()),
                        words))
                .toList();
    }

    private static StockRow row(Cover cover, Map<VariantId, Variant> variants, String place, Words words) {
        var position = cover.position();
        var variant = variants.get(position.variant());
        var sku = variant == null ? position.variant().value() : variant.sku().value();
        var days = cover.daysOfCover();
        return new StockRow(
                Links.variant(position.variant(), position.location()),
                variant == null || variant.name().isBlank() ? sku : variant.name(),
                sku,
                place,
                Words.quantity(position.onHand()),
                Words.quantity(position.committed()),
                Words.quantity(position.onOrder().plus(position.inTransit())),
                Words.quantity(cover.soldLast30Days()),
                days == null ? "" : Words.number(days.setScale(0, RoundingMode.DOWN)),
                days == null ? "0" : percent(days),
                tone(position, days),
                words.ago(position.asOf()),
                variant != null && variant.provisional());
    }

    private static String percent(BigDecimal days) {
        return days.min(FULL_BAR)
                .multiply(BigDecimal.valueOf(100))
                .divide(FULL_BAR, 0, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static String tone(StockPosition position, @Nullable BigDecimal days) {
        if (position.onHand().isNegative() || (days != null && days.compareTo(SOON) < 0)) {
            return "bad";
        }
        return days == null ? "" : days.compareTo(FAIR) < 0 ? "warn" : "good";
    }

    private static StockFilter.Level level(String show) {
        return switch (show) {
            case "empty" -> StockFilter.Level.EMPTY_OR_NEGATIVE;
            case "negative" -> StockFilter.Level.NEGATIVE;
            default -> StockFilter.Level.ANY;
        };
    }

    private static BigDecimal days(Cover cover) {
        var days = cover.daysOfCover();
        return days == null ? BigDecimal.ZERO : days;
    }

    private static Comparator<Cover> order(StockQuery query) {
        var column = query.sort().replaceFirst("^-", "");
        if (column.isEmpty()) {
            return query.show().equals("still")
                    ? Comparator.comparing(
                                    (Cover cover) -> cover.position().onHand().amount())
                            .reversed()
                    : Comparator.comparing(StockRows::days);
        }
        var rising = column.equals("location")
                ? Comparator.comparing(
                        (Cover cover) -> cover.position().location().value())
                : Comparator.comparing((Cover cover) -> figure(cover, column));
        return query.sort().startsWith("-") ? rising.reversed() : rising;
    }

    private static BigDecimal figure(Cover cover, String column) {
        var position = cover.position();
        return switch (column) {
            case "hand" -> position.onHand().amount();
            case "committed" -> position.committed().amount();
            case "coming" -> position.onOrder().plus(position.inTransit()).amount();
            case "sold" -> cover.soldLast30Days().amount();
            default -> days(cover);
        };
    }

    private static int number(String text) {
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    }

    /// @param next where the next page is; empty at the end
    /// @param dry how many of all that were looked at last less than a week
    record Page(List<StockRow> rows, String next, long dry) {

        static final Page EMPTY = new Page(List.of(), "", 0);
    }

    /// One variant at one location.
    ///
    /// @param cover whole days that it will last; empty where nothing sells
    /// @param bar how full the bar of cover is, in percent
    record StockRow(
            String link,
            String name,
            String sku,
            String location,
            String onHand,
            String committed,
            String coming,
            String sold,
            String cover,
            String bar,
            String tone,
            String age,
            boolean unlisted) {}
}
