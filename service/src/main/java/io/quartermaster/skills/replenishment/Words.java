package io.quartermaster.skills.replenishment;

import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.Unit;
import io.quartermaster.retail.UnitCost;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/// Figures as people in a shop say them.
final class Words {

    private Words() {}

    /// `15 units`, `1 unit`, `0.35 kg`.
    static String of(Quantity quantity) {
        var amount = quantity.amount().toPlainString();
        return switch (quantity.unit()) {
            case EACH -> amount + (quantity.amount().compareTo(BigDecimal.ONE) == 0 ? " unit" : " units");
            case KILOGRAM -> amount + " kg";
            case LITRE -> amount + " l";
            case METRE -> amount + " m";
        };
    }

    /// `15`, where the unit has just been said; `0.35 kg` where it is not counted.
    static String shortOf(Quantity quantity) {
        return quantity.unit() == Unit.EACH ? quantity.amount().toPlainString() : of(quantity);
    }

    /// With as many decimals as the currency has, or more if it needs them.
    static String of(UnitCost cost) {
        var decimals = Math.max(cost.amount().scale(), cost.currency().getDefaultFractionDigits());
        return cost.amount().setScale(decimals, RoundingMode.UNNECESSARY).toPlainString() + " " + cost.currency();
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    static String days(int days) {
        return days == 1 ? "1 day" : days + " days";
    }
}
