package io.quartermaster.dashboard;

import io.quartermaster.demand.Demand;
import io.quartermaster.demand.ForecastAccuracy;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
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

    private final Demand demand;
    private final Names names;
    private final Surroundings surroundings;

    ForecastsPage(Demand demand, Names names, Surroundings surroundings) {
        this.demand = demand;
        this.names = names;
        this.surroundings = surroundings;
    }

    @GetMapping("/forecasts")
    ModelAndView show(HttpServletRequest request) {
        var sees = surroundings.user(request).locations();
        var known = demand.accuracy().stream()
                .filter(one -> sees.isEmpty() || sees.contains(one.location()))
                .toList();
        var rows = known.stream().map(this::row).toList();
        var early = known.stream().noneMatch(ForecastAccuracy::isJudged);
        var drifting = rows.stream().filter(AccuracyRow::drifts).count();
        var title = rows.isEmpty()
                ? "No forecast has met its day yet"
                : early
                        ? "Forecasts are judged after a week"
                        : drifting == 0
                                ? "Forecasts lean to no side"
                                : Words.plural(drifting, "group of forecasts leans", "groups of forecasts lean")
                                        + " to one side";
        return new ModelAndView("forecasts", Map.of("view", new ForecastsView(title, rows)));
    }

    private AccuracyRow row(ForecastAccuracy one) {
        return new AccuracyRow(
                names.location(one.location()),
                CLASSES.getOrDefault(one.demandClass(), one.demandClass()),
                Words.number(Math.round(one.expected())),
                Words.number(Math.round(one.sold())),
                signed(one.bias()),
                percent(one.error()),
                percent(one.coverage95()),
                Words.plural(one.days(), "day", "days"),
                one.drifts(),
                one.bias() > 0 ? "too high" : "too low");
    }

    private static String signed(double share) {
        return (share > 0 ? "+" : "") + percent(share);
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    record ForecastsView(String title, List<AccuracyRow> rows) {}

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
