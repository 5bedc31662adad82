package io.quartermaster.forecasting.learner;

import io.quartermaster.forecasting.Reason;
import io.quartermaster.forecasting.panel.KnownColumn;
import java.util.List;
import java.util.Locale;

/// Says of a known column what kind of plan it holds, by its name; words without a telling name
/// are events, numbers promotions.
final class PlanReasons {

    private static final List<String> PRICES = List.of("price", "discount", "markdown", "cost");
    private static final List<String> EVENTS = List.of("event", "holiday", "weather", "open", "snap", "school");
    private static final List<String> PROMOTIONS =
            List.of("promo", "feature", "display", "leaflet", "flyer", "coupon", "offer", "tpr", "campaign");

    private PlanReasons() {}

    static Reason of(KnownColumn column) {
        var name = column.name().toLowerCase(Locale.ROOT);
        if (PROMOTIONS.stream().anyMatch(name::contains)) { // a promotion's price is part of it
            return Reason.PROMOTION;
        }
        if (PRICES.stream().anyMatch(name::contains)) {
            return Reason.PRICE;
        }
        return column.coded() || EVENTS.stream().anyMatch(name::contains) ? Reason.EVENT : Reason.PROMOTION;
    }

    /// The most telling of several.
    static Reason together(List<Reason> reasons) {
        return reasons.contains(Reason.PROMOTION)
                ? Reason.PROMOTION
                : reasons.contains(Reason.PRICE) ? Reason.PRICE : Reason.EVENT;
    }
}
