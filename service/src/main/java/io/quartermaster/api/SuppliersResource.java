package io.quartermaster.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quartermaster.books.suppliers.Supplier;
import io.quartermaster.books.suppliers.Suppliers;
import io.quartermaster.retail.Money;
import io.quartermaster.retail.SupplierId;
import io.quartermaster.retail.UserId;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.security.Principal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Whom we buy from.
@RestController
@Tag(name = "suppliers")
final class SuppliersResource {

    private static final int SUPPLIERS_MAX = 5_000;

    private final Suppliers suppliers;

    SuppliersResource(Suppliers suppliers) {
        this.suppliers = suppliers;
    }

    /// A supplier as it is told to us.
    ///
    /// @param minimumOrderValue in its currency, as text or number; left out if it takes any order
    /// @param approved whether we may order without asking who they are; false if left out
    record SupplierBody(
            @Nullable String name,
            @Nullable String email,
            @Nullable String currency,
            @JsonProperty("lead_time_days") @Nullable Integer leadTimeDays,

            @JsonProperty("lead_time_deviation_days") @Nullable
            BigDecimal leadTimeDeviationDays,

            @JsonProperty("minimum_order_value") @Nullable BigDecimal minimumOrderValue,
            @JsonProperty("review_period_days") @Nullable Integer reviewPeriodDays,
            @Nullable Boolean approved) {

        Supplier of(String id) {
            var money = Asked.read("currency", () -> Currency.getInstance(Asked.required("currency", currency)));
            return new Supplier(
                    new SupplierId(id),
                    Asked.required("name", name),
                    email,
                    money,
                    Asked.required("lead_time_days", leadTimeDays),
                    leadTimeDeviationDays == null ? BigDecimal.ZERO : leadTimeDeviationDays,
                    minimumOrderValue == null ? null : Money.exactly(minimumOrderValue, money),
                    reviewPeriodDays == null ? 1 : reviewPeriodDays,
                    Boolean.TRUE.equals(approved),
                    false);
        }
    }

    /// A supplier as we know it.
    ///
    /// @param isNew whether nothing that we ordered there was ever received
    record SupplierView(
            String id,
            String name,
            @Nullable String email,
            String currency,
            @JsonProperty("lead_time_days") int leadTimeDays,
            @JsonProperty("lead_time_deviation_days") BigDecimal leadTimeDeviationDays,
            @JsonProperty("minimum_order_value") @Nullable Amount minimumOrderValue,
            @JsonProperty("review_period_days") int reviewPeriodDays,
            boolean approved,
            @JsonProperty("is_new") boolean isNew) {

        static SupplierView of(Supplier supplier) {
            var least = supplier.minimumOrderValue();
            return new SupplierView(
                    supplier.id().value(),
                    supplier.name(),
                    supplier.email(),
                    supplier.currency().getCurrencyCode(),
                    supplier.leadTimeDays(),
                    supplier.leadTimeDeviationDays(),
                    least == null ? null : Amount.of(least),
                    supplier.reviewPeriodDays(),
                    supplier.approved(),
                    supplier.isNew());
        }
    }

    @GetMapping("/v1/suppliers")
    Page<SupplierView> suppliers() {
        return Page.whole(
                suppliers.all(SUPPLIERS_MAX).stream().map(SupplierView::of).toList());
    }

    @GetMapping("/v1/suppliers/{id}")
    SupplierView supplier(@PathVariable String id) {
        return suppliers
                .supplier(Asked.read("id", () -> new SupplierId(id)))
                .map(SupplierView::of)
                .orElseThrow(() -> new NotFound("supplier", id));
    }

    @PutMapping("/v1/suppliers/{id}")
    SupplierView save(@PathVariable String id, @RequestBody SupplierBody body, Principal caller) {
        var supplier = Asked.read("supplier", () -> body.of(id));
        suppliers.save(supplier, new UserId(caller.getName()));
        return supplier(id);
    }
}
