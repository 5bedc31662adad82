package io.quartermaster.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.catalog.Variant;
import io.quartermaster.books.suppliers.Suppliers;
import io.quartermaster.books.suppliers.SupplyTerms;
import io.quartermaster.retail.Sku;
import io.quartermaster.retail.UserId;
import io.quartermaster.retail.VariantId;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.security.Principal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What the retailer sells.
@RestController
@Tag(name = "variants")
final class VariantsResource {

    private final Catalog catalog;
    private final Suppliers suppliers;

    VariantsResource(Catalog catalog, Suppliers suppliers) {
        this.catalog = catalog;
        this.suppliers = suppliers;
    }

    /// One thing that is stocked and counted.
    ///
    /// @param provisional sold, but listed by no shop yet
    record VariantView(
            String id,
            String sku,
            String name,
            @Nullable String gtin,
            String category,
            String vendor,
            @Nullable Amount price,
            boolean active,
            boolean provisional) {

        static VariantView of(Variant variant) {
            var gtin = variant.gtin();
            var price = variant.price();
            return new VariantView(
                    variant.id().value(),
                    variant.sku().value(),
                    variant.name(),
                    gtin == null ? null : gtin.value(),
                    variant.category(),
                    variant.vendor(),
                    price == null ? null : Amount.of(price),
                    variant.active(),
                    variant.provisional());
        }
    }

    /// On which terms a supplier sells it.
    record TermsView(
            @JsonProperty("supplier_id") String supplierId,
            @JsonProperty("unit_cost") Amount unitCost,
            @JsonProperty("contract_price") @Nullable Amount contractPrice,
            @JsonProperty("case_pack") BigDecimal casePack,
            @JsonProperty("minimum_order") BigDecimal minimumOrder,
            @JsonProperty("non_standard") boolean nonStandard) {

        static TermsView of(SupplyTerms terms) {
            var agreed = terms.contractPrice();
            return new TermsView(
                    terms.supplier().value(),
                    Amount.of(terms.unitCost()),
                    agreed == null ? null : Amount.of(agreed),
                    terms.casePack().amount(),
                    terms.minimumOrder().amount(),
                    terms.nonStandard());
        }
    }

    /// @param into the variant that the one in the address turned out to be
    record MergeBody(@Nullable String into) {}

    /// By a part of the name, SKU or barcode, or exactly by SKU; `unmapped=true` for those that no
    /// shop has listed yet.
    @GetMapping("/v1/variants")
    Page<VariantView> variants(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String sku,
            @RequestParam(defaultValue = "false") boolean unmapped,
            @RequestParam(defaultValue = Page.LIMIT_USUAL) int limit) {
        return Page.whole(found(q, sku, unmapped, Page.limit(limit)).stream()
                .map(VariantView::of)
                .toList());
    }

    @GetMapping("/v1/variants/{id}")
    VariantView variant(@PathVariable String id) {
        return catalog.variant(id(id)).map(VariantView::of).orElseThrow(() -> new NotFound("variant", id));
    }

    /// The terms of all its suppliers, the preferred one first.
    @GetMapping("/v1/variants/{id}/supply-terms")
    Page<TermsView> terms(@PathVariable String id) {
        return Page.whole(Stream.concat(suppliers.termsOf(id(id)).stream(), suppliers.otherTermsOf(id(id)).stream())
                .map(TermsView::of)
                .toList());
    }

    /// Says that two variants are one.
    @PostMapping("/v1/variants/{id}/merge")
    VariantView merge(@PathVariable String id, @RequestBody MergeBody body, Principal caller) {
        var into = id(Asked.required("into", body.into()));
        catalog.merge(id(id), into, new UserId(caller.getName()));
        return variant(into.value());
    }

    private List<Variant> found(String q, String sku, boolean unmapped, int limit) {
        if (unmapped) {
            return catalog.unmapped(limit);
        }
        return sku.isEmpty()
                ? catalog.search(q, limit)
                : Asked.read("sku", () -> catalog.bySku(new Sku(sku))).stream()
                        .flatMap(id -> catalog.variant(id).stream())
                        .toList();
    }

    private static VariantId id(String id) {
        return Asked.read("id", () -> new VariantId(id));
    }
}
