package io.quartermaster.dashboard;

import com.microsoft.playwright.Page;
import io.quartermaster.access.OneTimeLinks;
import io.quartermaster.access.Role;
import io.quartermaster.intake.Intake;
import io.quartermaster.retail.UserId;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Where all pages of the dashboard are, in a shop that has something to show on each.
final class EveryPage {

    private static final List<String> FIXED = List.of(
            "/",
            "/stock",
            "/stock?show=all",
            "/stock?q=nothing+is+called+so",
            "/orders",
            "/orders?show=all",
            "/receive",
            "/suppliers",
            "/supplier?id=oak-and-ember",
            "/forecasts",
            "/forecasts?q=e",
            "/forecasts?by=channel",
            "/forecasts?by=category",
            "/forecasts?by=location",
            "/journal",
            "/connections",
            "/connections/edit",
            "/connections/edit?id=shopify-main",
            "/quarantine",
            "/policy",
            "/people",
            "/keys",
            "/set-up",
            "/more",
            "/sign-in?wrong",
            "/welcome/used-up",
            "/order?id=not-there",
            "/transfer?id=not-there");

    /// Somebody who bought something, and whom no page names.
    static final String BUYER = "Zanzibara Quillfeather";

    private static final int LOOKS_MAX = 100;
    private static final int LOOKS_A_CLICK = 20;
    private static final int BETWEEN_LOOKS_MILLIS = 100;

    private EveryPage() {}

    static List<URI> of(DemoShop shop, Page page) throws Exception {
        var invitation = shop.bean(OneTimeLinks.class).invite(Role.MANAGER, Set.of(), new UserId("test"));
        anotherOrder(shop, page);
        var found = Stream.of(
                shop.service("/quarantine/" + notUnderstood(shop)),
                shop.service("/welcome/" + invitation),
                first(shop, page, "/", ".what a[href^='/proposals/']"),
                first(shop, page, "/stock", "a.row-link"),
                first(shop, page, "/orders?show=all", "a.row-link"),
                first(shop, page, "/orders?show=done", "a.row-link"),
                first(shop, page, "/receive", "main .row a"));
        return Stream.concat(FIXED.stream().map(shop::service), found).toList();
    }

    /// One that is still on its way. What was thought over between a look and a click is not approved:
    /// then one looks again.
    private static void anotherOrder(DemoShop shop, Page page) {
        var answers = new ArrayList<String>();
        for (var look = 0; look < LOOKS_MAX; look++) {
            if (look % LOOKS_A_CLICK == 0) {
                page.navigate(shop.service("/").toString());
                page.locator("button[aria-label^='Approve: Order']").first().click();
                page.waitForLoadState();
                answers.add(page.url() + " "
                        + String.join(
                                " ", page.locator("[role=status], [role=alert]").allInnerTexts()));
            }
            page.navigate(shop.service("/receive").toString());
            if (page.locator("main .row a").count() > 0) {
                return;
            }
            page.waitForTimeout(BETWEEN_LOOKS_MILLIS);
        }
        throw new IllegalStateException("The order is not on its way: %s".formatted(answers));
    }

    private static URI first(DemoShop shop, Page page, String list, String link) {
        page.navigate(shop.service(list).toString());
        var path = page.locator(link).first().getAttribute("href");
        return shop.service(path);
    }

    /// A message that nobody can read, with a person in it, where persons stand and where they do
    /// not.
    private static long notUnderstood(DemoShop shop) throws Exception {
        shop.dockTells("sale.completed", """
                {"location_id": "harbour", "created_at": "the day before yesterday",
                 "customer": {"name": "%1$s"}, "line_items": ["%1$s"]}""".formatted(BUYER));
        var intake = shop.bean(Intake.class);
        for (var look = 0; look < LOOKS_MAX; look++) {
            var quarantined = intake.quarantine(false, Long.MAX_VALUE, 1);
            if (!quarantined.isEmpty()) {
                return quarantined.getFirst().id();
            }
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
        throw new IllegalStateException("The message was not put into quarantine.");
    }
}
