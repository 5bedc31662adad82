package io.quartermaster.demand;

import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.catalog.Variant;
import io.quartermaster.books.sales.DemandHistory;
import io.quartermaster.books.sales.Sales;
import io.quartermaster.demand.KnownSellers.Seller;
import io.quartermaster.forecasting.Frequency;
import io.quartermaster.forecasting.panel.Panel;
import io.quartermaster.forecasting.panel.PanelSeries;
import io.quartermaster.forecasting.panel.StaticColumn;
import io.quartermaster.retail.VariantId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// Reads what all variants sold everywhere from the books, side by side, for a learner: with
/// their category, vendor and location, and without days on which there was nothing to sell.
@Component
class BookPanel {

    private final Sales sales;
    private final Catalog catalog;

    BookPanel(Sales sales, Catalog catalog) {
        this.sales = sales;
        this.catalog = catalog;
    }

    /// A panel, and whose series are whose.
    record Read(Panel panel, List<Seller> sellers) {}

    /// @param today the day on which the forecast begins
    Read read(List<Seller> sellers, LocalDate today, LearnerSettings settings, int batch) {
        int periods = settings.historyDays();
        var start = today.minusDays(periods);
        var series = new ArrayList<PanelSeries>();
        var found = new ArrayList<Seller>();
        for (int i = 0; i < sellers.size(); ) {
            var location = sellers.get(i).location();
            int end = i;
            while (end < sellers.size()
                    && end - i < batch
                    && sellers.get(end).location().equals(location)) {
                end++;
            }
            var part = sellers.subList(i, end);
            var histories =
                    sales.histories(location, part.stream().map(Seller::variant).toList(), start, today.minusDays(1));
            for (var seller : part) {
                var history = histories.get(seller.variant());
                if (history != null && history.days() > 0) {
                    series.add(series(seller, history, start, periods));
                    found.add(seller);
                }
            }
            i = end;
        }
        var panel = new Panel(
                Frequency.DAILY, start, periods, settings.horizonDays(), series, List.of(), List.of(), columns(found));
        return new Read(panel, found);
    }

    private static PanelSeries series(Seller seller, DemandHistory history, LocalDate start, int periods) {
        int first = (int) (history.from().toEpochDay() - start.toEpochDay());
        var units = new float[periods - first];
        for (int i = 0; i < units.length; i++) {
            units[i] = i >= history.days() || history.wasWithoutStock(i)
                    ? Float.NaN
                    : (float) history.unitsByDay().get(i).toDouble();
        }
        return new PanelSeries("%s at %s".formatted(seller.variant(), seller.location()), first, units);
    }

    private List<StaticColumn> columns(List<Seller> sellers) {
        var ids = sellers.stream().map(Seller::variant).distinct().toList();
        Map<VariantId, Variant> variants = catalog.variants(ids);
        return List.of(
                column("location", sellers, one -> one.location().value()),
                column("category", sellers, one -> word(variants, one, Variant::category)),
                column("vendor", sellers, one -> word(variants, one, Variant::vendor)),
                column("variant", sellers, one -> one.variant().value()));
    }

    private static String word(Map<VariantId, Variant> variants, Seller seller, Function<Variant, String> word) {
        var variant = variants.get(seller.variant());
        return variant == null ? "" : word.apply(variant);
    }

    private static StaticColumn column(String name, List<Seller> sellers, Function<Seller, String> word) {
        var codes = new HashMap<String, Integer>();
        int[] column = sellers.stream()
                .mapToInt(one -> codes.computeIfAbsent(word.apply(one), _ -> codes.size()))
                .toArray();
        return new StaticColumn(name, column);
    }
}
