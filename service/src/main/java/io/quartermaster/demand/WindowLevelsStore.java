package io.quartermaster.demand;

import io.quartermaster.forecasting.TailCalibration;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Keeps at which levels to ask windows, a row a business day.
@Component
class WindowLevelsStore {

    private static final Logger LOG = LoggerFactory.getLogger(WindowLevelsStore.class);

    private final JdbcTemplate jdbc;

    WindowLevelsStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// What was learnt last; nothing if nothing was, or another release wrote it in another form.
    TailCalibration newest() {
        return jdbc
                .query(
                        "SELECT levels FROM demand.window_levels ORDER BY day DESC LIMIT 1",
                        (row, _) -> read(row.getBytes("levels")))
                .stream()
                .findFirst()
                .orElse(TailCalibration.NONE);
    }

    private static TailCalibration read(byte[] levels) {
        try {
            return TailCalibration.read(levels);
        } catch (IllegalArgumentException fault) { // of another release: the next day learns anew
            LOG.debug("The levels of windows are not used.", fault);
            return TailCalibration.NONE;
        }
    }

    /// Whether nobody has learnt for this day, nor so shortly ago that the machine would do nothing
    /// else.
    boolean isDue(LocalDate day, Duration rest) {
        var known = jdbc.queryForObject("""
                SELECT EXISTS (SELECT FROM demand.window_levels
                               WHERE day >= ? OR began_at > clock_timestamp() - make_interval(secs => ?))""", Boolean.class, day, (double) rest.toSeconds());
        return !Boolean.TRUE.equals(known);
    }

    /// Keeps what was learnt for a day; who comes second with the same day changes nothing.
    void keep(LocalDate day, Instant at, int series, long windows, TailCalibration levels) {
        jdbc.update("""
                INSERT INTO demand.window_levels (day, learnt_at, series, windows, levels) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (day) DO NOTHING""", day, at.atOffset(ZoneOffset.UTC), series, windows, levels.toBytes());
    }

    /// Drops what was learnt for days before this one.
    int forgetBefore(LocalDate day) {
        return jdbc.update("DELETE FROM demand.window_levels WHERE day < ?", day);
    }
}
