package io.quartermaster.dashboard;

import io.quartermaster.access.Role;
import io.quartermaster.access.User;
import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.purchasing.OrderFilter;
import io.quartermaster.books.purchasing.Purchasing;
import io.quartermaster.books.purchasing.SupplierPerformance;
import io.quartermaster.books.suppliers.Supplier;
import io.quartermaster.books.suppliers.Suppliers;
import io.quartermaster.dashboard.ProposalView.Figure;
import io.quartermaster.retail.SupplierId;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Whom can I trust?
@Controller
class SuppliersPage implements Framed {

    private static final int SUPPLIERS_MAX = 200;
    private static final int TERMS_MAX = 100;
    private static final int ORDERS_MAX = 20;

    private final Suppliers suppliers;
    private final Purchasing purchasing;
    private final Catalog catalog;
    private final Names names;
    private final Surroundings surroundings;

    SuppliersPage(Suppliers suppliers, Purchasing purchasing, Catalog catalog, Names names, Surroundings surroundings) {
        this.suppliers = suppliers;
        this.purchasing = purchasing;
        this.catalog = catalog;
        this.names = names;
        this.surroundings = surroundings;
    }

    @GetMapping("/suppliers")
    ModelAndView list() {
        var rows = suppliers.all(SUPPLIERS_MAX).stream().map(this::row).toList();
        var slow = rows.stream().filter(SupplierRow::slow).count();
        var title = rows.isEmpty()
                ? "No suppliers yet"
                : slow == 0
                        ? Words.plural(rows.size(), "supplier", "suppliers") + ", none slower than promised"
                        : "%s of %s slower than promised"
                                .formatted(
                                        Words.number(slow), Words.plural(rows.size(), "supplier is", "suppliers are"));
        return new ModelAndView("suppliers", Map.of("view", new SuppliersView(title, rows)));
    }

    @GetMapping("/supplier")
    ModelAndView show(@RequestParam String id, HttpServletRequest request) {
        var user = surroundings.user(request);
        var supplier = find(id);
        var words = surroundings.words();
        var filter = new OrderFilter(Set.of(), user.locations(), supplier.id(), null, OrderFilter.Sort.NEWEST_FIRST);
        var view = new SupplierView(
                row(supplier),
                supplier.id().value(),
                supplier.email() == null ? "" : supplier.email(),
                supplier.approved(),
                figures(supplier),
                user.atLeast(Role.MANAGER) ? terms(supplier) : List.of(),
                user.atLeast(Role.MANAGER),
                purchasing.orders(filter, ORDERS_MAX).stream()
                        .map(order -> OrderRow.of(order, names, words))
                        .toList(),
                user.atLeast(Role.BUYER));
        return new ModelAndView("supplier", Map.of("view", view));
    }

    @PostMapping("/supplier/approval")
    ModelAndView approve(@RequestParam String id, @RequestParam boolean approved, HttpServletRequest request) {
        var user = requireBuyer(request);
        var it = find(id);
        var changed = new Supplier(
                it.id(),
                it.name(),
                it.email(),
                it.currency(),
                it.leadTimeDays(),
                it.leadTimeDeviationDays(),
                it.minimumOrderValue(),
                it.reviewPeriodDays(),
                approved,
                it.isNew());
        suppliers.save(changed, user.id());
        return new ModelAndView("redirect:" + Links.supplier(it.id()));
    }

    private User requireBuyer(HttpServletRequest request) {
        var user = surroundings.user(request);
        if (!user.atLeast(Role.BUYER)) {
            throw new NotHere("right");
        }
        return user;
    }

    private Supplier find(String id) {
        return suppliers.supplier(new SupplierId(id)).orElseThrow(() -> new NotHere("supplier"));
    }

    private SupplierRow row(Supplier supplier) {
        var record = purchasing.performance(supplier.id());
        var measured = record.measured();
        var known = measured.count() > 0;
        var slow = known && measured.meanDays().compareTo(BigDecimal.valueOf(supplier.leadTimeDays() + 1L)) > 0;
        return new SupplierRow(
                Links.supplier(supplier.id()),
                supplier.name(),
                supplier.approved(),
                supplier.isNew(),
                Words.plural(supplier.leadTimeDays(), "day", "days"),
                known ? oneDecimal(measured.meanDays()) + " ± " + oneDecimal(measured.deviationDays()) + " days" : "",
                percent(record.fillRatePercent()),
                percent(record.onTimePercent()),
                drift(record),
                Words.number(record.orders()),
                slow);
    }

    private List<Figure> figures(Supplier supplier) {
        var record = purchasing.performance(supplier.id());
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("Promised", Words.plural(supplier.leadTimeDays(), "day", "days"), "lead time"));
        figures.add(new Figure(
                "Measured",
                record.measured().count() == 0
                        ? "not yet"
                        : oneDecimal(record.measured().meanDays()) + " days",
                "over " + Words.plural(record.measured().count(), "order", "orders")));
        figures.add(new Figure("Filled", dash(percent(record.fillRatePercent())), "of what was ordered"));
        figures.add(new Figure("On time", dash(percent(record.onTimePercent())), "in full, by the day"));
        var minimum = supplier.minimumOrderValue();
        figures.add(new Figure("Least order", minimum == null ? "none" : Words.money(minimum), ""));
        figures.add(new Figure(
                "We look", "every " + Words.plural(supplier.reviewPeriodDays(), "day", "days"), "review period"));
        return figures;
    }

    private List<TermsRow> terms(Supplier supplier) {
        var terms = suppliers.termsOf(supplier.id(), TERMS_MAX);
        var variants = catalog.variants(terms.stream().map(it -> it.variant()).toList());
        return terms.stream()
                .map(it -> {
                    var variant = variants.get(it.variant());
                    var contract = it.contractPrice();
                    return new TermsRow(
                            Links.variant(it.variant()),
                            variant == null ? it.variant().value() : VariantPage.called(variant),
                            variant == null ? "" : variant.sku().value(),
                            Words.cost(it.unitCost()),
                            contract == null ? "" : Words.cost(contract),
                            Words.quantity(it.casePack()),
                            Words.quantity(it.minimumOrder()),
                            contract != null && it.unitCost().compareTo(contract) > 0,
                            it.nonStandard());
                })
                .toList();
    }

    private static String drift(SupplierPerformance record) {
        var drift = record.priceDriftPercent();
        return drift == null ? "" : (drift.signum() > 0 ? "+" : "") + oneDecimal(drift) + " %";
    }

    private static String percent(@Nullable BigDecimal percent) {
        return percent == null
                ? ""
                : percent.setScale(0, RoundingMode.HALF_EVEN).toPlainString() + " %";
    }

    private static String dash(String text) {
        return text.isEmpty() ? "not yet known" : text;
    }

    private static String oneDecimal(BigDecimal figure) {
        return figure.setScale(1, RoundingMode.HALF_EVEN).toPlainString();
    }

    record SuppliersView(String title, List<SupplierRow> rows) {}

    /// @param measured the lead time that they need; empty if no order was measured yet
    record SupplierRow(
            String link,
            String name,
            boolean approved,
            boolean isNew,
            String promised,
            String measured,
            String filled,
            String onTime,
            String drift,
            String orders,
            boolean slow) {}

    record SupplierView(
            SupplierRow row,
            String id,
            String email,
            boolean approved,
            List<Figure> figures,
            List<TermsRow> terms,
            boolean mayReadTerms,
            List<OrderRow> orders,
            boolean mayChange) {}

    record TermsRow(
            String link,
            String name,
            String sku,
            String cost,
            String contract,
            String pack,
            String minimum,
            boolean above,
            boolean nonStandard) {}
}
