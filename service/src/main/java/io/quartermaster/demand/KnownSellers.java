package io.quartermaster.demand;

import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.VariantId;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Says who has been selling for long enough to be asked about something new.
@Component
class KnownSellers {

    private static final int SISTER_DAYS_MIN = 28;
    private static final int LIKE_DAYS_MIN = 56;

    private final JdbcTemplate jdbc;

    KnownSellers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// One variant at one location.
    record Seller(LocationId location, VariantId variant) {}

    /// The same variants at other locations.
    List<Seller> sisters(LocationId location, Collection<VariantId> variants, int limit) {
        return jdbc.query(
                """
                SELECT location, variant FROM demand.forecast
                WHERE variant = ANY (?) AND location <> ? AND history_days >= ?
                ORDER BY variant, location LIMIT ?""",
                (row, _) -> new Seller(new LocationId(row.getString(1)), new VariantId(row.getString(2))),
                variants.stream().map(VariantId::value).toArray(String[]::new),
                location.value(),
                SISTER_DAYS_MIN,
                limit);
    }

    /// What sells at a location for long; where nothing does yet, at the one where most does.
    List<Seller> at(LocationId location, int limit) {
        return jdbc.query(
                """
                SELECT location, variant FROM demand.forecast
                WHERE history_days >= ? AND location = (
                    SELECT location FROM demand.forecast WHERE history_days >= ?
                    GROUP BY location ORDER BY location = ? DESC, count(*) DESC, location LIMIT 1)
                ORDER BY variant LIMIT ?""",
                (row, _) -> new Seller(new LocationId(row.getString(1)), new VariantId(row.getString(2))),
                LIKE_DAYS_MIN,
                LIKE_DAYS_MIN,
                location.value(),
                limit);
    }

    /// What sells for long at all locations, the best selling if there are too
    /// many; by location.
    List<Seller> everywhere(int limit) {
        return jdbc.query(
                """
                SELECT location, variant FROM (
                    SELECT location, variant FROM demand.forecast
                    WHERE history_days >= ? ORDER BY means[1] DESC, location, variant LIMIT ?) AS best
                ORDER BY location, variant""",
                (row, _) -> new Seller(new LocationId(row.getString(1)), new VariantId(row.getString(2))),
                LIKE_DAYS_MIN,
                limit);
    }

    /// Some of those that have sold for so long anywhere, spread evenly and always the same; by
    /// location.
    List<Seller> spread(int historyDays, int limit) {
        return jdbc.query(
                """
                SELECT location, variant FROM (
                    SELECT location, variant FROM demand.forecast
                    WHERE history_days >= ? ORDER BY md5(location || '/' || variant), location, variant LIMIT ?) AS picked
                ORDER BY location, variant""",
                (row, _) -> new Seller(new LocationId(row.getString(1)), new VariantId(row.getString(2))),
                historyDays,
                limit);
    }
}
