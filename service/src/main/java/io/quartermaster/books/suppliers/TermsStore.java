package io.quartermaster.books.suppliers;

import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.SupplierId;
import io.quartermaster.retail.Unit;
import io.quartermaster.retail.UnitCost;
import io.quartermaster.retail.VariantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table of supply terms.
@Component
class TermsStore {

    private final JdbcClient database;

    TermsStore(JdbcClient database) {
        this.database = database;
    }

    /// All terms of these variants, for each variant the best first: the supplier that a person
    /// chose, then the approved ones, then the cheapest. Costs in different currencies are not
    /// compared.
    List<SupplyTerms> ofVariants(Collection<VariantId> variants) {
        return database.sql("""
                        select t.* from suppliers.terms t join suppliers.supplier s on s.id = t.supplier
                        where t.variant = any (:variants)
                        order by t.variant, t.preferred desc, s.approved desc, t.currency, t.unit_cost, t.supplier""")
                .param("variants", variants.stream().map(VariantId::value).toArray(String[]::new))
                .query((row, _) -> terms(row))
                .list();
    }

    List<SupplyTerms> ofSupplier(SupplierId supplier, int limit) {
        return database.sql("select * from suppliers.terms where supplier = :supplier order by variant limit :limit")
                .param("supplier", supplier.value())
                .param("limit", limit)
                .query((row, _) -> terms(row))
                .list();
    }

    void save(TermsLine line, VariantId variant, Instant at) {
        var contract = line.contractPrice();
        database.sql("""
                        insert into suppliers.terms (variant, supplier, unit_cost, contract_price, currency, case_pack,
                            minimum_order, unit, non_standard, changed_at)
                        values (:variant, :supplier, :cost, :contract, :currency, :pack, :minimum, :unit, :nonStandard, :at)
                        on conflict (variant, supplier) do update set
                            unit_cost = excluded.unit_cost, contract_price = excluded.contract_price,
                            currency = excluded.currency, case_pack = excluded.case_pack,
                            minimum_order = excluded.minimum_order, unit = excluded.unit,
                            non_standard = excluded.non_standard, changed_at = excluded.changed_at""")
                .param("variant", successor(variant).value())
                .param("supplier", line.supplier().value())
                .param("cost", line.unitCost().amount())
                .param("contract", contract == null ? null : contract.amount(), Types.NUMERIC)
                .param("currency", line.unitCost().currency().getCurrencyCode())
                .param("pack", line.casePack().amount())
                .param("minimum", line.minimumOrder().amount())
                .param("unit", line.casePack().unit().name())
                .param("nonStandard", line.nonStandard())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// @return whether that supplier sells it at all
    boolean prefer(VariantId variant, SupplierId supplier) {
        return database.sql("""
                        update suppliers.terms t set preferred = (t.supplier = :supplier)
                        where t.variant = :variant and exists (
                            select 1 from suppliers.terms o where o.variant = :variant and o.supplier = :supplier)""")
                        .param("supplier", supplier.value())
                        .param("variant", variant.value())
                        .update()
                > 0;
    }

    /// Gives the terms of one variant to another; of two terms with one supplier the newer stays.
    void merge(VariantId from, VariantId into) {
        var loser = successor(from);
        var winner = successor(into);
        if (loser.equals(winner)) {
            return;
        }
        for (var statement : List.of(
                "update suppliers.merged set into_variant = :winner where into_variant = :loser",
                "insert into suppliers.merged (from_variant, into_variant) values (:loser, :winner)",
                """
                delete from suppliers.terms t using suppliers.terms o
                where t.supplier = o.supplier
                  and ((t.variant = :loser and o.variant = :winner and t.changed_at <= o.changed_at)
                    or (t.variant = :winner and o.variant = :loser and t.changed_at < o.changed_at))""",
                """
                update suppliers.terms set variant = :winner, preferred = preferred and not exists (
                    select 1 from suppliers.terms o where o.variant = :winner and o.preferred)
                where variant = :loser""")) {
            database.sql(statement)
                    .param("loser", loser.value())
                    .param("winner", winner.value())
                    .update();
        }
    }

    private VariantId successor(VariantId variant) {
        return database.sql("select into_variant from suppliers.merged where from_variant = :id")
                .param("id", variant.value())
                .query((row, _) -> new VariantId(row.getString(1)))
                .optional()
                .orElse(variant);
    }

    /// The first of each variant: the one that is preferred.
    static Map<VariantId, SupplyTerms> firsts(List<SupplyTerms> bestFirst) {
        var firsts = new HashMap<VariantId, SupplyTerms>();
        bestFirst.forEach(terms -> firsts.putIfAbsent(terms.variant(), terms));
        return firsts;
    }

    private static SupplyTerms terms(ResultSet row) throws SQLException {
        var currency = Currency.getInstance(row.getString("currency"));
        var unit = Unit.valueOf(row.getString("unit"));
        return new SupplyTerms(
                new VariantId(row.getString("variant")),
                new SupplierId(row.getString("supplier")),
                new UnitCost(row.getBigDecimal("unit_cost"), currency),
                contract(row, currency),
                new Quantity(row.getBigDecimal("case_pack"), unit),
                new Quantity(row.getBigDecimal("minimum_order"), unit),
                row.getBoolean("non_standard"));
    }

    private static @Nullable UnitCost contract(ResultSet row, Currency currency) throws SQLException {
        var contract = row.getBigDecimal("contract_price");
        return contract == null ? null : new UnitCost(contract, currency);
    }
}
