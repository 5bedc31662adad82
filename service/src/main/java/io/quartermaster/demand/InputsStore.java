package io.quartermaster.demand;

import io.quartermaster.forecasting.ForecastInputs;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.VariantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Keeps what forecasts were made from.
@Component
final class InputsStore {

    private static final String SAVE = """
            INSERT INTO demand.forecast_inputs (location, variant, made_at, first_day, inputs, steps, figures)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (location, variant, made_at) DO UPDATE SET
                first_day = excluded.first_day, inputs = excluded.inputs, steps = excluded.steps,
                figures = excluded.figures""";

    private static final String OF_THESE = """
            SELECT kept.location, kept.variant, kept.made_at, first_day, inputs, steps, figures
            FROM demand.forecast_inputs AS kept
            JOIN unnest(?, ?::timestamptz[]) AS asked (variant, made_at) ON kept.variant = asked.variant AND kept.made_at = asked.made_at
            WHERE kept.location = ?""";

    private final JdbcTemplate jdbc;

    InputsStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// What one forecast was made from.
    ///
    /// @param inputs in the library's own form; none if analogues had a say, which cannot be made again
    /// from one series
    /// @param steps what moved it after that, see [Steps]
    /// @param figures SHA-256 of the figures that came out
    record Kept(
            LocationId location,
            VariantId variant,
            LocalDate firstDay,
            Instant madeAt,
            byte[] inputs,
            byte[] steps,
            byte[] figures) {

        static Kept of(DemandForecast made) {
            var figures = HexFormat.of().parseHex(ForecastInputs.sha256(made.figures()));
            return new Kept(
                    made.location(),
                    made.variant(),
                    made.firstDay(),
                    made.madeAt(),
                    made.inputs(),
                    made.steps(),
                    figures);
        }

        static Kept of(ResultSet row) throws SQLException {
            return new Kept(
                    new LocationId(row.getString("location")),
                    new VariantId(row.getString("variant")),
                    row.getObject("first_day", LocalDate.class),
                    row.getObject("made_at", OffsetDateTime.class).toInstant(),
                    row.getBytes("inputs"),
                    row.getBytes("steps"),
                    row.getBytes("figures"));
        }
    }

    void save(List<Kept> all) {
        jdbc.batchUpdate(SAVE, all, Math.max(1, all.size()), (to, kept) -> {
            to.setString(1, kept.location().value());
            to.setString(2, kept.variant().value());
            to.setObject(3, kept.madeAt().atOffset(ZoneOffset.UTC));
            to.setObject(4, kept.firstDay());
            to.setBytes(5, kept.inputs());
            to.setBytes(6, kept.steps());
            to.setBytes(7, kept.figures());
        });
    }

    /// What the forecast was made from that was the newest at some time; empty if that is not kept,
    /// or not from its own series alone.
    Optional<Kept> find(VariantId variant, LocationId location, Instant at) {
        return jdbc
                .query("""
                        SELECT location, variant, made_at, first_day, inputs, steps, figures FROM demand.forecast_inputs
                        WHERE location = ? AND variant = ? AND made_at <= ?
                        ORDER BY made_at DESC LIMIT 1""", (row, _) -> Kept.of(row), location.value(), variant.value(), at.atOffset(ZoneOffset.UTC))
                .stream()
                .filter(kept -> kept.inputs().length > 0)
                .findFirst();
    }

    /// What these very forecasts were made from; those of which that is not kept are left out.
    Map<VariantId, Kept> of(LocationId location, Collection<DemandForecast> forecasts) {
        var found = new HashMap<VariantId, Kept>();
        jdbc.query(
                OF_THESE,
                row -> {
                    var kept = Kept.of(row);
                    found.put(kept.variant(), kept);
                },
                forecasts.stream().map(forecast -> forecast.variant().value()).toArray(String[]::new),
                forecasts.stream().map(forecast -> forecast.madeAt().toString()).toArray(String[]::new),
                location.value());
        return found;
    }

    /// Notes that a decision was made at some time on the forecasts that were the newest then.
    void use(LocationId location, List<VariantId> variants, Instant at) {
        var then = at.atOffset(ZoneOffset.UTC);
        jdbc.update(
                """
                UPDATE demand.forecast_inputs AS kept SET used_at = greatest(kept.used_at, ?)
                FROM (SELECT variant, max(made_at) AS made_at FROM demand.forecast_inputs
                      WHERE location = ? AND variant = ANY (?) AND made_at <= ? GROUP BY variant) AS newest
                WHERE kept.location = ? AND kept.variant = newest.variant AND kept.made_at = newest.made_at""",
                then,
                location.value(),
                variants.stream().map(VariantId::value).toArray(String[]::new),
                then,
                location.value());
    }

    /// Drops some of what is neither the newest nor was decided on, and was made before `unused`; and
    /// of what was decided on before `used`.
    ///
    /// @return how many
    int forget(Instant unused, Instant used, int limit) {
        return jdbc.update("""
                DELETE FROM demand.forecast_inputs WHERE (location, variant, made_at) IN (
                    SELECT location, variant, made_at FROM demand.forecast_inputs AS kept
                    WHERE made_at < ? AND (used_at IS NULL OR used_at < ?)
                      AND NOT EXISTS (SELECT FROM demand.forecast AS newest
                                      WHERE newest.location = kept.location AND newest.variant = kept.variant
                                        AND newest.made_at = kept.made_at)
                    LIMIT ?)""", unused.atOffset(ZoneOffset.UTC), used.atOffset(ZoneOffset.UTC), limit);
    }
}
