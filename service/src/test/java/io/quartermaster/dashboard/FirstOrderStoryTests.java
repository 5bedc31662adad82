package io.quartermaster.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.quartermaster.dashboard.Chromium.Device;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The first purchase order, as somebody at a screen lives it: from the one-time link to the
/// goods on the shelf, in a real browser, on the demonstration's own shops.
@TestMethodOrder(OrderAnnotation.class)
class FirstOrderStoryTests {

    private static final Duration UNTIL_THE_PAST_IS_TOLD = Duration.ofMinutes(3);
    private static final Duration UNTIL_THE_GOODS_ARE_HERE = Duration.ofMinutes(4);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int LOOKS_MAX = 60;
    private static final int LOOKS_FOR_NEAR = 30;
    private static final int NEAR = 4;
    private static final int FAR = 6;
    private static final Map<String, Integer> NEAR_SUPPLIERS =
            Map.of("Oak & Ember", 2, "Lanternwick", 3, "Thornfield", NEAR);
    private static final Pattern ORDER = Pattern.compile("PO-\\d+");

    private static DemoShop shop;
    private static Chromium chromium;
    private static BrowserContext desk;
    private static Page page;
    private static URI story;
    private static final List<URI> pages = new ArrayList<>();

    @BeforeAll
    static void open() throws Exception {
        chromium = Chromium.open();
        shop = DemoShop.open();
        desk = chromium.on(Device.DESKTOP, ColorScheme.LIGHT);
        page = desk.newPage();
    }

    @AfterAll
    static void close() throws Exception {
        if (chromium != null) {
            chromium.close();
        }
        if (shop != null) {
            shop.close();
        }
    }

    @Test
    @Order(1)
    void aProposalIsApprovedAndItsGoodsArrive() throws Exception {
        signIn();
        letTheFirstProposalIn();
        awaitTheEndOfThePast();
        var reason = approveAnOrder();
        var order = orderSent();
        received(order);
        letterOf(order);
        journalTells(order, reason);
    }

    /// The link opens the door once.
    private static void signIn() throws Exception {
        page.navigate(shop.signInLink());
        assertThat(page).hasTitle(Pattern.compile("wait(s)? for you"));
        var stranger = chromium.on(Device.PHONE, ColorScheme.LIGHT).newPage();
        stranger.navigate(shop.signInLink());
        assertThat(heading(stranger)).hasText("This link has been used");
        stranger.context().close();
    }

    /// It announces itself at the top of a page that stands still, and comes in when it is let in.
    private static void letTheFirstProposalIn() {
        assertThat(heading(page)).hasText("Nothing waits for you");
        var news = page.locator(".news a");
        assertThat(news).isVisible(within(UNTIL_THE_PAST_IS_TOLD));
        assertThat(heading(page)).hasText("Nothing waits for you");
        news.click();
        assertThat(heading(page)).containsText(Pattern.compile("waits? for you"));
    }

    /// While the past is still being told, suggestions change with every page of it.
    private static void awaitTheEndOfThePast() {
        var sandbox = page.context().newPage();
        sandbox.navigate(shop.sandbox("/").toString());
        for (var look = 0; look < LOOKS_MAX && sandbox.getByText("selling").count() == 0; look++) {
            sandbox.waitForTimeout(BETWEEN_LOOKS.toMillis());
            sandbox.reload();
        }
        sandbox.close();
    }

    /// A day passes in seconds here: a suggestion may be renewed while it is read, and is read again.
    private static String approveAnOrder() {
        var decided = page.getByRole(AriaRole.STATUS, named("What you just decided"));
        for (var look = 0; look < LOOKS_MAX; look++) {
            var proposal = orderThatASaleBegan(look < LOOKS_FOR_NEAR ? NEAR : FAR);
            if (proposal.isEmpty()) {
                page.waitForTimeout(BETWEEN_LOOKS.toMillis());
                continue;
            }
            page.navigate(proposal);
            var reason = reason();
            page.keyboard().press("a");
            decided.or(page.locator(".note[role=alert]")).first().waitFor();
            if (decided.count() > 0) {
                assertThat(decided).containsText("approved");
                picture("decided");
                return reason;
            }
        }
        throw new AssertionError("No order could be approved.");
    }

    /// Some orders are thought of at the end of a day; this story is of one that a sale began.
    /// Empty if there is none yet.
    ///
    /// @param daysMax how long its supplier may need
    private static String orderThatASaleBegan(int daysMax) {
        page.navigate(shop.service("/").toString());
        var orders = page.locator("[data-row] .what a[href^='/proposals/']", withText("Order ")).all().stream()
                .filter(order -> daysOnTheRoad(order) <= daysMax)
                .sorted(Comparator.comparing(FirstOrderStoryTests::daysOnTheRoad))
                .map(order -> shop.service(order.getAttribute("href")).toString())
                .toList();
        for (var order : orders) {
            page.navigate(order);
            page.getByText("From the first sale").click();
            if (steps().first().innerText().startsWith("Sale ")) {
                return order;
            }
        }
        return "";
    }

    /// Some suppliers of the demonstration are near.
    private static int daysOnTheRoad(Locator order) {
        var sentence = order.innerText();
        return NEAR_SUPPLIERS.entrySet().stream()
                .filter(supplier -> sentence.contains(supplier.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(FAR);
    }

    private static String reason() {
        assertThat(heading(page)).containsText(Pattern.compile("Order .+ from .+ for .+"));
        assertThat(page.locator("#what-if .plot canvas").first()).isVisible();
        var because = page.locator(".head .sub").innerText();
        assertThat(because).contains("reorder point");
        assertThat(page.locator(".facts-table").getByText("stock book").first()).isAttached();
        assertThat(page.locator("section[aria-labelledby='made-of']"))
                .containsText(Pattern.compile("Usually sells.+Expected.+Learnt from", Pattern.DOTALL));
        picture("proposal");
        return because;
    }

    /// When it can no longer be undone, there is a purchase order.
    private static String orderSent() {
        page.getByRole(AriaRole.STATUS, named("What you just decided"))
                .getByRole(AriaRole.LINK)
                .click();
        var paper = page.getByText("See the purchase order");
        for (var look = 0; look < LOOKS_MAX && paper.count() == 0; look++) {
            page.waitForTimeout(BETWEEN_LOOKS.toMillis());
            page.reload();
        }
        paper.click();
        var order = ORDER.matcher(heading(page).innerText());
        assertThat(order.find()).as(heading(page).innerText()).isTrue();
        return order.group();
    }

    /// The order's page, looked at again and again, tells each step of its life.
    private static void received(String order) {
        for (var state : new String[] {"sent", "confirmed", "received"}) {
            awaitState(order, Pattern.compile(state));
        }
        picture("received");
    }

    private static void awaitState(String order, Pattern state) {
        var badge = page.locator(".head .badge");
        var until = System.nanoTime() + UNTIL_THE_GOODS_ARE_HERE.toNanos();
        while (!state.matcher(badge.innerText()).matches()) {
            assertThat(System.nanoTime())
                    .as("%s is %s, not yet %s", order, badge.innerText(), state)
                    .isLessThan(until);
            page.waitForTimeout(BETWEEN_LOOKS.toMillis());
            page.reload();
        }
    }

    private static void letterOf(String order) {
        page.navigate(shop.sandbox("/mailbox").toString());
        assertThat(page.getByRole(AriaRole.HEADING)
                        .filter(new Locator.FilterOptions().setHasText(order))
                        .first())
                .isVisible();
    }

    private static void journalTells(String order, String reason) {
        page.navigate(shop.service("/journal").toString());
        page.getByRole(AriaRole.SEARCHBOX).fill(order);
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile("/journal\\?story="));
        story = URI.create(page.url());
        picture("story");
        var steps = steps().allInnerTexts();
        assertThat(steps.getFirst()).startsWith("Sale ");
        assertThat(steps).containsSubsequence(order + " sent to the supplier", order + " confirmed by the supplier");
        assertThat(page.locator(".line")).containsText("Goods of " + order + " received");
        assertThat(page.locator(".line")).containsText(reason);
    }

    @Test
    @Order(2)
    void stockIsPutInOrderByAColumn() {
        page.navigate(shop.service("/stock").toString());
        page.getByText("Sold in 30 days").click();

        assertThat(page.locator("th[aria-sort=descending]")).containsText("Sold in 30 days");
        var sold = page.locator("#stock tbody tr td:last-child").allInnerTexts().stream()
                .map(text -> new BigDecimal(text.replace(",", "")))
                .toList();
        assertThat(sold).hasSizeGreaterThan(10).isSortedAccordingTo(Comparator.reverseOrder());
    }

    /// Every page, on the data of this story.
    @ParameterizedTest
    @EnumSource(Device.class)
    @Order(3)
    void everyPageCanBeReadByEverybody(Device device) throws Exception {
        shop.rest();
        try (var audit = new PageAudit(chromium.on(device, ColorScheme.LIGHT, desk.storageState()), device)) {
            pages().forEach(audit::look);
            assertThat(audit.findings()).isEmpty();
        }
    }

    private static List<URI> pages() throws Exception {
        if (pages.isEmpty()) {
            pages.addAll(EveryPage.of(shop, page));
            pages.add(story);
        }
        return pages;
    }

    private static Locator steps() {
        return page.locator(".line .step");
    }

    private static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.LocatorOptions withText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static LocatorAssertions.IsVisibleOptions within(Duration patience) {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(patience.toMillis());
    }

    private static void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screens", name + ".png"))
                .setFullPage(true));
    }
}
