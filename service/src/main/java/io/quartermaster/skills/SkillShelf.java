package io.quartermaster.skills;

import io.quartermaster.retail.SkillId;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/// All skills, each with its fact finder. A skill whose facts changed their form stands here
/// several times: its older versions decide again what was decided on older facts.
@Component
class SkillShelf {

    private final List<Skill<?>> skills;
    private final List<FactFinder<?>> finders;

    SkillShelf(List<Skill<?>> skills, List<FactFinder<?>> finders) {
        this.skills = List.copyOf(skills);
        this.finders = List.copyOf(finders);
    }

    /// A skill and the one who finds its facts.
    record Member<F>(Skill<F> skill, FactFinder<F> finder) {}

    List<FactFinder<?>> finders() {
        return finders;
    }

    /// The newest version of a skill.
    Member<?> member(SkillId id) {
        var newest = skills.stream()
                .filter(skill -> skill.id().equals(id))
                .max(Comparator.comparingInt(Skill::version))
                .orElseThrow(() -> unknown(id, "any version"));
        return joined(newest);
    }

    /// The version of a skill that reads facts of that form.
    Skill<?> skill(SkillId id, int version) {
        return skills.stream()
                .filter(skill -> skill.id().equals(id) && skill.version() == version)
                .findFirst()
                .orElseThrow(() -> unknown(id, "version " + version));
    }

    /// A skill and a finder of one id speak of the same facts: it is checked here, once.
    @SuppressWarnings("unchecked")
    private <F> Member<F> joined(Skill<F> skill) {
        var finder = finders.stream()
                .filter(one -> one.skill().equals(skill.id()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody finds facts for %s.".formatted(skill.id())));
        return new Member<>(skill, (FactFinder<F>) finder);
    }

    private static IllegalArgumentException unknown(SkillId id, String version) {
        return new IllegalArgumentException("""
                The skill (%s) is not known in %s.
                Maybe a newer release wrote this: start that one.""".formatted(id, version));
    }
}
