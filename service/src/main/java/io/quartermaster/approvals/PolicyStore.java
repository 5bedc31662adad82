package io.quartermaster.approvals;

import io.quartermaster.access.Role;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Money;
import io.quartermaster.retail.SkillId;
import io.quartermaster.retail.SupplierId;
import io.quartermaster.retail.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps what was signed.
@Component
class PolicyStore {

    static final int RULES_MAX = 1_000;

    private final JdbcClient jdbc;

    PolicyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PhaseRule> rules() {
        return jdbc.sql("""
                        select * from approvals.phase_rule
                        order by skill, location, category, supplier limit :most""")
                .param("most", RULES_MAX)
                .query((row, _) -> rule(row))
                .list();
    }

    void save(PhaseRule rule) {
        var limit = rule.limit();
        where("""
                        insert into approvals.phase_rule
                            (skill, location, category, supplier, phase, confidence, limit_minor, currency)
                        values (:skill, :location, :category, :supplier, :phase, :confidence, :limit, :currency)
                        on conflict (skill, location, category, supplier) do update
                        set phase = excluded.phase, confidence = excluded.confidence,
                            limit_minor = excluded.limit_minor, currency = excluded.currency""", rule.where())
                .param("phase", rule.phase().name())
                .param("confidence", rule.confidencePercent())
                .param("limit", limit == null ? null : limit.minorUnits())
                .param("currency", limit == null ? null : limit.currency().getCurrencyCode())
                .update();
    }

    boolean remove(PhaseRule.Where where) {
        return where("""
                        delete from approvals.phase_rule
                        where skill = :skill and location = :location
                          and category = :category and supplier = :supplier""", where).update() > 0;
    }

    Map<Currency, Map<Role, Money>> limits() {
        var limits = new HashMap<Currency, Map<Role, Money>>();
        jdbc.sql("select role, currency, limit_minor from approvals.role_limit").query(row -> {
            var currency = Currency.getInstance(row.getString("currency"));
            limits.computeIfAbsent(currency, _ -> new EnumMap<>(Role.class))
                    .put(Role.valueOf(row.getString("role")), new Money(row.getLong("limit_minor"), currency));
        });
        return limits;
    }

    void saveLimit(Role role, Money limit) {
        jdbc.sql("""
                        insert into approvals.role_limit (role, currency, limit_minor)
                        values (:role, :currency, :limit)
                        on conflict (role, currency) do update set limit_minor = excluded.limit_minor""")
                .param("role", role.name())
                .param("currency", limit.currency().getCurrencyCode())
                .param("limit", limit.minorUnits())
                .update();
    }

    void started(SkillId skill, LocationId location, Instant at) {
        jdbc.sql("""
                        insert into approvals.workflow (skill, location, started_at)
                        values (:skill, :location, :at) on conflict do nothing""")
                .param("skill", skill.value())
                .param("location", location.value())
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    /// When the skill began there; if no location is named, where it began last.
    Optional<Instant> startedAt(SkillId skill, @Nullable LocationId location) {
        return jdbc.sql("""
                        select max(started_at) as started_at from approvals.workflow
                        where skill = :skill and (:location = '' or location = :location)""")
                .param("skill", skill.value())
                .param("location", text(location))
                .query((row, _) -> Optional.ofNullable(row.getObject("started_at", OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    boolean overridden(SkillId skill, @Nullable LocationId location) {
        return jdbc.sql("""
                        select count(*) from approvals.loop_override
                        where skill = :skill and location in ('', :location)""")
                        .param("skill", skill.value())
                        .param("location", text(location))
                        .query(Long.class)
                        .single()
                > 0;
    }

    void override(PhaseRule.Where where, UserId by, String why, Instant at) {
        jdbc.sql("""
                        insert into approvals.loop_override (skill, location, by_whom, why, at)
                        values (:skill, :location, :by, :why, :at) on conflict do nothing""")
                .param("skill", where.skill().value())
                .param("location", text(where.location()))
                .param("by", by.value())
                .param("why", why)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    private JdbcClient.StatementSpec where(String sql, PhaseRule.Where where) {
        var supplier = where.supplier();
        return jdbc.sql(sql)
                .param("skill", where.skill().value())
                .param("location", text(where.location()))
                .param("category", where.category() == null ? "" : where.category())
                .param("supplier", supplier == null ? "" : supplier.value());
    }

    private static String text(@Nullable LocationId location) {
        return location == null ? "" : location.value();
    }

    private static PhaseRule rule(ResultSet row) throws SQLException {
        var location = row.getString("location");
        var category = row.getString("category");
        var supplier = row.getString("supplier");
        var currency = row.getString("currency");
        return new PhaseRule(
                new PhaseRule.Where(
                        new SkillId(row.getString("skill")),
                        location.isEmpty() ? null : new LocationId(location),
                        category.isEmpty() ? null : category,
                        supplier.isEmpty() ? null : new SupplierId(supplier)),
                Phase.valueOf(row.getString("phase")),
                row.getInt("confidence"),
                currency == null ? null : new Money(row.getLong("limit_minor"), Currency.getInstance(currency)));
    }
}
