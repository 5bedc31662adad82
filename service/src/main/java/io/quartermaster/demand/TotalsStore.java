package io.quartermaster.demand;

import io.quartermaster.demand.TotalKey.Kind;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Unit;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Keeps the newest totals, and by its lease lets one instance at a time make them.
@Component
class TotalsStore {

    private static final int BATCH = 500;

    /// So making takes at most one part of so many of the time.
    private static final int RESTS_TIMES = 20;

    /// A later day is begun at once; the same day again after a rest, if newer forecasts can be read
    /// than could then; nothing while somebody is at it. Who took long rests long.
    private static final String BEGIN = """
            WITH newest AS (SELECT max(made_at) AS at FROM demand.forecast)
            INSERT INTO demand.totals_made AS m (attempt, started_at, lease_until, newest)
            SELECT 1, clock_timestamp(), clock_timestamp() + make_interval(secs => ?), newest.at FROM newest
            ON CONFLICT (one) DO UPDATE SET
                attempt = m.attempt + 1, started_at = clock_timestamp(), lease_until = excluded.lease_until,
                newest = excluded.newest
            WHERE m.lease_until <= clock_timestamp()
              AND (m.day IS NULL OR m.day < ?
                   OR m.newest IS DISTINCT FROM excluded.newest
                      AND m.started_at <= clock_timestamp() - greatest(make_interval(secs => ?), %d * m.took))
            RETURNING attempt""".formatted(RESTS_TIMES);

    private final JdbcTemplate jdbc;

    TotalsStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// A making that ended.
    ///
    /// @param day the first that is foreseen
    record Making(LocalDate day, Instant madeAt) {}

    /// The attempt that the caller is to make; empty if it is not the time.
    ///
    /// @param lease for how long nobody else will
    /// @param rest the least time between two beginnings for one day
    Optional<Long> begin(LocalDate day, Duration lease, Duration rest) {
        return jdbc
                .query(BEGIN, (row, _) -> row.getLong("attempt"), (double) lease.toSeconds(), day, (double)
                        rest.toSeconds())
                .stream()
                .findFirst();
    }

    /// Replaces all totals, in the caller's transaction.
    ///
    /// @return false, with nothing replaced, if another attempt has begun meanwhile
    boolean replace(long attempt, Making made, Collection<Total> totals) {
        int ours = jdbc.update("""
                UPDATE demand.totals_made
                SET day = ?, made_at = ?, totals = ?, lease_until = clock_timestamp(),
                    took = clock_timestamp() - started_at
                WHERE attempt = ?""", made.day(), made.madeAt().atOffset(ZoneOffset.UTC), totals.size(), attempt);
        if (ours == 0) {
            return false;
        }
        jdbc.update("DELETE FROM demand.total");
        jdbc.batchUpdate("""
                INSERT INTO demand.total (kind, name, location, unit, means, deviations, windows, lift, alone, past,
                       model, counted, forecasts)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", totals, BATCH, TotalsStore::fill);
        return true;
    }

    Optional<Making> newest() {
        return jdbc
                .query(
                        "SELECT day, made_at FROM demand.totals_made WHERE day IS NOT NULL",
                        (row, _) -> new Making(
                                row.getObject("day", LocalDate.class),
                                row.getObject("made_at", OffsetDateTime.class).toInstant()))
                .stream()
                .findFirst();
    }

    /// The totals of all locations together.
    List<Total> everywhere(Kind kind) {
        return jdbc.query(
                "SELECT * FROM demand.total WHERE kind = ? AND location = '' ORDER BY name, unit",
                (row, _) -> total(row),
                kind.name());
    }

    /// The totals of each location.
    List<Total> byLocation(Kind kind) {
        return jdbc.query(
                "SELECT * FROM demand.total WHERE kind = ? AND location <> '' ORDER BY name, location, unit",
                (row, _) -> total(row),
                kind.name());
    }

    /// The totals of some locations.
    List<Total> at(Kind kind, Collection<LocationId> locations) {
        return jdbc.query(
                "SELECT * FROM demand.total WHERE kind = ? AND location = ANY (?) ORDER BY name, location, unit",
                (row, _) -> total(row),
                kind.name(),
                locations.stream().map(LocationId::value).toArray(String[]::new));
    }

    private static void fill(PreparedStatement to, Total total) throws SQLException {
        var key = total.key();
        to.setString(1, key.kind().name());
        to.setString(2, key.name());
        to.setString(3, key.location());
        to.setString(4, key.unit().name());
        to.setObject(5, total.means());
        to.setObject(6, total.deviations());
        to.setObject(7, total.windows());
        to.setDouble(8, total.lift());
        to.setObject(9, total.alone());
        to.setObject(10, total.past());
        to.setString(11, total.model());
        to.setBoolean(12, total.counted());
        to.setInt(13, total.forecasts());
    }

    private static Total total(ResultSet row) throws SQLException {
        var key = new TotalKey(
                Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("location"),
                Unit.valueOf(row.getString("unit")));
        return new Total(
                key,
                longs(row, "means"),
                doubles(row, "deviations"),
                doubles(row, "windows"),
                row.getDouble("lift"),
                doubles(row, "alone"),
                longs(row, "past"),
                row.getString("model"),
                row.getBoolean("counted"),
                row.getInt("forecasts"));
    }

    private static long[] longs(ResultSet row, String column) throws SQLException {
        return Arrays.stream((Long[]) row.getArray(column).getArray())
                .mapToLong(Long::longValue)
                .toArray();
    }

    private static double[] doubles(ResultSet row, String column) throws SQLException {
        return Arrays.stream((Double[]) row.getArray(column).getArray())
                .mapToDouble(Double::doubleValue)
                .toArray();
    }
}
