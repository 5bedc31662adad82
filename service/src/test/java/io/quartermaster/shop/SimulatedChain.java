package io.quartermaster.shop;

import io.quartermaster.HandClock;
import io.quartermaster.sandbox.demo.ConnectionLines;
import io.quartermaster.sandbox.demo.DemoSettings;
import io.quartermaster.sandbox.demo.DemoSettings.Bucket;
import io.quartermaster.sandbox.demo.DemoSettings.Secrets;
import io.quartermaster.sandbox.demo.Platforms;
import io.quartermaster.sandbox.demo.ServiceSetup;
import io.quartermaster.sandbox.demo.ShopFloor;
import io.quartermaster.sandbox.demo.SupplierDesk;
import io.quartermaster.sandbox.hooks.Faults;
import io.quartermaster.sandbox.hooks.Mishaps;
import io.quartermaster.sandbox.hooks.Postman;
import io.quartermaster.sandbox.hooks.ScaledClock;
import io.quartermaster.sandbox.mail.Mailbox;
import io.quartermaster.sandbox.retailer.Assortment;
import io.quartermaster.sandbox.retailer.Retailer;
import io.quartermaster.sandbox.shopify.CostThrottle;
import io.quartermaster.sandbox.shopify.ShopifyDoor;
import io.quartermaster.sandbox.square.SquareDoor;
import io.quartermaster.sandbox.till.Till.Chatter;
import io.quartermaster.sandbox.web.WebServer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/// A chain of shops on both stand-in platforms, with its suppliers and their mailbox: it lives as
/// far as the test moves the clock.
final class SimulatedChain implements AutoCloseable {

    /// A minute of a platform's patience is a few milliseconds here.
    private static final double SPEED = 86_400;

    private static final Duration DRAIN_WITHIN = Duration.ofSeconds(90);
    private static final int CARRIERS = 8;

    final HandClock clock;
    final int servicePort = ServiceInATest.freePort();
    final Assortment assortment;
    final Mishaps mishaps = new Mishaps(Faults.NONE);
    final Postman postman;
    final Platforms platforms;
    final Retailer retailer;
    final SupplierDesk suppliers;
    final ShopFloor shops;
    final Mailbox mailbox;

    private final WebServer web;
    private final DemoSettings settings;

    SimulatedChain(long seed, int articles, Instant start, Duration oldBuyerStays) {
        var epoch = InstantSource.system().instant();
        this.clock = new HandClock(start);
        this.assortment = Assortment.read().first(articles);
        InstantSource real = () ->
                epoch.plusNanos((long) (Duration.between(start, clock.instant()).toNanos() / SPEED));
        var scaled = new ScaledClock(real, epoch, start, SPEED);
        this.web = new WebServer(0);
        this.settings = new DemoSettings(
                URI.create("http://127.0.0.1:" + servicePort),
                web.port(),
                0,
                seed,
                1,
                new Secrets(
                        ServiceInATest.KEY,
                        "shopify-secret",
                        "shopify-token",
                        "square-key",
                        "square-token",
                        "http://127.0.0.1:%d/hooks/square-main".formatted(servicePort),
                        "dock-secret"),
                start,
                epoch,
                SPEED,
                Faults.NONE,
                new Bucket(2_000, 1_000),
                CARRIERS);
        this.postman = new Postman(scaled, mishaps, CARRIERS);
        this.platforms = Platforms.of(settings, postman, scaled);
        this.retailer = new Retailer(seed, assortment, platforms.tills(), start.plus(oldBuyerStays));
        platforms.watchedBy(retailer.ledger());
        platforms.shopify().laterBy(retailer::plan);
        platforms.chatter(Chatter.FULL);
        this.suppliers = new SupplierDesk(seed, assortment, retailer, platforms.dock());
        this.shops = new ShopFloor(assortment, retailer, platforms.dock());
        this.mailbox = new Mailbox(0, scaled, letter -> {
            suppliers.read(letter);
            shops.read(letter);
        });
        serve(scaled);
    }

    private void serve(ScaledClock scaled) {
        var square = new SquareDoor(platforms.squareAccount(), platforms.square(), scaled);
        var throttle =
                new CostThrottle(settings.bucket().maximum(), settings.bucket().perSecond(), InstantSource.system());
        var shopify = new ShopifyDoor(platforms.shopifyAccount(), platforms.shopify(), throttle, scaled);
        web.serve(ShopifyDoor.PATH, mishaps.before(shopify::answer))
                .serve("/v2/", mishaps.before(square::answer))
                .start();
    }

    /// What a service must be told to hear this chain.
    Map<String, String> connections() {
        var lines = new HashMap<String, String>();
        for (var line : ConnectionLines.of(settings)) {
            var equals = line.indexOf('=');
            lines.put(line.substring(0, equals), line.substring(equals + 1));
        }
        var mail = "quartermaster.bootstrap.connections.mail.";
        lines.put(mail + "platform", "email");
        lines.put(mail + "url", "smtp://localhost:" + mailbox.port());
        lines.put(mail + "settings.from", "orders@saltmarsh.example.org");
        return lines;
    }

    /// Tells the running service its locations, suppliers and terms, and opens the shops.
    void open() throws InterruptedException {
        var refused = new ServiceSetup(settings.service(), ServiceInATest.KEY).tell(assortment);
        if (refused > 0) {
            throw new IllegalStateException("The service refused %d requests of the set-up.".formatted(refused));
        }
        retailer.open(clock.instant());
        awaitDelivered(); // products before what is sold of them
    }

    /// Lives until then, in steps: the clock never runs ahead of what happened.
    void liveUntil(Instant until, Duration step) {
        while (clock.instant().isBefore(until)) {
            var next = clock.instant().plus(step);
            clock.set(next.isAfter(until) ? until : next);
            retailer.liveUntil(clock.instant());
        }
    }

    void err(Faults faults) {
        mishaps.become(faults);
    }

    void awaitDelivered() throws InterruptedException {
        if (!postman.awaitEmpty(DRAIN_WITHIN)) {
            throw new IllegalStateException("%d webhooks are still on their way.".formatted(postman.held()));
        }
    }

    @Override
    public void close() {
        web.close();
        mailbox.close();
        postman.close();
    }
}
