package io.quartermaster.sandbox.retailer;

import io.quartermaster.sandbox.till.Article;
import java.math.BigDecimal;

/// An article with what only the retailer knows: who delivers it, what it costs, how it sells.
///
/// @param cost per unit
/// @param contractPrice per unit, as agreed
/// @param unitsPerDay what an average shop is asked for on an average day
public record Stocked(
        Article article,
        Supplier supplier,
        BigDecimal cost,
        BigDecimal contractPrice,
        int casePack,
        int minimumOrder,
        double unitsPerDay,
        Pace pace,
        Season season,
        boolean nonStandard) {

    public String sku() {
        return article.sku();
    }
}
