package io.quartermaster.skills;

import io.quartermaster.retail.ProposalId;
import io.quartermaster.retail.SkillId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What was suggested of each concern and is not settled: so that a need that has gone away takes
/// its proposal along, and what was just approved is not suggested again.
@Component
class SuggestedStore {

    private final JdbcClient jdbc;

    SuggestedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// By what each is about.
    Map<String, ProposalId> of(SkillId skill, Concern concern) {
        var found = new LinkedHashMap<String, ProposalId>();
        keyed("SELECT about, proposal FROM skills.suggested WHERE " + KEY + " ORDER BY about", skill, concern)
                .query(row -> {
                    found.put(row.getString("about"), new ProposalId(row.getString("proposal")));
                });
        return found;
    }

    void keep(SkillId skill, Concern concern, String about, ProposalId proposal) {
        keyed("""
                INSERT INTO skills.suggested (skill, subject, location, about, proposal)
                VALUES (:skill, :subject, :location, :about, :proposal)
                ON CONFLICT (skill, subject, location, about) DO UPDATE SET proposal = excluded.proposal""", skill, concern)
                .param("about", about)
                .param("proposal", proposal.value())
                .update();
    }

    void forget(SkillId skill, Concern concern, String about) {
        keyed("DELETE FROM skills.suggested WHERE about = :about AND " + KEY, skill, concern)
                .param("about", about)
                .update();
    }

    private static final String KEY = "skill = :skill AND subject = :subject AND location = :location";

    private JdbcClient.StatementSpec keyed(String sql, SkillId skill, Concern concern) {
        return jdbc.sql(sql)
                .param("skill", skill.value())
                .param("subject", concern.subject())
                .param("location", concern.location().value());
    }
}
