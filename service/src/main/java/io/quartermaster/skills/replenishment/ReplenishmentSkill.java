package io.quartermaster.skills.replenishment;

import io.quartermaster.approvals.Proposal;
import io.quartermaster.retail.SkillId;
import io.quartermaster.skills.Skill;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// Orders before the shelf runs dry: when an inventory position falls to its reorder point, take
/// what another location has to spare, else order up to the target.
///
/// Formulas, sources and a worked example: `docs/skills/replenishment.md`.
@Component
final class ReplenishmentSkill implements Skill<ReplenishmentFacts> {

    static final SkillId ID = new SkillId("replenishment");

    @Override
    public SkillId id() {
        return ID;
    }

    @Override
    public int version() {
        return ReplenishmentFacts.VERSION;
    }

    @Override
    public Class<ReplenishmentFacts> facts() {
        return ReplenishmentFacts.class;
    }

    @Override
    public List<Proposal> decide(ReplenishmentFacts facts) {
        var lines = facts.lines().stream()
                .map(line -> PlannedLine.of(line, facts.today()))
                .toList();
        var proposals = new ArrayList<Proposal>(TransferDraft.all(facts, lines));
        OrderDraft.of(facts, lines).ifPresent(proposals::add);
        return List.copyOf(proposals);
    }
}
