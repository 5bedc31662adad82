package io.quartermaster.sandbox.retailer;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quartermaster.sandbox.till.Article;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What the chain sells and who delivers it, as written in two tables beside this class.
public record Assortment(Map<String, Supplier> suppliers, Map<String, Stocked> stocked) {

    private static final Currency POUNDS = Currency.getInstance("GBP");

    /// Reads the tables.
    public static Assortment read() {
        var suppliers = new LinkedHashMap<String, Supplier>();
        rows("suppliers").forEach(row -> suppliers.put(row.getField("id"), supplier(row)));
        var stocked = new LinkedHashMap<String, Stocked>();
        for (var row : rows("assortment")) {
            stocked.put(row.getField("sku"), stocked(row, suppliers, stocked.size()));
        }
        return new Assortment(suppliers, stocked);
    }

    /// A smaller shop, which sells only some of it.
    public Assortment first(int articles) {
        var some = new LinkedHashMap<String, Stocked>();
        stocked.entrySet().stream().limit(articles).forEach(one -> some.put(one.getKey(), one.getValue()));
        return new Assortment(suppliers, some);
    }

    public List<Article> articles() {
        return stocked.values().stream().map(Stocked::article).toList();
    }

    public Optional<Stocked> find(String sku) {
        return Optional.ofNullable(stocked.get(sku));
    }

    private static Supplier supplier(NamedCsvRecord row) {
        return new Supplier(
                row.getField("id"),
                row.getField("name"),
                row.getField("email"),
                Double.parseDouble(row.getField("lead_time_days")),
                Double.parseDouble(row.getField("lead_time_deviation_days")),
                new BigDecimal(row.getField("minimum_order_value")),
                Integer.parseInt(row.getField("review_period_days")),
                Boolean.parseBoolean(row.getField("approved")));
    }

    private static Stocked stocked(NamedCsvRecord row, Map<String, Supplier> suppliers, int number) {
        var option = row.getField("option");
        var article = new Article(
                row.getField("sku"),
                row.getField("product"),
                option.isEmpty() ? Article.ONLY_OPTION : option,
                row.getField("category"),
                row.getField("vendor"),
                new BigDecimal(row.getField("price")).movePointRight(2).intValueExact(),
                Integer.parseInt(row.getField("tax")),
                Barcode.of(number),
                POUNDS);
        return new Stocked(
                article,
                Objects.requireNonNull(suppliers.get(row.getField("supplier")), row.getField("supplier")),
                new BigDecimal(row.getField("cost")),
                new BigDecimal(row.getField("contract")),
                Integer.parseInt(row.getField("case_pack")),
                Integer.parseInt(row.getField("minimum_order")),
                Double.parseDouble(row.getField("units_per_day")),
                Pace.valueOf(row.getField("pace")),
                Season.valueOf(row.getField("season")),
                Boolean.parseBoolean(row.getField("non_standard")));
    }

    private static List<NamedCsvRecord> rows(String table) {
        var name = "/retailer/%s.csv".formatted(table);
        var stream = Objects.requireNonNull(Assortment.class.getResourceAsStream(name), name);
        try (var reader = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return new ArrayList<>(reader.stream().toList());
        } catch (IOException fault) {
            throw new UncheckedIOException("The table %s cannot be read.".formatted(name), fault);
        }
    }
}
