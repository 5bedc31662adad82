package io.quartermaster.skills.replenishment;

import io.quartermaster.approvals.DeskItem;
import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.catalog.Location;
import io.quartermaster.books.sales.DemandHistory;
import io.quartermaster.books.sales.Sales;
import io.quartermaster.books.stock.Stock;
import io.quartermaster.books.stock.StockPosition;
import io.quartermaster.books.suppliers.Suppliers;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.TransferId;
import io.quartermaster.retail.Unit;
import io.quartermaster.retail.VariantId;
import io.quartermaster.skills.replenishment.LineFacts.Elsewhere;
import io.quartermaster.skills.replenishment.LineFacts.OtherSupplier;
import io.quartermaster.skills.replenishment.LineFacts.Velocity;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds what a decision shows of each variant beyond its levels: what was sold when, who else
/// has it, who else sells it.
@Component
class LineFinder {

    private static final List<Integer> WINDOWS = List.of(7, 30, 60, 90, 365);
    private static final int LONGEST_WINDOW = 365;
    private static final int SOURCES_MAX = 5;
    private static final int OTHER_SUPPLIERS_MAX = 3;

    private final Sales sales;
    private final Stock stock;
    private final Suppliers suppliers;
    private final Catalog catalog;
    private final Shelves shelves;
    private final OrderNumbers numbers;
    private final Clock clock;

    LineFinder(
            Sales sales,
            Stock stock,
            Suppliers suppliers,
            Catalog catalog,
            Shelves shelves,
            OrderNumbers numbers,
            Clock clock) {
        this.sales = sales;
        this.stock = stock;
        this.suppliers = suppliers;
        this.catalog = catalog;
        this.shelves = shelves;
        this.numbers = numbers;
        this.clock = clock;
    }

    List<LineFacts> of(Location location, List<Reading> readings, List<DeskItem> latest) {
        var ids = readings.stream().map(reading -> reading.position().variant()).toList();
        var today = readings.getFirst().today();
        var histories = sales.histories(location.id(), ids, today.minusDays(LONGEST_WINDOW - 1L), today);
        var elsewhere = elsewhere(location.id(), readings, latest);
        return readings.stream()
                .map(reading -> line(
                        reading,
                        velocity(histories.get(reading.position().variant()), today, unit(reading)),
                        elsewhere.getOrDefault(reading.position().variant(), List.of())))
                .toList();
    }

    private LineFacts line(Reading reading, List<Velocity> velocity, List<Elsewhere> elsewhere) {
        var variant = reading.served().variant();
        return new LineFacts(
                variant.id(),
                variant.sku(),
                variant.name(),
                variant.category(),
                reading.figures(),
                reading.outlook(),
                velocity,
                reading.supply(),
                elsewhere,
                reading.plan().due() ? others(reading) : List.of());
    }

    static List<Velocity> velocity(@Nullable DemandHistory history, LocalDate today, Unit unit) {
        return WINDOWS.stream()
                .map(days -> {
                    var sold = new Quantity(BigDecimal.ZERO, unit);
                    int known = 0;
                    for (int i = 0; history != null && i < history.days(); i++) {
                        if (history.from().plusDays(i).isAfter(today.minusDays(days))) {
                            known++;
                            var units = history.unitsByDay().get(i);
                            sold = units.unit() == unit ? sold.plus(units) : sold;
                        }
                    }
                    return new Velocity(days, sold, known);
                })
                .toList();
    }

    private List<OtherSupplier> others(Reading reading) {
        var currency = reading.supply().unitCost().currency();
        return suppliers.otherTermsOf(reading.position().variant()).stream()
                .filter(terms -> terms.unitCost().currency().equals(currency))
                .limit(OTHER_SUPPLIERS_MAX)
                .flatMap(terms -> suppliers
                        .supplier(terms.supplier())
                        .map(supplier -> new OtherSupplier(
                                supplier.id(),
                                supplier.name(),
                                terms.unitCost(),
                                supplier.leadTimeDays(),
                                supplier.approved()))
                        .stream())
                .toList();
    }

    /// For each variant that is due, the locations that can spare some, the one with most first.
    private Map<VariantId, List<Elsewhere>> elsewhere(LocationId here, List<Reading> readings, List<DeskItem> latest) {
        var held = new LinkedHashMap<LocationId, List<Served>>();
        readings.stream()
                .filter(reading -> reading.plan().due())
                .forEach(reading -> holders(here, reading.position().variant())
                        .forEach(position -> held.computeIfAbsent(position.location(), _ -> new ArrayList<>())
                                .add(reading.served())));
        var found = new HashMap<VariantId, List<Elsewhere>>();
        held.forEach((location, served) -> {
            var place = catalog.locationOrNameless(location);
            var there = shelves.read(location, place.businessDay(clock.instant()), served, false);
            var helpers = there.values().stream()
                    .filter(reading -> !reading.surplus().isZero())
                    .toList();
            if (!helpers.isEmpty()) {
                var number = numbers.transfer(location, latest);
                helpers.forEach(
                        reading -> found.computeIfAbsent(reading.position().variant(), _ -> new ArrayList<>())
                                .add(elsewhere(place, reading, number)));
            }
        });
        found.values()
                .forEach(list ->
                        list.sort(Comparator.comparing(Elsewhere::surplus).reversed()));
        return found;
    }

    private Stream<StockPosition> holders(LocationId here, VariantId variant) {
        return stock.positionsOf(variant).stream()
                .filter(position -> !position.location().equals(here))
                .filter(position -> position.availableToSell().amount().signum() > 0)
                .sorted(Comparator.comparing(StockPosition::availableToSell).reversed())
                .limit(SOURCES_MAX);
    }

    private static Elsewhere elsewhere(Location place, Reading reading, TransferId number) {
        return new Elsewhere(
                place.id(),
                place.name(),
                reading.surplus(),
                reading.position().availableToSell(),
                reading.plan().reorderPoint(),
                number,
                reading.position().asOf());
    }

    private static Unit unit(Reading reading) {
        return reading.position().onHand().unit();
    }
}
