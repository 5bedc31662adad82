package io.quartermaster.demand;

import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.demand.DemandForecast.Days;
import io.quartermaster.demand.DemandForecast.History;
import io.quartermaster.demand.DemandForecast.Model;
import io.quartermaster.demand.InputsStore.Kept;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.VariantId;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Keeps the newest forecast of each variant and location.
@Component
final class ForecastStore {

    private static final String FIND = """
            SELECT variant, location, first_day, model, demand_class, counted, scaled_error, bias, coverage, origins,
                   means, deviations, windows, weekday_factors, history_from, history_days, made_at
            FROM demand.forecast
            WHERE location = ? AND variant = ANY (?)""";

    /// A forecast of an earlier day never replaces a later one, whoever comes last. Rows in one
    /// order: two instances that save the same variants wait for each other and do not block each
    /// other.
    private static final String SAVE = """
            INSERT INTO demand.forecast (variant, location, first_day, model, demand_class, counted, scaled_error, bias,
                   coverage, origins, means, deviations, windows, weekday_factors, history_from, history_days, made_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (location, variant) DO UPDATE SET
                first_day = excluded.first_day, model = excluded.model, demand_class = excluded.demand_class,
                counted = excluded.counted, scaled_error = excluded.scaled_error, bias = excluded.bias,
                coverage = excluded.coverage, origins = excluded.origins, means = excluded.means,
                deviations = excluded.deviations, windows = excluded.windows,
                weekday_factors = excluded.weekday_factors, history_from = excluded.history_from,
                history_days = excluded.history_days, made_at = excluded.made_at
            WHERE demand.forecast.first_day <= excluded.first_day""";

    private final JdbcTemplate jdbc;
    private final InputsStore inputs;

    ForecastStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.inputs = new InputsStore(jdbc);
    }

    Map<VariantId, DemandForecast> find(LocationId location, Collection<VariantId> variants) {
        if (variants.isEmpty()) {
            return Map.of();
        }
        var ids = variants.stream().map(VariantId::value).toArray(String[]::new);
        var found = new LinkedHashMap<VariantId, DemandForecast>();
        jdbc.query(
                FIND,
                row -> {
                    var forecast = forecast(row);
                    found.put(forecast.variant(), forecast);
                },
                location.value(),
                ids);
        return found;
    }

    /// The same forecasts, with what they were made from where that is kept.
    List<DemandForecast> withInputs(LocationId location, Collection<DemandForecast> forecasts) {
        var kept = inputs.of(location, forecasts);
        return forecasts.stream()
                .map(forecast -> {
                    var from = kept.get(forecast.variant());
                    return from == null ? forecast : forecast.madeFrom(from.inputs(), from.steps());
                })
                .toList();
    }

    void save(Collection<DemandForecast> forecasts) {
        var sorted = forecasts.stream()
                .sorted(Comparator.comparing(forecast -> forecast.variant().value()))
                .toList();
        jdbc.batchUpdate(SAVE, sorted, Math.max(1, sorted.size()), ForecastStore::fill);
        inputs.save(sorted.stream().map(Kept::of).toList());
    }

    /// How old the oldest forecast of each location is; where sales of past days were told lately it
    /// counts as very old.
    Map<LocationId, LocalDate> oldest() {
        var oldest = new LinkedHashMap<LocationId, LocalDate>();
        jdbc.query("""
                SELECT location, min(first_day) AS first_day
                FROM (SELECT location, first_day FROM demand.forecast
                      UNION ALL SELECT location, DATE '1970-01-01' FROM demand.late_sale) AS known
                GROUP BY location""", row -> {
            oldest.put(new LocationId(row.getString("location")), row.getObject("first_day", LocalDate.class));
        });
        return oldest;
    }

    /// The business day that all locations have reached, if all forecasts are of it.
    Optional<LocalDate> dayOfAll(Catalog catalog, Instant now) {
        var oldest = oldest();
        var day = oldest.keySet().stream()
                .map(id -> catalog.locationOrNameless(id).businessDay(now))
                .min(LocalDate::compareTo);
        return day.filter(reached -> oldest.values().stream().noneMatch(one -> one.isBefore(reached)));
    }

    /// Some variants whose forecast is of an earlier day. They are held for the caller's transaction:
    /// another instance takes others.
    List<VariantId> takeOld(LocationId location, LocalDate today, int limit) {
        return jdbc.query("""
                SELECT variant FROM demand.forecast
                WHERE location = ? AND first_day < ?
                ORDER BY first_day, variant LIMIT ?
                FOR UPDATE SKIP LOCKED""", (row, _) -> new VariantId(row.getString("variant")), location.value(), today, limit);
    }

    /// Takes some variants of which sales of past days were told, and that have been quiet since.
    ///
    /// @param booked the entry up to which the sales book has read
    List<VariantId> takeLate(LocationId location, long booked, int limit) {
        return jdbc.query("""
                DELETE FROM demand.late_sale WHERE (location, variant) IN (
                    SELECT location, variant FROM demand.late_sale
                    WHERE location = ? AND sequence <= ?
                      AND (at < clock_timestamp() - interval '3 seconds'
                           OR since < clock_timestamp() - interval '30 seconds')
                    ORDER BY variant LIMIT ? FOR UPDATE SKIP LOCKED)
                RETURNING variant""", (row, _) -> new VariantId(row.getString("variant")), location.value(), booked, limit);
    }

    /// Notes that sales of past days were told just now, of these variants at these locations.
    ///
    /// @param sequence the newest entry that told one
    void noteLateSales(List<VariantId> variants, List<LocationId> locations, long sequence) {
        jdbc.update(
                """
                INSERT INTO demand.late_sale (variant, location, sequence)
                SELECT DISTINCT told.variant, told.location, ? FROM unnest(?, ?) AS told (variant, location) ORDER BY 2, 1
                ON CONFLICT (location, variant) DO UPDATE SET
                    at = clock_timestamp(), sequence = greatest(late_sale.sequence, excluded.sequence)""",
                sequence,
                variants.stream().map(VariantId::value).toArray(String[]::new),
                locations.stream().map(LocationId::value).toArray(String[]::new));
    }

    private static void fill(PreparedStatement to, DemandForecast forecast) throws SQLException {
        var model = forecast.model();
        var days = forecast.days();
        to.setString(1, forecast.variant().value());
        to.setString(2, forecast.location().value());
        to.setObject(3, forecast.firstDay());
        to.setString(4, model.name());
        to.setString(5, model.demandClass());
        to.setBoolean(6, model.counted());
        to.setObject(7, model.scaledError(), Types.DOUBLE);
        to.setObject(8, model.bias(), Types.DOUBLE);
        to.setObject(9, model.coverage95(), Types.DOUBLE);
        to.setInt(10, model.origins());
        to.setArray(11, array(to, days.means()));
        to.setArray(12, array(to, days.deviations()));
        to.setArray(13, array(to, days.windows()));
        to.setArray(14, array(to, days.weekdayFactors()));
        to.setObject(15, forecast.history().from());
        to.setInt(16, forecast.history().days());
        to.setObject(17, forecast.madeAt().atOffset(ZoneOffset.UTC));
    }

    private static DemandForecast forecast(ResultSet row) throws SQLException {
        return new DemandForecast(
                new VariantId(row.getString("variant")),
                new LocationId(row.getString("location")),
                row.getObject("first_day", LocalDate.class),
                new Model(
                        row.getString("model"),
                        row.getString("demand_class"),
                        row.getBoolean("counted"),
                        row.getObject("scaled_error", Double.class),
                        row.getObject("bias", Double.class),
                        row.getObject("coverage", Double.class),
                        row.getInt("origins")),
                new Days(
                        doubles(row, "means"),
                        doubles(row, "deviations"),
                        doubles(row, "windows"),
                        doubles(row, "weekday_factors")),
                new History(row.getObject("history_from", LocalDate.class), row.getInt("history_days")),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }

    private static Array array(PreparedStatement to, double[] values) throws SQLException {
        return to.getConnection().createArrayOf("float8", box(values));
    }

    private static Double[] box(double[] values) {
        return Arrays.stream(values).boxed().toArray(Double[]::new);
    }

    private static double[] doubles(ResultSet row, String column) throws SQLException {
        var boxed = (Double[]) row.getArray(column).getArray();
        return Arrays.stream(boxed).mapToDouble(Double::doubleValue).toArray();
    }
}
