package io.quartermaster.dashboard;

import io.quartermaster.access.Role;
import io.quartermaster.approvals.ApprovalPolicy;
import io.quartermaster.approvals.DeskRefusal;
import io.quartermaster.approvals.Phase;
import io.quartermaster.approvals.PhaseRule;
import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.suppliers.Supplier;
import io.quartermaster.books.suppliers.Suppliers;
import io.quartermaster.retail.Id;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Money;
import io.quartermaster.retail.SkillId;
import io.quartermaster.retail.SupplierId;
import io.quartermaster.retail.UserId;
import io.quartermaster.skills.Skill;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// How much may Quartermaster do by itself, and who may say yes to how much? Administrators only.
@Controller
class PolicyPage implements Framed {

    private static final int SUPPLIERS_MAX = 200;

    private final ApprovalPolicy policy;
    private final Catalog catalog;
    private final Suppliers suppliers;
    private final List<Skill<?>> skills;
    private final Names names;
    private final Surroundings surroundings;

    PolicyPage(
            ApprovalPolicy policy,
            Catalog catalog,
            Suppliers suppliers,
            List<Skill<?>> skills,
            Names names,
            Surroundings surroundings) {
        this.policy = policy;
        this.catalog = catalog;
        this.suppliers = suppliers;
        this.skills = List.copyOf(skills);
        this.names = names;
        this.surroundings = surroundings;
    }

    @GetMapping("/policy")
    ModelAndView show() {
        return page("");
    }

    @PostMapping("/policy/rule")
    ModelAndView set(@ModelAttribute RuleForm form, HttpServletRequest request) {
        return tried(request, by -> policy.set(form.rule(), by));
    }

    @PostMapping("/policy/remove")
    ModelAndView remove(@ModelAttribute RuleForm form, HttpServletRequest request) {
        return tried(request, by -> policy.remove(form.where(), by));
    }

    @PostMapping("/policy/limit")
    ModelAndView limit(
            @RequestParam Role role,
            @RequestParam BigDecimal amount,
            @RequestParam String currency,
            HttpServletRequest request) {
        return tried(request, by -> policy.setLimit(role, money(amount, currency), by));
    }

    private ModelAndView tried(HttpServletRequest request, Consumer<UserId> change) {
        try {
            change.accept(surroundings.user(request).id());
            return new ModelAndView("redirect:/policy");
        } catch (DeskRefusal | IllegalArgumentException fault) {
            var page = page(String.valueOf(fault.getMessage()));
            page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
    }

    private ModelAndView page(String problem) {
        var rules = policy.rules();
        var acting = rules.stream().filter(rule -> rule.phase() == Phase.ACT).count();
        var currencies = suppliers.all(SUPPLIERS_MAX).stream()
                .map(Supplier::currency)
                .distinct()
                .toList();
        var view = new PolicyView(
                acting == 0
                        ? "Quartermaster asks before it does anything"
                        : "Quartermaster acts by itself under %s".formatted(Words.plural(acting, "rule", "rules")),
                rules.stream().map(this::row).toList(),
                currencies.stream().map(this::limits).toList(),
                skills.stream().map(skill -> skill.id().value()).toList(),
                catalog.locations().stream()
                        .map(place -> new Choice(place.id().value(), place.name()))
                        .toList(),
                suppliers.all(SUPPLIERS_MAX).stream()
                        .map(supplier -> new Choice(supplier.id().value(), supplier.name()))
                        .toList(),
                catalog.categories(),
                currencies.stream().map(Currency::getCurrencyCode).toList(),
                problem);
        return new ModelAndView("policy", Map.of("view", view));
    }

    private Limits limits(Currency currency) {
        var limits = policy.limits(currency);
        return new Limits(
                currency.getCurrencyCode(),
                List.of(Role.values()).stream()
                        .map(role -> new Limit(
                                role.name(),
                                Words.capital(Words.plain(role)),
                                limits.containsKey(role) ? "up to " + Words.money(limits.get(role)) : "any amount"))
                        .toList());
    }

    private Row row(PhaseRule rule) {
        var where = rule.where();
        var limit = rule.limit();
        return new Row(
                new RuleForm(
                        where.skill().value(),
                        text(where.location()),
                        where.category(),
                        text(where.supplier()),
                        rule.phase().name(),
                        null,
                        null,
                        null),
                where.skill().value(),
                where.location() == null ? "all locations" : names.location(where.location()),
                where.category() == null ? "all categories" : where.category(),
                where.supplier() == null ? "all suppliers" : names.supplier(where.supplier()),
                Words.plain(rule.phase()),
                rule.phase() == Phase.ACT ? "warn" : "",
                limit == null ? "" : "up to %s, %d %% sure".formatted(Words.money(limit), rule.confidencePercent()));
    }

    private static @Nullable String text(@Nullable Id id) {
        return id == null ? null : id.value();
    }

    private static Money money(BigDecimal amount, String currency) {
        return Money.exactly(amount, Currency.getInstance(currency.strip().toUpperCase(Locale.ROOT)));
    }

    record PolicyView(
            String title,
            List<Row> rules,
            List<Limits> limits,
            List<String> skills,
            List<Choice> locations,
            List<Choice> suppliers,
            List<String> categories,
            List<String> currencies,
            String problem) {}

    record Limits(String currency, List<Limit> list) {}

    record Limit(String role, String name, String amount) {}

    record Row(
            RuleForm form,
            String skill,
            String location,
            String category,
            String supplier,
            String phase,
            String tone,
            String bounds) {}

    record Choice(String id, String name) {}

    /// A rule as its form has it; what is empty holds for all.
    record RuleForm(
            String skill,
            @Nullable String location,
            @Nullable String category,
            @Nullable String supplier,
            String phase,
            @Nullable Integer confidence,
            @Nullable BigDecimal amount,
            @Nullable String currency) {

        PhaseRule.Where where() {
            return new PhaseRule.Where(
                    new SkillId(skill),
                    location == null || location.isBlank() ? null : new LocationId(location),
                    category == null || category.isBlank() ? null : category,
                    supplier == null || supplier.isBlank() ? null : new SupplierId(supplier));
        }

        PhaseRule rule() {
            var limit = amount == null || currency == null || currency.isBlank() ? null : money(amount, currency);
            return new PhaseRule(where(), Phase.valueOf(phase), confidence == null ? 0 : confidence, limit);
        }
    }
}
