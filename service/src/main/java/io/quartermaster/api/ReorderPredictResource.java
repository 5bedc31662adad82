package io.quartermaster.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.suppliers.Suppliers;
import io.quartermaster.books.suppliers.SupplyTerms;
import io.quartermaster.planning.OrderQuantity.Packs;
import io.quartermaster.planning.ReorderPrediction;
import io.quartermaster.planning.ReorderPrediction.Ask;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.Sku;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Answers a till that knows its own stock and sales, and asks how much to reorder.
@RestController
@Tag(name = "planning")
final class ReorderPredictResource {

    private static final int ITEMS_MAX = 500;
    private static final int DECIMALS = 2;

    private final Catalog catalog;
    private final Suppliers suppliers;

    ReorderPredictResource(Catalog catalog, Suppliers suppliers) {
        this.catalog = catalog;
        this.suppliers = suppliers;
    }

    /// What a till asks.
    record PredictBody(
            @JsonProperty("store_id") @Nullable String storeId,
            @Nullable List<ItemBody> items,
            @JsonProperty("forecast_horizon_days") @Nullable Integer forecastHorizonDays) {}

    /// One variant, as the till sees it.
    ///
    /// @param vendorId whose packs count, if we know their terms
    record ItemBody(
            @Nullable String sku,
            @JsonProperty("current_stock") @Nullable BigDecimal currentStock,
            @JsonProperty("daily_sales_avg_7d") @Nullable BigDecimal dailySales,
            @JsonProperty("lead_time_days") @Nullable BigDecimal leadTimeDays,
            @JsonProperty("vendor_id") @Nullable String vendorId) {

        Ask ask() {
            return new Ask(
                    Asked.required("sku", sku),
                    Asked.required("current_stock", currentStock).doubleValue(),
                    Asked.required("daily_sales_avg_7d", dailySales).doubleValue(),
                    Asked.required("lead_time_days", leadTimeDays).doubleValue());
        }
    }

    record Prediction(@JsonProperty("store_id") String storeId, List<Recommendation> recommendations) {}

    /// How much to order of one variant.
    ///
    /// @param neededUnits before rounding to packs
    /// @param warnings such as `stock-out before arrival`
    record Recommendation(
            String sku,
            @JsonProperty("suggested_quantity") BigDecimal suggestedQuantity,
            @JsonProperty("needed_units") BigDecimal neededUnits,
            @JsonProperty("demand_over_horizon") BigDecimal demandOverHorizon,
            @JsonProperty("safety_stock") BigDecimal safetyStock,
            List<String> warnings) {

        static Recommendation of(ReorderPrediction prediction) {
            return new Recommendation(
                    prediction.sku(),
                    prediction.suggestedQuantity().amount(),
                    shown(prediction.needed()),
                    shown(prediction.demandOverHorizon()),
                    shown(prediction.safetyStock()),
                    prediction.warnings());
        }

        private static BigDecimal shown(double units) {
            return BigDecimal.valueOf(units).setScale(DECIMALS, RoundingMode.HALF_UP);
        }
    }

    @PostMapping("/v1/pos/reorder-predict")
    Prediction predict(@RequestBody PredictBody body) {
        var items = Asked.required("items", body.items());
        if (items.size() > ITEMS_MAX) {
            throw new BadRequest("The items (%d) are more than %d.".formatted(items.size(), ITEMS_MAX));
        }
        int horizon = Asked.required("forecast_horizon_days", body.forecastHorizonDays());
        return new Prediction(
                Asked.required("store_id", body.storeId()),
                items.stream()
                        .map(item -> Asked.read("items", () -> predict(item, horizon)))
                        .map(Recommendation::of)
                        .toList());
    }

    private ReorderPrediction predict(ItemBody item, int horizon) {
        var ask = item.ask();
        return ReorderPrediction.of(ask, packs(ask.sku(), item.vendorId()), horizon);
    }

    /// What the named vendor sells, or whoever sells it to us; singly if we know nobody.
    private Packs packs(String sku, @Nullable String vendor) {
        return catalog.bySku(new Sku(sku)).stream()
                .flatMap(variant ->
                        Stream.concat(suppliers.termsOf(variant).stream(), suppliers.otherTermsOf(variant).stream()))
                .filter(terms -> vendor == null || terms.supplier().value().equals(vendor))
                .findFirst()
                .map(ReorderPredictResource::packs)
                .orElse(new Packs(Quantity.each(1), Quantity.NONE));
    }

    private static Packs packs(SupplyTerms terms) {
        return new Packs(terms.casePack(), terms.minimumOrder());
    }
}
