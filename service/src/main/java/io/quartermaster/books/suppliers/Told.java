package io.quartermaster.books.suppliers;

import java.util.Objects;

/// How the journal tells what was set, in a sentence and without persons' data.
final class Told {

    private Told() {}

    static String supplier(Supplier it) {
        return "%s, %s, lead time %d ± %s days, minimum order %s, review every %d days, %s"
                .formatted(
                        it.name(),
                        it.currency(),
                        it.leadTimeDays(),
                        it.leadTimeDeviationDays().toPlainString(),
                        it.minimumOrderValue() == null ? "none" : it.minimumOrderValue(),
                        it.reviewPeriodDays(),
                        it.approved() ? "approved" : "not approved");
    }

    static String terms(TermsLine line) {
        return "%s at %s, contract %s, packs of %s, at least %s%s"
                .formatted(
                        line.supplier(),
                        line.unitCost(),
                        Objects.requireNonNullElse(line.contractPrice(), "none"),
                        line.casePack(),
                        line.minimumOrder(),
                        line.nonStandard() ? ", non-standard" : "");
    }
}
