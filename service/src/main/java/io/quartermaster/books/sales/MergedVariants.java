package io.quartermaster.books.sales;

import io.quartermaster.retail.Item;
import io.quartermaster.retail.VariantId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which variants were merged into which, as far as this book has read the journal.
@Component
class MergedVariants {

    private final JdbcClient database;

    MergedVariants(JdbcClient database) {
        this.database = database;
    }

    /// The same names, each leading to the variant that is counted now.
    Map<Item, VariantId> named(Map<Item, VariantId> names) {
        var successors = new HashMap<VariantId, VariantId>();
        database.sql("select from_variant, into_variant from sales.merged where from_variant = any (:asked)")
                .param(
                        "asked",
                        names.values().stream().map(VariantId::value).distinct().toArray(String[]::new))
                .query(row -> {
                    successors.put(new VariantId(row.getString(1)), new VariantId(row.getString(2)));
                });
        if (successors.isEmpty()) {
            return names;
        }
        var renamed = new HashMap<>(names);
        renamed.replaceAll((_, variant) -> successors.getOrDefault(variant, variant));
        return renamed;
    }

    /// Gives all that was sold of one variant to another.
    void merge(VariantId from, VariantId into) {
        var loser = successor(from);
        var winner = successor(into);
        if (loser.equals(winner)) {
            return;
        }
        for (var statement : List.of(
                "update sales.merged set into_variant = :winner where into_variant = :loser",
                "insert into sales.merged (from_variant, into_variant) values (:loser, :winner)",
                "update sales.line set variant = :winner where variant = :loser",
                "update sales.back_line set variant = :winner where variant = :loser")) {
            database.sql(statement)
                    .param("loser", loser.value())
                    .param("winner", winner.value())
                    .update();
        }
    }

    private VariantId successor(VariantId variant) {
        return database.sql("select into_variant from sales.merged where from_variant = :id")
                .param("id", variant.value())
                .query((row, _) -> new VariantId(row.getString(1)))
                .optional()
                .orElse(variant);
    }
}
