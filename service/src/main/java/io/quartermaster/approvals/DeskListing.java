package io.quartermaster.approvals;

import io.quartermaster.retail.LocationId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lists what lies on the desk, page by page.
@Component
class DeskListing {

    private final JdbcClient jdbc;

    DeskListing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ProposalRow> list(Kind kind, DeskFilter filter, int limit) {
        var skill = filter.skill();
        var after = filter.after();
        return jdbc.sql(ProposalStore.SELECT + """
                        where %1$s
                          and (cardinality(:locations) = 0 or p.location = any(:locations))
                          and (:skill = '' or p.skill = :skill)
                          and (:after = '' or row(%2$s) %3$s (select %2$s from approvals.proposal p where p.id = :after))
                        order by %4$s limit :limit""".formatted(kind.condition, kind.key, kind.beyond, kind.order))
                .param("locations", texts(filter))
                .param("skill", skill == null ? "" : skill.value())
                .param("after", after == null ? "" : after.value())
                .param("limit", limit)
                .query((row, _) -> ProposalStore.row(row))
                .list();
    }

    long countWaiting() {
        return jdbc.sql("select count(*) from approvals.proposal where state = 'WAITING'")
                .query(Long.class)
                .single();
    }

    private static String[] texts(DeskFilter filter) {
        return filter.locations().stream().map(LocationId::value).toArray(String[]::new);
    }

    /// Which listing, and how its order is written in SQL.
    enum Kind {
        /// What came back first, then by day, then by money.
        WAITING(
                "p.state in ('WAITING', 'CAME_BACK')",
                "case p.state when 'CAME_BACK' then 0 else 1 end, coalesce(p.act_by, 'infinity'), -p.value_minor, p.id",
                ">",
                "case p.state when 'CAME_BACK' then 0 else 1 end, p.act_by, p.value_minor desc, p.id"),
        /// Newest first.
        DECIDED("p.decided_at is not null", "p.decided_at, p.id", "<", "p.decided_at desc, p.id desc");

        private final String condition;
        private final String key;
        private final String beyond;
        private final String order;

        Kind(String condition, String key, String beyond, String order) {
            this.condition = condition;
            this.key = key;
            this.beyond = beyond;
            this.order = order;
        }
    }
}
