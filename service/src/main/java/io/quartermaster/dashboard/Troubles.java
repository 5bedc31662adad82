package io.quartermaster.dashboard;

import io.quartermaster.access.Role;
import io.quartermaster.access.User;
import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.purchasing.Purchasing;
import io.quartermaster.books.sales.Sales;
import io.quartermaster.intake.Intake;
import io.quartermaster.journal.FollowerState;
import io.quartermaster.journal.FollowerStates;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// What is wrong, or may be: each with what to do about it.
@Component
class Troubles {

    private static final int LOOKED_AT_MAX = 50;

    private final Catalog catalog;
    private final Sales sales;
    private final Purchasing purchasing;
    private final Intake intake;
    private final FollowerStates followers;
    private final DashboardSettings settings;

    Troubles(
            Catalog catalog,
            Sales sales,
            Purchasing purchasing,
            Intake intake,
            FollowerStates followers,
            DashboardSettings settings) {
        this.settings = settings;
        this.catalog = catalog;
        this.sales = sales;
        this.purchasing = purchasing;
        this.intake = intake;
        this.followers = followers;
    }

    List<Trouble> of(User user, Words words) {
        var found = new ArrayList<Trouble>();
        stopped(found);
        behind(found);
        doubts(user, found);
        if (user.worksEverywhere() && user.atLeast(Role.MANAGER)) {
            quarantined(found);
            unmapped(found);
            strays(found, words);
        }
        return found;
    }

    private void stopped(List<Trouble> found) {
        followers.all().stream()
                .filter(state -> state.status() == FollowerState.Status.STOPPED)
                .forEach(state -> found.add(new Trouble(
                        "bad",
                        "The %s book stands still, %s behind"
                                .formatted(state.id(), Words.plural(state.lag(), "entry", "entries")),
                        state.error(),
                        "/connections")));
    }

    private void behind(List<Trouble> found) {
        intake.connections().stream()
                .filter(health -> health.lag().compareTo(settings.staleAfter()) > 0)
                .forEach(health -> found.add(new Trouble(
                        "bad",
                        "What %s tells waits to be read".formatted(health.id()),
                        "The oldest message has waited for %s: figures are older than they look."
                                .formatted(Words.span(health.lag())),
                        "/connections")));
    }

    private void quarantined(List<Trouble> found) {
        var open = intake.status().quarantined();
        if (open > 0) {
            found.add(new Trouble(
                    "warn",
                    Words.plural(open, "message was", "messages were") + " not understood",
                    "They are kept. Look why, and have them translated again after a mend.",
                    "/quarantine"));
        }
    }

    private void doubts(User user, List<Trouble> found) {
        var doubts = sales.doubts(LOOKED_AT_MAX).stream()
                .filter(doubt -> user.worksAt(doubt.location()))
                .toList();
        if (!doubts.isEmpty()) {
            var newest = doubts.getFirst();
            found.add(new Trouble(
                    "warn",
                    many(doubts.size(), "receipt does", "receipts do") + " not add up",
                    newest.detail(),
                    Links.story(newest.correlation())));
        }
    }

    private void unmapped(List<Trouble> found) {
        var unmapped = catalog.unmapped(LOOKED_AT_MAX);
        if (!unmapped.isEmpty()) {
            found.add(new Trouble(
                    "warn",
                    many(unmapped.size(), "product is", "products are") + " sold but not listed by any shop",
                    "They are counted. Say which variant each one is, or list it in the shop.",
                    "/stock?show=unlisted"));
        }
    }

    private void strays(List<Trouble> found, Words words) {
        var strays = purchasing.strayReceipts(LOOKED_AT_MAX);
        if (!strays.isEmpty()) {
            var newest = strays.getFirst();
            found.add(new Trouble(
                    "warn",
                    many(strays.size(), "delivery", "deliveries") + " came for an order that we do not know",
                    "The newest says it is %s, received %s.".formatted(newest.order(), words.ago(newest.receivedAt())),
                    Links.story(newest.correlation())));
        }
    }

    private static String many(int count, String one, String several) {
        return count >= LOOKED_AT_MAX ? count + " or more " + several : Words.plural(count, one, several);
    }

    /// @param tone `warn` or `bad`
    /// @param link where to do something about it
    record Trouble(String tone, String what, String detail, String link) {}
}
