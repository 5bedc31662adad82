package io.quartermaster.books.catalog;

import static io.quartermaster.books.catalog.CatalogStore.plain;

import io.quartermaster.retail.CatalogEvent.VariantListed;
import io.quartermaster.retail.ItemRef;
import io.quartermaster.retail.Sku;
import io.quartermaster.retail.VariantId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How names and listings are written down, moved from variant to variant, and merged.
@Component
class NamingStore {

    private final JdbcClient database;

    NamingStore(JdbcClient database) {
        this.database = database;
    }

    /// A merger that the journal has not heard of yet.
    record Untold(VariantId from, VariantId into, String correlation, Instant occurredAt) {}

    void bind(ItemRef ref, VariantId variant) {
        database.sql("""
                        insert into catalog.ref (ref, variant) values (:ref, :variant)
                        on conflict (ref) do update set variant = excluded.variant""")
                .param("ref", ref.value())
                .param("variant", variant.value())
                .update();
    }

    /// Writes a listing down, unless a newer one of the same thing is there.
    ///
    /// @return whether it is the newest
    boolean list(VariantListed listing, String key, VariantId variant) {
        var sku = listing.item().sku();
        var price = listing.price();
        return database.sql("""
                        insert into catalog.listing as l (source, key, as_of, source_key, variant, sku, sku_normalised,
                            name, gtin, category, vendor, price, price_currency, active)
                        values (:source, :key, :asOf, :sourceKey, :variant, :sku, :normalised,
                            :name, :gtin, :category, :vendor, :price, :currency, :active)
                        on conflict (source, key) do update set
                            as_of = excluded.as_of, source_key = excluded.source_key, sku = excluded.sku,
                            sku_normalised = excluded.sku_normalised, name = excluded.name, gtin = excluded.gtin,
                            category = excluded.category, vendor = excluded.vendor, price = excluded.price,
                            price_currency = excluded.price_currency, active = excluded.active
                        where (l.as_of, l.source_key) < (excluded.as_of, excluded.source_key)""")
                        .param("source", listing.origin().source().value())
                        .param("key", key)
                        .param("asOf", listing.asOf().atOffset(ZoneOffset.UTC))
                        .param("sourceKey", listing.origin().sourceKey())
                        .param("variant", variant.value())
                        .param("sku", sku == null ? null : sku.value(), java.sql.Types.VARCHAR)
                        .param("normalised", sku == null ? null : sku.normalised(), java.sql.Types.VARCHAR)
                        .param("name", plain(listing.item().name()))
                        .param("gtin", gtin(listing), java.sql.Types.VARCHAR)
                        .param("category", plain(listing.category()))
                        .param("vendor", plain(listing.vendor()))
                        .param("price", price == null ? null : price.minorUnits(), java.sql.Types.BIGINT)
                        .param(
                                "currency",
                                price == null ? null : price.currency().getCurrencyCode(),
                                java.sql.Types.VARCHAR)
                        .param("active", listing.active())
                        .update()
                > 0;
    }

    /// The label that a listing bears now.
    Optional<String> listedSku(String source, String key) {
        return database.sql(
                        "select coalesce(sku_normalised, '') from catalog.listing where source = :source and key = :key")
                .param("source", source)
                .param("key", key)
                .query(String.class)
                .optional();
    }

    /// Variants that an active listing calls by this label, those of one connection or of all.
    List<VariantId> claimants(String skuNormalised) {
        return database.sql("""
                        select distinct variant from catalog.listing
                        where sku_normalised = :sku order by variant""")
                .param("sku", skuNormalised)
                .query((row, _) -> new VariantId(row.getString(1)))
                .list();
    }

    boolean claims(VariantId variant, String skuNormalised) {
        return database.sql(
                        "select exists (select 1 from catalog.listing where variant = :id and sku_normalised = :sku)")
                .param("id", variant.value())
                .param("sku", skuNormalised)
                .query(Boolean.class)
                .single();
    }

    boolean isListed(VariantId variant) {
        return database.sql("select exists (select 1 from catalog.listing where variant = :id)")
                .param("id", variant.value())
                .query(Boolean.class)
                .single();
    }

    List<ItemRef> refsOf(VariantId variant) {
        return database.sql("select ref from catalog.ref where variant = :id order by ref")
                .param("id", variant.value())
                .query((row, _) -> new ItemRef(row.getString(1)))
                .list();
    }

    /// Whether a connection listed this variant once and offers it no longer.
    boolean isRetired(VariantId variant, String source) {
        return database.sql("""
                        select coalesce(not bool_or(active), false) from catalog.listing
                        where variant = :id and source = :source""")
                .param("id", variant.value())
                .param("source", source)
                .query(Boolean.class)
                .single();
    }

    VariantId successor(VariantId variant) {
        return database.sql("select into_variant from catalog.merged where from_variant = :id")
                .param("id", variant.value())
                .query((row, _) -> new VariantId(row.getString(1)))
                .optional()
                .orElse(variant);
    }

    /// Gives all names and listings of one variant to another.
    ///
    /// @return the names that moved
    List<ItemRef> merge(VariantId from, VariantId into) {
        for (var statement : List.of(
                "update catalog.merged set into_variant = :into where into_variant = :from",
                "insert into catalog.merged (from_variant, into_variant) values (:from, :into)",
                "update catalog.listing set variant = :into where variant = :from",
                "delete from catalog.variant where id = :from")) {
            database.sql(statement)
                    .param("from", from.value())
                    .param("into", into.value())
                    .update();
        }
        return database.sql("update catalog.ref set variant = :into where variant = :from returning ref")
                .param("from", from.value())
                .param("into", into.value())
                .query((row, _) -> new ItemRef(row.getString(1)))
                .list();
    }

    void remember(Untold merger) {
        database.sql("""
                        insert into catalog.merge_to_tell (from_variant, into_variant, correlation, occurred_at)
                        values (:from, :into, :correlation, :at) on conflict do nothing""")
                .param("from", merger.from().value())
                .param("into", merger.into().value())
                .param("correlation", merger.correlation())
                .param("at", merger.occurredAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Untold> untold(int limit) {
        return database.sql("select * from catalog.merge_to_tell order by from_variant limit :limit")
                .param("limit", limit)
                .query((row, _) -> new Untold(
                        new VariantId(row.getString("from_variant")),
                        new VariantId(row.getString("into_variant")),
                        row.getString("correlation"),
                        row.getTimestamp("occurred_at").toInstant()))
                .list();
    }

    void told(Collection<Untold> mergers) {
        database.sql("delete from catalog.merge_to_tell where from_variant = any (:from)")
                .param("from", mergers.stream().map(it -> it.from().value()).toArray(String[]::new))
                .update();
    }

    /// Lets variants say what their listings say: the newest active one first.
    void refresh(Collection<VariantId> variants) {
        database.sql("""
                        insert into catalog.variant (id, sku, name, gtin, category, vendor,
                            price, price_currency, active, provisional)
                        select distinct on (variant) variant, coalesce(sku, key), name, gtin, category, vendor,
                            price, price_currency, active, false
                        from catalog.listing
                        where variant = any (:ids)
                        order by variant, active desc, as_of desc, source, key
                        on conflict (id) do update set
                            sku = excluded.sku, name = excluded.name, gtin = excluded.gtin,
                            category = excluded.category, vendor = excluded.vendor, price = excluded.price,
                            price_currency = excluded.price_currency, active = excluded.active, provisional = false""")
                .param("ids", variants.stream().map(VariantId::value).toArray(String[]::new))
                .update();
    }

    List<DuplicateSku> duplicateSkus(int limit) {
        return database.sql("""
                        select source, min(sku) as sku, array_agg(key order by key) as keys,
                            array_agg(distinct variant) as variants
                        from catalog.listing where active and sku_normalised is not null
                        group by source, sku_normalised having count(*) > 1
                        order by source, sku_normalised limit :limit""")
                .param("limit", limit)
                .query((row, _) -> new DuplicateSku(
                        new io.quartermaster.retail.ConnectionId(row.getString("source")),
                        new Sku(row.getString("sku")),
                        List.of((String[]) row.getArray("keys").getArray()),
                        List.of((String[]) row.getArray("variants").getArray()).stream()
                                .map(VariantId::new)
                                .toList()))
                .list();
    }

    private static @Nullable String gtin(VariantListed listing) {
        var gtin = listing.gtin();
        return gtin == null ? null : gtin.value();
    }
}
