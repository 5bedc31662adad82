package io.quartermaster.books.catalog;

import io.quartermaster.retail.Gtin;
import io.quartermaster.retail.Item;
import io.quartermaster.retail.ItemRef;
import io.quartermaster.retail.Money;
import io.quartermaster.retail.Sku;
import io.quartermaster.retail.VariantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The tables of variants and of the names by which they are called.
@Component
class CatalogStore {

    private static final char[] BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".toCharArray();
    private static final int ID_CHARACTERS = 12;
    private static final String VARIANT_COLUMNS =
            "v.id, v.sku, v.name, v.gtin, v.category, v.vendor, v.price, v.price_currency, v.active, v.provisional";

    private final JdbcClient database;

    CatalogStore(JdbcClient database) {
        this.database = database;
    }

    /// The id of a variant that is known by name only: always the same for the same first name.
    static VariantId provisionalId(Item item) {
        var name = item.refs().getFirst().value();
        var hash = sha256(name.getBytes(StandardCharsets.UTF_8));
        var id = new StringBuilder("V");
        for (int i = 0; i < ID_CHARACTERS; i++) {
            int bit = i * 5;
            int pair = (hash[bit / 8] & 0xff) << 8 | (hash[bit / 8 + 1] & 0xff);
            id.append(BASE_32[pair >> (11 - bit % 8) & 31]);
        }
        return new VariantId(id.toString());
    }

    Map<ItemRef, VariantId> bindings(Collection<ItemRef> refs) {
        var found = new HashMap<ItemRef, VariantId>();
        database.sql("select ref, variant from catalog.ref where ref = any (:refs)")
                .param("refs", refs.stream().map(ItemRef::value).toArray(String[]::new))
                .query(row -> {
                    found.put(new ItemRef(row.getString(1)), new VariantId(row.getString(2)));
                });
        return found;
    }

    /// Lets one at a time give names, until the transaction ends: whoever does both, finds names and
    /// gives them, would else wait for one who waits for them.
    void nameAlone() {
        database.sql("select pg_advisory_xact_lock(hashtext('catalog.names'))::text")
                .query(String.class)
                .single();
    }

    /// Makes a provisional variant of each item whose first name is still free.
    void introduce(Collection<Item> items) {
        var ids = items.stream().map(item -> provisionalId(item).value()).toArray(String[]::new);
        var refs = items.stream().map(item -> item.refs().getFirst().value()).toArray(String[]::new);
        var skus = items.stream().map(CatalogStore::label).toArray(String[]::new);
        var names = items.stream().map(item -> plain(item.name())).toArray(String[]::new);
        database.sql("""
                        with fresh as (
                            insert into catalog.ref (ref, variant)
                            select t.ref, coalesce(m.into_variant, t.id)
                            from unnest(:refs::text[], :ids::text[]) t (ref, id)
                            left join catalog.merged m on m.from_variant = t.id
                            on conflict (ref) do nothing
                            returning ref)
                        insert into catalog.variant (id, sku, name, active, provisional)
                        select t.id, t.sku, t.name, true, true
                        from unnest(:ids::text[], :refs::text[], :skus::text[], :names::text[]) t (id, ref, sku, name)
                        join fresh f on f.ref = t.ref
                        where not exists (select 1 from catalog.merged m where m.from_variant = t.id)
                        on conflict (id) do nothing""")
                .param("ids", ids)
                .param("refs", refs)
                .param("skus", skus)
                .param("names", names)
                .update();
    }

    /// The variants of these ids, by the id that was asked for; merged ones lead to their successor.
    Map<VariantId, Variant> variants(Collection<VariantId> ids) {
        var found = HashMap.<VariantId, Variant>newHashMap(ids.size());
        database.sql("""
                        select asked.id as asked, %s
                        from unnest(:ids::text[]) asked (id)
                        left join catalog.merged m on m.from_variant = asked.id
                        join catalog.variant v on v.id = coalesce(m.into_variant, asked.id)""".formatted(VARIANT_COLUMNS))
                .param("ids", ids.stream().map(VariantId::value).toArray(String[]::new))
                .query(row -> {
                    found.put(new VariantId(row.getString("asked")), variant(row));
                });
        return found;
    }

    Optional<VariantId> bySku(Sku sku) {
        return database.sql("select variant from catalog.ref where ref = :ref")
                .param("ref", ItemRef.sku(sku).value())
                .query((row, _) -> new VariantId(row.getString(1)))
                .optional();
    }

    List<Variant> search(String text, int limit) {
        var pattern =
                "%" + text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        return database.sql("""
                        select %s from catalog.variant v
                        where v.name ilike :pattern or v.sku ilike :pattern or v.gtin like :pattern
                           or v.id in (select r.variant from catalog.ref r where r.ref = :sku or r.ref = :gtin)
                        order by (upper(v.sku) = upper(:text)) desc, v.provisional, v.name, v.id
                        limit :limit""".formatted(VARIANT_COLUMNS))
                .param("pattern", pattern)
                .param("text", text.strip())
                .param("sku", "sku:" + text.strip().toUpperCase(java.util.Locale.ROOT))
                .param("gtin", "gtin:" + text.strip())
                .param("limit", limit)
                .query((row, _) -> variant(row))
                .list();
    }

    List<Variant> provisional(int limit) {
        return database.sql("""
                        select %s from catalog.variant v where v.provisional
                        order by v.id limit :limit""".formatted(VARIANT_COLUMNS))
                .param("limit", limit)
                .query((row, _) -> variant(row))
                .list();
    }

    List<String> categories(int limit) {
        return database.sql("""
                        select distinct category from catalog.variant where category <> ''
                        order by category limit :limit""")
                .param("limit", limit)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /// Text that PostgreSQL can hold: it knows no null character.
    static String plain(String text) {
        return text.indexOf(0) < 0 ? text : text.replace("\0", "");
    }

    static String label(Item item) {
        var sku = item.sku();
        return sku == null ? item.refs().getFirst().value() : sku.value();
    }

    private static Variant variant(ResultSet row) throws SQLException {
        var gtin = row.getString("gtin");
        return new Variant(
                new VariantId(row.getString("id")),
                new Sku(row.getString("sku")),
                row.getString("name"),
                gtin == null ? null : new Gtin(gtin),
                row.getString("category"),
                row.getString("vendor"),
                price(row),
                row.getBoolean("active"),
                row.getBoolean("provisional"));
    }

    private static @Nullable Money price(ResultSet row) throws SQLException {
        var currency = row.getString("price_currency");
        return currency == null ? null : new Money(row.getLong("price"), Currency.getInstance(currency));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException("This JDK has no SHA-256.", fault);
        }
    }
}
