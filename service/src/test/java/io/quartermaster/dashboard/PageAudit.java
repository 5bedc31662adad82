package io.quartermaster.dashboard;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.quartermaster.dashboard.Chromium.Device;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Looks at pages as the guidelines for accessible content do (WCAG 2.2, A and AA, by
/// axe-core), in light and dark; whether they are wider than the screen; and whether they name
/// a buyer.
///
/// With `QM_SCREENS` naming a folder, it leaves a picture of each page there.
final class PageAudit implements AutoCloseable {

    private static final String AXE = axe();

    /// All rules in light; in dark only what colours decide.
    private static final String FINDINGS = """
            async dark => {
                const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
                const only = dark ? {type: 'rule', values: ['color-contrast']} : {type: 'tag', values: tags};
                const found = await axe.run(document, {runOnly: only, resultTypes: ['violations']});
                return found.violations.flatMap(rule => rule.nodes.map(node =>
                    `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary.replace(/\\s+/g, ' ')}`));
            }""";

    /// What stands out to the right, the widest first.
    private static final String OVERFLOW = """
            () => {
                const room = document.documentElement.clientWidth;
                if (document.documentElement.scrollWidth <= room) { return []; }
                const out = [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > room + 1 && !one.closest('.table'));
                return [`${document.documentElement.scrollWidth} px wide on ${room}: ` +
                    out.slice(0, 4).map(one => `${one.tagName.toLowerCase()}.${one.className}`).join(', ')];
            }""";

    /// Everything is opened; of long lists the beginning is enough, for each row is made like the
    /// others.
    private static final String UNFOLD = """
            () => {
                document.querySelectorAll('details').forEach(one => one.open = true);
                document.querySelectorAll('tbody').forEach(one => [...one.rows].slice(6).forEach(row => row.remove()));
                document.querySelectorAll('.line, .rows').forEach(one => [...one.children].slice(8).forEach(row => row.remove()));
            }""";

    private final Device device;
    private final BrowserContext context;
    private final Page page;
    private final List<String> findings = new ArrayList<>();

    PageAudit(BrowserContext context, Device device) {
        this.device = device;
        this.context = context;
        this.page = context.newPage();
    }

    /// Looks at one page, everything on it unfolded. Nothing fades, so that no colour is measured
    /// half-way to another.
    void look(URI address) {
        page.emulateMedia(new Page.EmulateMediaOptions()
                .setColorScheme(ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE));
        page.navigate(address.toString());
        if (page.content().contains(EveryPage.BUYER)) {
            find(address, "light", List.of("names " + EveryPage.BUYER));
        }
        picture(address, "light");
        page.evaluate(UNFOLD);
        page.evaluate(AXE);
        find(address, "light", page.evaluate(FINDINGS, false));
        find(address, "light", page.evaluate(OVERFLOW));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        find(address, "dark", page.evaluate(FINDINGS, true));
        picture(address, "dark");
    }

    private void find(URI address, String scheme, Object found) {
        ((List<?>) found)
                .forEach(finding ->
                        findings.add("%s on a %s, %s: %s".formatted(address.getPath(), device, scheme, finding)));
    }

    private void picture(URI address, String scheme) {
        var folder = System.getenv("QM_SCREENS");
        if (folder != null) {
            var name = address.toString().replaceAll("^https?://[^/]+/", "").replaceAll("\\W+", "-");
            var file = "%s-%s-%s.png".formatted(device, scheme, name).toLowerCase(java.util.Locale.ROOT);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(folder, file.length() > 90 ? file.substring(0, 86) + ".png" : file))
                    .setFullPage(true));
        }
    }

    List<String> findings() {
        return List.copyOf(findings);
    }

    @Override
    public void close() {
        context.close();
    }

    private static String axe() {
        try (var script = PageAudit.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
