package io.quartermaster.books.suppliers;

import io.quartermaster.retail.Money;
import io.quartermaster.retail.SupplierId;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/// Somebody whom we buy from.
///
/// @param email where orders go; null if they cannot go by mail
/// @param leadTimeDays promised: order sent to stock sellable; 0 to 1,000
/// @param leadTimeDeviationDays how far deliveries differ from the promise
/// @param minimumOrderValue the least worth of an order that they take; null if they take any
/// @param reviewPeriodDays days between two of our looks at what to order
/// @param approved whether we may order without asking who they are
/// @param isNew no order of ours was ever received from them
public record Supplier(
        SupplierId id,
        String name,
        @Nullable String email,
        Currency currency,
        int leadTimeDays,
        BigDecimal leadTimeDeviationDays,
        @Nullable Money minimumOrderValue,
        int reviewPeriodDays,
        boolean approved,
        boolean isNew) {

    private static final int DAYS_MAX = 1_000;
    private static final int NAME_LENGTH_MAX = 300;

    public Supplier {
        name = name.strip();
        if (name.isEmpty() || name.length() > NAME_LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "The name of the supplier (%s) must have 1 to %d characters.".formatted(id, NAME_LENGTH_MAX));
        }
        requireDays("leadTimeDays", leadTimeDays);
        requireDays("reviewPeriodDays", reviewPeriodDays);
        requireDays("leadTimeDeviationDays", leadTimeDeviationDays.intValue());
        if (leadTimeDeviationDays.signum() < 0) {
            throw new IllegalArgumentException(
                    "The leadTimeDeviationDays (%s) must be zero or more.".formatted(leadTimeDeviationDays));
        }
    }

    private static void requireDays(String what, int days) {
        if (days < 0 || days > DAYS_MAX) {
            throw new IllegalArgumentException("The %s (%d) must be 0 to %d.".formatted(what, days, DAYS_MAX));
        }
    }
}
