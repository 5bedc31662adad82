package io.quartermaster.demand;

import io.quartermaster.retail.LocationId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Keeps how good forecasts were.
@Component
final class OutcomeStore {

    private static final String ADD = """
            INSERT INTO demand.outcome AS o
                (location, day, demand_class, forecasts, expected, sold, absolute_error, covered)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (location, day, demand_class) DO UPDATE SET
                forecasts = o.forecasts + excluded.forecasts, expected = o.expected + excluded.expected,
                sold = o.sold + excluded.sold, absolute_error = o.absolute_error + excluded.absolute_error,
                covered = o.covered + excluded.covered""";

    private final JdbcTemplate jdbc;

    OutcomeStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// Rows in one order, so that two instances wait for each other and do not block each other.
    void add(Collection<Outcome> outcomes) {
        var sorted = outcomes.stream()
                .sorted(Comparator.comparing((Outcome one) -> one.location().value())
                        .thenComparing(Outcome::day)
                        .thenComparing(Outcome::demandClass))
                .toList();
        jdbc.batchUpdate(ADD, sorted, Math.max(1, sorted.size()), (to, one) -> {
            to.setString(1, one.location().value());
            to.setObject(2, one.day());
            to.setString(3, one.demandClass());
            to.setInt(4, one.forecasts());
            to.setDouble(5, one.expected());
            to.setDouble(6, one.sold());
            to.setDouble(7, one.absoluteError());
            to.setInt(8, one.covered());
        });
    }

    List<Outcome> since(LocalDate day) {
        return jdbc.query(
                "SELECT * FROM demand.outcome WHERE day >= ? ORDER BY location, demand_class, day",
                (row, _) -> new Outcome(
                        new LocationId(row.getString("location")),
                        row.getObject("day", LocalDate.class),
                        row.getString("demand_class"),
                        row.getInt("forecasts"),
                        row.getDouble("expected"),
                        row.getDouble("sold"),
                        row.getDouble("absolute_error"),
                        row.getInt("covered")),
                day);
    }
}
