package io.quartermaster.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.quartermaster.access.Access;
import io.quartermaster.access.Role;
import io.quartermaster.approvals.Approvals;
import io.quartermaster.approvals.ProposalState;
import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.catalog.Location;
import io.quartermaster.dashboard.Chromium.Device;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.ProposalId;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What only a browser shows: the keyboard, light and dark, and pages without their script.
class ScreenTests extends WholeHouse {

    private static Chromium chromium;

    /// A shop of its own for each test, so that one thing waits there.
    private final LocationId shop = new LocationId("shop-" + UUID.randomUUID());

    @Autowired
    private Approvals approvals;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Clock clock;

    @BeforeAll
    static void open() {
        chromium = Chromium.open();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void aShop() {
        catalog.saveLocation(
                new Location(shop, "Quay Shop", ZoneId.of("Europe/London"), LocalTime.MIDNIGHT, null), Access.SYSTEM);
    }

    @Test
    void theKeyboardAloneDecidesAndTakesBack() throws Exception {
        var id = MugOrder.laid(approvals, clock.instant(), shop, 24);
        var page = manager(ColorScheme.LIGHT);

        page.keyboard().press("j");
        assertThat(page.locator("[data-row] a").first()).isFocused();
        page.keyboard().press("Enter");
        read(page, "Order 24 Blue <Mug>");
        page.keyboard().press("a");
        assertThat(page.getByText("approved, on its way").first()).isVisible();
        assertThat(state(id)).isEqualTo(ProposalState.APPROVED);

        page.waitForLoadState();
        page.keyboard().press("j");
        page.keyboard().press("u");
        assertThat(page.getByText("waits for a decision").first()).isVisible();
        assertThat(state(id)).isEqualTo(ProposalState.WAITING);
    }

    @Test
    void aKeyInAFieldIsALetter() throws Exception {
        var id = MugOrder.laid(approvals, clock.instant(), shop, 24);
        var page = manager(ColorScheme.LIGHT);

        page.navigate(address("/stock").toString()); // and is whole
        page.keyboard().press("/");
        page.keyboard().type("a jar");

        assertThat(page.getByRole(AriaRole.SEARCHBOX)).hasValue("a jar");
        assertThat(state(id)).isEqualTo(ProposalState.WAITING);
    }

    @Test
    void helpLiesUnderTheQuestionMark() throws Exception {
        var page = manager(ColorScheme.LIGHT);

        page.keyboard().press("?");
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
    }

    @Test
    void isDarkWhereTheDeviceIsUnlessSomebodyChoosesLight() throws Exception {
        var page = manager(ColorScheme.DARK);
        assertThat(brightness(page)).isLessThan(60);

        page.navigate(address("/more").toString());
        page.getByRole(AriaRole.BUTTON, named("Light")).click();

        assertThat(brightness(page)).isGreaterThan(200);
        page.navigate(address("/stock").toString());
        assertThat(brightness(page)).isGreaterThan(200);
    }

    private Page manager(ColorScheme scheme) throws Exception {
        var name = somebody(Role.MANAGER, shop).name;
        var page = chromium.on(Device.DESKTOP, scheme).newPage();
        page.navigate(address("/sign-in").toString());
        assertThat(page.getByLabel("Sign-in name")).isFocused();
        page.keyboard().type(name);
        page.keyboard().press("Tab");
        page.keyboard().type(PASSWORD);
        page.keyboard().press("Enter");
        read(page, "for you");
        return page;
    }

    /// The keys count as soon as the page is whole.
    private static void read(Page page, String heading) {
        assertThat(page.getByRole(AriaRole.HEADING, level(1))).containsText(heading);
        page.waitForLoadState();
    }

    private ProposalState state(ProposalId id) {
        return approvals.find(id).orElseThrow().state();
    }

    /// Of the page's ground, from 0 for black to 255 for white.
    private static int brightness(Page page) {
        var colour = (String) page.evaluate("() => getComputedStyle(document.body).backgroundColor");
        return Integer.parseInt(colour.replaceAll("\\D+(\\d+).*", "$1"));
    }

    private static Page.GetByRoleOptions level(int level) {
        return new Page.GetByRoleOptions().setLevel(level);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
