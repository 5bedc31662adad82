package io.quartermaster.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quartermaster.approvals.Approvals;
import io.quartermaster.approvals.DeskFilter;
import io.quartermaster.approvals.DeskItem;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.ProposalId;
import io.quartermaster.retail.SkillId;
import io.quartermaster.retail.UserId;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The desk: what is suggested, and what somebody says to it.
@RestController
@Tag(name = "proposals")
final class ProposalsResource {

    /// The desk gives two hundred at most, one of which tells us whether the list goes on.
    private static final int LIMIT_MAX = 199;

    private static final String LIMIT_USUAL = "50";

    private final Approvals approvals;

    ProposalsResource(Approvals approvals) {
        this.approvals = approvals;
    }

    /// @param revision the one that was looked at
    record ApproveBody(@Nullable Integer revision, @Nullable String notes) {}

    /// @param why in a few words
    record RefuseBody(@Nullable Integer revision, @Nullable String why) {}

    /// @param lines those whose quantity is to be another; zero leaves a line out
    record ChangeBody(@Nullable Integer revision, @Nullable List<LineBody> lines) {}

    /// One line, by variant or by SKU.
    record LineBody(
            @JsonProperty("variant_id") @Nullable String variantId,
            @Nullable String sku,
            @Nullable BigDecimal quantity) {}

    /// Those that wait (`state=waiting`, the usual) or those that are decided (`state=decided`).
    @GetMapping("/v1/proposals")
    Page<ProposalView> proposals(
            @RequestParam(defaultValue = "waiting") String state,
            @RequestParam(name = "location_id", defaultValue = "") String location,
            @RequestParam(defaultValue = "") String skill,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = LIMIT_USUAL) int limit) {
        var after = Page.open(cursor);
        var filter = Asked.read(
                "filter",
                () -> new DeskFilter(
                        location.isEmpty() ? Set.of() : Set.of(new LocationId(location)),
                        skill.isEmpty() ? null : new SkillId(skill),
                        after.isEmpty() ? null : new ProposalId(after)));
        var rows = list(state, filter, Page.limit(limit, LIMIT_MAX) + 1);
        return Page.of(rows, limit, ProposalView::of, item -> item.id().value());
    }

    @GetMapping("/v1/proposals/{id}")
    ProposalView proposal(@PathVariable String id) {
        return ProposalView.of(found(id));
    }

    @PostMapping("/v1/proposals/{id}/approve")
    ProposalView approve(@PathVariable String id, @RequestBody ApproveBody body, Principal caller) {
        var notes = body.notes() == null ? "" : body.notes();
        return ProposalView.of(
                approvals.approve(id(id), Asked.required("revision", body.revision()), user(caller), notes));
    }

    @PostMapping("/v1/proposals/{id}/refuse")
    ProposalView refuse(@PathVariable String id, @RequestBody RefuseBody body, Principal caller) {
        var why = Asked.required("why", body.why());
        return ProposalView.of(
                approvals.refuse(id(id), Asked.required("revision", body.revision()), user(caller), why));
    }

    @PostMapping("/v1/proposals/{id}/change")
    ProposalView change(@PathVariable String id, @RequestBody ChangeBody body, Principal caller) {
        int revision = Asked.required("revision", body.revision());
        var lines = Asked.required("lines", body.lines());
        var changed = Asked.read(
                "lines", () -> ChangedLines.of(lines).in(found(id).proposal().action()));
        return ProposalView.of(approvals.change(id(id), revision, changed, user(caller)));
    }

    private List<DeskItem> list(String state, DeskFilter filter, int limit) {
        return switch (state.toLowerCase(Locale.ROOT)) {
            case "waiting" -> approvals.waiting(filter, limit);
            case "decided" -> approvals.recent(filter, limit);
            case String other -> throw new BadRequest("The state (%s) must be waiting or decided.".formatted(other));
        };
    }

    private DeskItem found(String id) {
        return approvals.find(id(id)).orElseThrow(() -> new NotFound("proposal", id));
    }

    private static ProposalId id(String id) {
        return Asked.read("id", () -> new ProposalId(id));
    }

    private static UserId user(Principal caller) {
        return new UserId(caller.getName());
    }
}
