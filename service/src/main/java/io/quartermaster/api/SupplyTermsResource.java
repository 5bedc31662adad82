package io.quartermaster.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quartermaster.books.suppliers.Suppliers;
import io.quartermaster.books.suppliers.TermsLine;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.Sku;
import io.quartermaster.retail.SupplierId;
import io.quartermaster.retail.UnitCost;
import io.quartermaster.retail.UserId;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// On which terms suppliers sell: their price lists.
@RestController
@Tag(name = "suppliers")
final class SupplyTermsResource {

    private static final int LINES_MAX = 1_000;

    private final Suppliers suppliers;

    SupplyTermsResource(Suppliers suppliers) {
        this.suppliers = suppliers;
    }

    /// One line of a price list.
    ///
    /// @param unitCost what one costs now, in `currency`
    /// @param contractPrice what was agreed; left out if nothing was
    /// @param casePack units a pack; 1 if left out
    /// @param minimumOrder the least that they take; none if left out
    record TermsBody(
            @Nullable String sku,
            @JsonProperty("supplier_id") @Nullable String supplierId,
            @JsonProperty("unit_cost") @Nullable BigDecimal unitCost,
            @JsonProperty("contract_price") @Nullable BigDecimal contractPrice,
            @Nullable String currency,
            @JsonProperty("case_pack") @Nullable BigDecimal casePack,
            @JsonProperty("minimum_order") @Nullable BigDecimal minimumOrder,
            @JsonProperty("non_standard") @Nullable Boolean nonStandard) {

        TermsLine line() {
            var money = Currency.getInstance(Asked.required("currency", currency));
            return new TermsLine(
                    new Sku(Asked.required("sku", sku)),
                    new SupplierId(Asked.required("supplier_id", supplierId)),
                    new UnitCost(Asked.required("unit_cost", unitCost), money),
                    contractPrice == null ? null : new UnitCost(contractPrice, money),
                    Quantity.each(casePack == null ? BigDecimal.ONE : casePack),
                    Quantity.each(minimumOrder == null ? BigDecimal.ZERO : minimumOrder),
                    Boolean.TRUE.equals(nonStandard));
        }
    }

    /// What became of a price list.
    record Saved(int saved) {}

    @PutMapping("/v1/supply-terms")
    Saved save(@RequestBody List<TermsBody> body, Principal caller) {
        if (body.size() > LINES_MAX) {
            throw new BadRequest("The list has %d lines; at most %d are taken. Maybe send it in parts."
                    .formatted(body.size(), LINES_MAX));
        }
        var lines = new ArrayList<TermsLine>();
        for (var line : body) {
            var place = lines.size();
            lines.add(Asked.read("[%d]".formatted(place), line::line));
        }
        suppliers.saveTerms(lines, new UserId(caller.getName()));
        return new Saved(lines.size());
    }
}
