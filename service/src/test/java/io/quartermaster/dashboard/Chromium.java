package io.quartermaster.dashboard;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A real browser for tests: the Chromium of this machine, without a window.
///
/// `QM_BROWSER` names it; else the usual places are looked at. Without one the test is left
/// out, and says so: `./quartermaster test` installs one.
final class Chromium implements AutoCloseable {

    private static final List<String> USUAL_PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final double PATIENCE_MILLIS = 15_000;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium open() {
        var program = find();
        assumeTrue(program.isPresent(), """
                No Chromium on this machine, so no test in a browser.
                Maybe apt-get install chromium, or set QM_BROWSER to where it is.""");
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program.orElseThrow())
                        .setArgs(QUIET));
        return new Chromium(playwright, browser);
    }

    private static Optional<Path> find() {
        return Stream.concat(Stream.ofNullable(System.getenv("QM_BROWSER")), USUAL_PLACES.stream())
                .filter(place -> !place.isBlank())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// Somebody's own browser on a device: with cookies of their own.
    BrowserContext on(Device device, ColorScheme scheme) {
        return on(device, scheme, "");
    }

    /// Another device of somebody who is signed in already.
    ///
    /// @param signedIn what `storageState()` of the other device says
    BrowserContext on(Device device, ColorScheme scheme, String signedIn) {
        var options = new Browser.NewContextOptions()
                .setViewportSize(device.width, device.height)
                .setDeviceScaleFactor(device.scale)
                .setHasTouch(device == Device.PHONE)
                .setLocale("en-GB")
                .setTimezoneId("Europe/London")
                .setColorScheme(scheme);
        var context = browser.newContext(signedIn.isEmpty() ? options : options.setStorageState(signedIn));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return context;
    }

    @Override
    public void close() {
        playwright.close(); // and with it the browser
    }

    /// What people hold, or sit at.
    enum Device {
        DESKTOP(1280, 800, 1),
        PHONE(390, 844, 2),
        SMALL_PHONE(320, 640, 2);

        private final int width;
        private final int height;
        private final int scale;

        Device(int width, int height, int scale) {
            this.width = width;
            this.height = height;
            this.scale = scale;
        }
    }
}
