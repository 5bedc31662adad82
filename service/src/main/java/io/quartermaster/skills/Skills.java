package io.quartermaster.skills;

import io.quartermaster.approvals.Approvals;
import io.quartermaster.journal.CanonicalJson;
import io.quartermaster.planning.ProjectionPicture;
import io.quartermaster.retail.ProposalId;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.SkillId;
import io.quartermaster.retail.VariantId;
import io.quartermaster.skills.SkillShelf.Member;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What people and programs may ask about decisions: why, on what, and what could not be decided.
@Component
public class Skills {

    private static final int LIST_MAX = 200;

    private final Explainer explainer;
    private final Approvals approvals;
    private final SkillShelf shelf;
    private final AgendaStore agenda;
    private final Watchlist watchlist;

    Skills(Explainer explainer, Approvals approvals, SkillShelf shelf, AgendaStore agenda, Watchlist watchlist) {
        this.explainer = explainer;
        this.approvals = approvals;
        this.shelf = shelf;
        this.agenda = agenda;
        this.watchlist = watchlist;
    }

    /// Decides a proposal again from the facts that it was decided on; empty if there is no such
    /// proposal.
    public Optional<Explanation> explain(ProposalId proposal) {
        return explainer.explain(proposal);
    }

    /// What the picture of one of the proposal's variants shows, if it were done with that quantity;
    /// empty if the proposal is not known or not about that variant.
    public Optional<ProjectionPicture> picture(ProposalId proposal, VariantId variant, Quantity quantity) {
        return approvals
                .find(proposal)
                .flatMap(item -> approvals
                        .facts(proposal, item.revision())
                        .filter(facts -> isNewest(item.proposal().skill(), facts.version()))
                        .flatMap(facts ->
                                picture(shelf.member(item.proposal().skill()), facts.json(), variant, quantity)));
    }

    /// Decisions that could not be made and are tried again, the most stubborn first.
    ///
    /// @param limit at most 200
    public List<SkillFailure> failures(int limit) {
        return agenda.failed(Math.clamp(limit, 1, LIST_MAX));
    }

    /// The work list: variants for which nothing can be decided, such as those without a supplier.
    ///
    /// @param after the location and variant last seen, as `location|variant`; empty at first
    /// @param limit at most 200
    public List<Watched> workList(String after, int limit) {
        return watchlist.unserved(after, Math.clamp(limit, 1, LIST_MAX));
    }

    private boolean isNewest(SkillId skill, int version) {
        return shelf.member(skill).skill().version() == version;
    }

    private static <F> Optional<ProjectionPicture> picture(
            Member<F> member, String facts, VariantId variant, Quantity quantity) {
        return member.finder().picture(CanonicalJson.read(facts, member.skill().facts()), variant, quantity);
    }
}
