package io.quartermaster.dashboard;

import io.quartermaster.dashboard.ProposalView.Figure;
import io.quartermaster.demand.DemandForecast;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How good a forecast was when it was tried on the past, in words that need no statistics.
final class Goodness {

    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    private Goodness() {}

    static List<Figure> of(DemandForecast forecast, Words words) {
        var figures = new ArrayList<Figure>();
        var model = forecast.model();
        var error = model.scaledError();
        if (error != null) {
            var better = BigDecimal.ONE.subtract(BigDecimal.valueOf(error));
            figures.add(new Figure(
                    "Against repeating last week",
                    percent(better.abs()) + (better.signum() >= 0 ? " better" : " worse"),
                    "error on days it had not seen, %s tries".formatted(Words.number(model.origins()))));
        }
        var coverage = model.coverage95();
        if (coverage != null) {
            figures.add(new Figure(
                    "Days within the 95 % band", percent(BigDecimal.valueOf(coverage)), "should be near 95 %"));
        }
        var bias = model.bias();
        if (bias != null) {
            var lean = BigDecimal.valueOf(bias);
            figures.add(new Figure(
                    "Lean",
                    lean.signum() == 0 ? "none" : percent(lean.abs()) + (lean.signum() > 0 ? " too high" : " too low"),
                    "on average"));
        }
        figures.add(
                new Figure("Model", model.name(), "sells " + model.demandClass().toLowerCase(Locale.ROOT)));
        figures.add(new Figure(
                "Learnt from",
                Words.plural(forecast.history().days(), "day", "days"),
                "made " + words.ago(forecast.madeAt())));
        return figures;
    }

    private static String percent(BigDecimal share) {
        return share.multiply(PERCENT).setScale(0, RoundingMode.HALF_EVEN).toPlainString() + " %";
    }
}
