package io.quartermaster.dashboard;

import io.quartermaster.access.User;
import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.demand.Demand;
import io.quartermaster.demand.ForecastAccuracy;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Can I trust what it expects?
@Controller
class ForecastsPage implements Framed {

    private static final Map<String, String> CLASSES = Map.of(
            "SMOOTH", "Sells steadily",
            "ERRATIC", "Sells often, in odd amounts",
            "INTERMITTENT", "Sells now and then",
            "LUMPY", "Sells rarely, in odd amounts",
            "NONE", "Too new to say");

    private static final int FOUND_MAX = 6;
    /// What errors are a share of is not there.
    private static final String NOTHING_SOLD = "–";
    private static final int SHOWN_MAX = 6;

    private final Demand demand;
    private final Catalog catalog;
    private final MadeOfViews madeOf;
    private final TotalsViews totals;
    private final Names names;
    private final Surroundings surroundings;

    ForecastsPage(
            Demand demand,
            Catalog catalog,
            MadeOfViews madeOf,
            TotalsViews totals,
            Names names,
            Surroundings surroundings) {
        this.demand = demand;
        this.catalog = catalog;
        this.madeOf = madeOf;
        this.totals = totals;
        this.names = names;
        this.surroundings = surroundings;
    }

    @GetMapping("/forecasts")
    ModelAndView show(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String unit,
            HttpServletRequest request) {
        var user = surroundings.user(request);
        var sees = user.locations();
        var known = demand.accuracy().stream()
                .filter(one -> sees.isEmpty() || sees.contains(one.location()))
                .toList();
        var rows = known.stream().map(this::row).toList();
        var early = known.stream().noneMatch(ForecastAccuracy::isJudged);
        var drifting = rows.stream().filter(AccuracyRow::drifts).count();
        var judged = rows.isEmpty()
                ? "No forecast has met its day yet"
                : early
                        ? "Forecasts are judged after a week"
                        : drifting == 0
                                ? "Forecasts lean to no side"
                                : Words.plural(drifting, "group of forecasts leans", "groups of forecasts lean")
                                        + " to one side";
        var together = totals.of(new TotalsViews.Asked(by, of, unit), user, surroundings.words());
        return new ModelAndView(
                "forecasts", Map.of("view", new ForecastsView(judged, rows, together, q, found(q, user))));
    }

    /// What the forecasts of some variants are made of, at each location that this person sees.
    private List<MadeOfView> found(String q, User user) {
        return q.isBlank()
                ? List.of()
                : catalog.search(q.strip(), FOUND_MAX).stream()
                        .flatMap(variant -> surroundings.locations(user).stream()
                                .flatMap(place -> madeOf
                                        .of(
                                                variant.id(),
                                                place.id(),
                                                VariantPage.called(variant) + ", " + place.name(),
                                                surroundings.wordsAt(place.zone()))
                                        .stream()))
                        .limit(SHOWN_MAX)
                        .toList();
    }

    private AccuracyRow row(ForecastAccuracy one) {
        return new AccuracyRow(
                names.location(one.location()),
                CLASSES.getOrDefault(one.demandClass(), one.demandClass()),
                Words.number(Math.round(one.expected())),
                Words.number(Math.round(one.sold())),
                one.sold() == 0 ? NOTHING_SOLD : signed(one.bias()),
                one.sold() == 0 ? NOTHING_SOLD : percent(one.error()),
                percent(one.coverage95()),
                Words.plural(one.days(), "day", "days"),
                one.drifts(),
                one.expected() > one.sold() ? "too high" : "too low");
    }

    private static String signed(double share) {
        return (share > 0 ? "+" : "") + percent(share);
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    /// @param judged what may be said of how good they were
    /// @param q what was searched for; empty if nothing was
    /// @param found what the forecasts that were found are made of
    record ForecastsView(String judged, List<AccuracyRow> rows, TotalsView totals, String q, List<MadeOfView> found) {}

    /// @param kept share of days that stayed within what was thought enough for 95 of a hundred
    record AccuracyRow(
            String location,
            String kind,
            String expected,
            String sold,
            String bias,
            String error,
            String kept,
            String days,
            boolean drifts,
            String side) {}
}
