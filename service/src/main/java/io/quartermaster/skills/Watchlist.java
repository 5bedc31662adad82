package io.quartermaster.skills;

import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.SkillId;
import io.quartermaster.retail.Unit;
import io.quartermaster.retail.VariantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What a skill keeps an eye on: each variant and location with its level, so that a decision
/// need not look at the whole shop again.
@Component
public class Watchlist {

    private static final String NOTE = """
            INSERT INTO skills.watch (skill, location, variant, subject, state, detail, position, level, unit, turnover)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (skill, location, variant) DO UPDATE SET
                subject = excluded.subject, state = excluded.state, detail = excluded.detail,
                position = excluded.position, level = excluded.level, unit = excluded.unit,
                turnover = excluded.turnover, noted_at = clock_timestamp()""";

    /// A: the first 80 % of a location's turnover; B: up to 95 %; C: the rest.
    private static final String RANKED = """
            SELECT location, variant,
                   CASE WHEN before < 0.80 * whole THEN 'A' WHEN before < 0.95 * whole THEN 'B' ELSE 'C' END AS class
            FROM (SELECT location, variant,
                         sum(turnover) OVER by_worth - turnover AS before,
                         sum(turnover) OVER (PARTITION BY location) AS whole
                  FROM skills.watch WHERE skill = :skill
                  WINDOW by_worth AS (PARTITION BY location ORDER BY turnover DESC, variant)) AS summed""";

    private static final String HOLD = """
            SELECT 1 FROM skills.watch JOIN (%s) AS ranked USING (location, variant)
            WHERE watch.skill = :skill AND watch.turnover_class <> ranked.class
            ORDER BY location, variant FOR UPDATE OF watch""".formatted(RANKED);

    private static final String RANK = """
            UPDATE skills.watch SET turnover_class = ranked.class FROM (%s) AS ranked
            WHERE watch.skill = :skill AND watch.location = ranked.location AND watch.variant = ranked.variant
              AND watch.turnover_class <> ranked.class""".formatted(RANKED);

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Watchlist(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /// Keeps how these are now.
    ///
    /// @return the concerns of those that want something, or did until now; true if one of them wants
    /// something that did not before
    public Map<Concern, Boolean> note(SkillId skill, LocationId location, List<Watched> watched) {
        if (watched.isEmpty()) {
            return Map.of();
        }
        var concerns = new LinkedHashMap<Concern, Boolean>();
        var before = wanting(skill, location, watched);
        before.values().forEach(subject -> concerns.put(new Concern(subject, location), false));
        watched.stream()
                .filter(one -> one.state() == Watched.State.WANTING)
                .forEach(one -> concerns.merge(
                        one.concern(), !one.subject().equals(before.get(one.variant())), Boolean::logicalOr));
        save(skill, watched);
        return concerns;
    }

    /// Which of these wanted something when they were seen last, and of whom.
    private Map<VariantId, String> wanting(SkillId skill, LocationId location, List<Watched> watched) {
        var wanting = new LinkedHashMap<VariantId, String>();
        jdbc.sql("""
                        SELECT variant, subject FROM skills.watch
                        WHERE skill = :skill AND location = :location AND variant = ANY (:variants) AND state = 'WANTING'""")
                .param("skill", skill.value())
                .param("location", location.value())
                .param("variants", ids(watched.stream().map(Watched::variant).toList()))
                .query(row -> {
                    wanting.put(new VariantId(row.getString("variant")), row.getString("subject"));
                });
        return wanting;
    }

    private void save(SkillId skill, List<Watched> watched) {
        var sorted = watched.stream()
                .sorted(Comparator.comparing((Watched one) -> one.location().value())
                        .thenComparing(one -> one.variant().value()))
                .toList();
        batches.batchUpdate(NOTE, sorted, sorted.size(), (to, one) -> {
            to.setString(1, skill.value());
            to.setString(2, one.location().value());
            to.setString(3, one.variant().value());
            to.setString(4, one.subject());
            to.setString(5, one.state().name());
            to.setString(6, one.detail());
            to.setBigDecimal(7, one.position().amount());
            to.setBigDecimal(8, one.level().amount());
            to.setString(9, one.position().unit().name());
            to.setBigDecimal(10, one.turnover());
        });
    }

    /// The variants of a concern, those that want something most urgently first.
    ///
    /// @param state only those in this state
    public List<VariantId> variants(SkillId skill, Concern concern, Watched.State state, int limit) {
        return jdbc.sql("""
                        SELECT variant FROM skills.watch
                        WHERE skill = :skill AND subject = :subject AND location = :location AND state = :state
                        ORDER BY position / greatest(level, 1), variant LIMIT :limit""")
                .param("skill", skill.value())
                .param("subject", concern.subject())
                .param("location", concern.location().value())
                .param("state", state.name())
                .param("limit", limit)
                .query((row, _) -> new VariantId(row.getString("variant")))
                .list();
    }

    /// The concerns, at any location, in which one of these variants wants something.
    public Set<Concern> wanting(SkillId skill, Collection<VariantId> variants) {
        return new LinkedHashSet<>(jdbc.sql("""
                        SELECT DISTINCT subject, location FROM skills.watch
                        WHERE skill = :skill AND variant = ANY (:variants) AND state = 'WANTING'
                        ORDER BY subject, location""")
                .param("skill", skill.value())
                .param("variants", ids(variants))
                .query((row, _) -> new Concern(row.getString("subject"), new LocationId(row.getString("location"))))
                .list());
    }

    /// A, B or C by turnover; those that were never ranked are left out.
    public Map<VariantId, String> classes(SkillId skill, LocationId location, Collection<VariantId> variants) {
        var classes = new LinkedHashMap<VariantId, String>();
        jdbc.sql("""
                        SELECT variant, turnover_class FROM skills.watch
                        WHERE skill = :skill AND location = :location AND variant = ANY (:variants)""")
                .param("skill", skill.value())
                .param("location", location.value())
                .param("variants", ids(variants))
                .query(row -> {
                    classes.put(new VariantId(row.getString("variant")), row.getString("turnover_class"));
                });
        return classes;
    }

    /// Ranks all variants of each location by turnover anew, within the caller's transaction. Rows
    /// are held in the order in which sales note them, so that neither waits for the other in a
    /// ring.
    public void rank(SkillId skill) {
        jdbc.sql(HOLD).param("skill", skill.value()).query(row -> {});
        jdbc.sql(RANK).param("skill", skill.value()).update();
    }

    /// What nobody can be asked for, the longest unseen first.
    public List<Watched> longestUnserved(SkillId skill, int limit) {
        return jdbc.sql("""
                        SELECT * FROM skills.watch WHERE skill = :skill AND state = 'UNSERVED'
                        ORDER BY noted_at LIMIT :limit""")
                .param("skill", skill.value())
                .param("limit", limit)
                .query((row, _) -> watched(row))
                .list();
    }

    /// What nobody can be asked for, by location and variant.
    ///
    /// @param after the last location and variant that were seen, as `location|variant`; empty at
    /// first
    List<Watched> unserved(String after, int limit) {
        return jdbc.sql("""
                        SELECT * FROM skills.watch WHERE state = 'UNSERVED' AND location || '|' || variant > :after
                        ORDER BY location || '|' || variant LIMIT :limit""")
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> watched(row))
                .list();
    }

    private static Watched watched(ResultSet row) throws SQLException {
        var unit = Unit.valueOf(row.getString("unit"));
        return new Watched(
                new VariantId(row.getString("variant")),
                new LocationId(row.getString("location")),
                row.getString("subject"),
                Watched.State.valueOf(row.getString("state")),
                row.getString("detail"),
                new Quantity(row.getBigDecimal("position"), unit),
                new Quantity(row.getBigDecimal("level"), unit),
                row.getBigDecimal("turnover"));
    }

    private static String[] ids(Collection<VariantId> variants) {
        return variants.stream().map(VariantId::value).toArray(String[]::new);
    }
}
