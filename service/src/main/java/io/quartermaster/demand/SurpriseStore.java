package io.quartermaster.demand;

import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.VariantId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Keeps what was sold and is to be looked at, and what turned out a surprise.
@Component
final class SurpriseStore {

    private static final int LOCATIONS_MAX = 1_000;

    /// Those that surprised a moment ago stay noted, and are looked at when their time has come.
    private static final String TAKE = """
            DELETE FROM demand.sold_today WHERE (location, variant) IN (
                SELECT t.location, t.variant FROM demand.sold_today t
                WHERE t.location = ? AND t.sequence <= ?
                  AND NOT EXISTS (SELECT 1 FROM demand.surprise s
                                  WHERE s.location = t.location AND s.variant = t.variant AND s.at > ?)
                ORDER BY t.variant LIMIT ?
                FOR UPDATE OF t SKIP LOCKED)
            RETURNING variant""";

    private static final String ADD = """
            INSERT INTO demand.surprise AS s (location, variant, day, sold, high, mean_before, mean_after, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (location, variant, day) DO UPDATE SET
                sold = excluded.sold, high = excluded.high, mean_after = excluded.mean_after,
                times = s.times + 1, at = excluded.at""";

    private final JdbcTemplate jdbc;

    SurpriseStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// Notes that these were sold today at these locations.
    ///
    /// @param sequence the newest entry that told it
    void noteSold(List<VariantId> variants, List<LocationId> locations, long sequence) {
        jdbc.update(
                """
                INSERT INTO demand.sold_today (variant, location, sequence)
                SELECT DISTINCT told.variant, told.location, ?
                FROM unnest(?, ?) AS told (variant, location) ORDER BY 2, 1
                ON CONFLICT (location, variant) DO UPDATE SET
                    sequence = greatest(sold_today.sequence, excluded.sequence)""",
                sequence,
                variants.stream().map(VariantId::value).toArray(String[]::new),
                locations.stream().map(LocationId::value).toArray(String[]::new));
    }

    List<LocationId> locations() {
        return jdbc.query(
                "SELECT DISTINCT location FROM demand.sold_today ORDER BY location LIMIT ?",
                (row, _) -> new LocationId(row.getString(1)),
                LOCATIONS_MAX);
    }

    /// Takes some that were sold, held for the caller's transaction.
    ///
    /// @param booked the entry up to which the sales book has read
    /// @param quietSince those that surprised after this are left for later
    List<VariantId> take(LocationId location, long booked, Instant quietSince, int limit) {
        return jdbc.query(
                TAKE,
                (row, _) -> new VariantId(row.getString("variant")),
                location.value(),
                booked,
                quietSince.atOffset(ZoneOffset.UTC),
                limit);
    }

    /// How much these had sold when they last surprised on this day.
    Map<VariantId, Double> soldAtLast(LocationId location, LocalDate day, Collection<VariantId> variants) {
        var sold = new HashMap<VariantId, Double>();
        jdbc.query(
                "SELECT variant, sold FROM demand.surprise WHERE location = ? AND day = ? AND variant = ANY (?)",
                row -> {
                    sold.put(new VariantId(row.getString("variant")), row.getDouble("sold"));
                },
                location.value(),
                day,
                variants.stream().map(VariantId::value).toArray(String[]::new));
        return sold;
    }

    void add(Collection<Surprise> surprises) {
        jdbc.batchUpdate(ADD, surprises, Math.max(1, surprises.size()), (to, one) -> {
            to.setString(1, one.location().value());
            to.setString(2, one.variant().value());
            to.setObject(3, one.day());
            to.setDouble(4, one.sold());
            to.setDouble(5, one.high());
            to.setDouble(6, one.meanBefore());
            to.setDouble(7, one.meanAfter());
            to.setObject(8, one.at().atOffset(ZoneOffset.UTC));
        });
    }

    /// Forgets surprises of days before this one.
    int forgetBefore(LocalDate day) {
        return jdbc.update("DELETE FROM demand.surprise WHERE day < ?", day);
    }
}
