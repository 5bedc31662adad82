package io.quartermaster.sandbox.demo;

import io.quartermaster.sandbox.hooks.Mishaps;
import io.quartermaster.sandbox.hooks.Postman;
import io.quartermaster.sandbox.hooks.ScaledClock;
import io.quartermaster.sandbox.mail.Mailbox;
import io.quartermaster.sandbox.mail.MailboxPage;
import io.quartermaster.sandbox.retailer.Assortment;
import io.quartermaster.sandbox.retailer.Chain;
import io.quartermaster.sandbox.retailer.Retailer;
import io.quartermaster.sandbox.shopify.CostThrottle;
import io.quartermaster.sandbox.shopify.ShopifyDoor;
import io.quartermaster.sandbox.square.SquareDoor;
import io.quartermaster.sandbox.till.Till.Chatter;
import io.quartermaster.sandbox.web.WebServer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// One retailer selling through both stand-ins to a running service: first its past, as fast as
/// the service takes it, then its present, as fast as the clock runs.
public final class Demo implements AutoCloseable {

    private static final Duration OLD_BUYER_LEFT_BEFORE = Duration.ofDays(7);
    private static final Duration DRAIN_PATIENCE = Duration.ofMinutes(5);
    private static final Duration NAP_MAX = Duration.ofMillis(200);

    private final DemoSettings settings;
    private final ScaledClock clock;
    private final Mishaps mishaps;
    private final Postman postman;
    private final Assortment assortment = Assortment.read();
    private final Platforms platforms;
    private final Retailer retailer;
    private final SupplierDesk suppliers;
    private final ShopFloor shops;
    private final Mailbox mailbox;
    private final WebServer web;
    private volatile String stage = "waiting for the service";
    private volatile Instant liveSince;
    private volatile long receiptsBefore;

    public Demo(DemoSettings settings, InstantSource real) {
        this.settings = settings;
        this.clock = new ScaledClock(real, settings.clockEpoch(), settings.clockStart(), settings.clockSpeed());
        this.liveSince = settings.clockEpoch();
        this.mishaps = new Mishaps(settings.faults());
        this.postman = new Postman(clock, mishaps, settings.carriers());
        this.platforms = Platforms.of(settings, postman, clock);
        this.retailer = new Retailer(
                settings.seed(),
                assortment,
                platforms.tills(),
                settings.clockStart().minus(OLD_BUYER_LEFT_BEFORE));
        platforms.watchedBy(retailer.ledger());
        platforms.shopify().laterBy(retailer::plan);
        this.suppliers = new SupplierDesk(settings.seed(), assortment, retailer, platforms.dock());
        this.shops = new ShopFloor(assortment, retailer, platforms.dock());
        this.mailbox = new Mailbox(settings.smtpPort(), clock, letter -> {
            suppliers.read(letter);
            shops.read(letter);
        });
        this.web = pages().start();
    }

    private WebServer pages() {
        var index = new IndexPage(this);
        var letters = new MailboxPage(mailbox, Chain.ZONE);
        var square = new SquareDoor(platforms.squareAccount(), platforms.square(), clock);
        var throttle =
                new CostThrottle(settings.bucket().maximum(), settings.bucket().perSecond(), clock.real());
        var shopify = new ShopifyDoor(platforms.shopifyAccount(), platforms.shopify(), throttle, clock);
        return new WebServer(settings.port())
                .serve("/", index::page)
                .serve("/status.json", index::status)
                .serve("/mailbox", letters::page)
                .serve("/mailbox.json", letters::json)
                .serve("/faults", mishaps::door)
                .serve(ShopifyDoor.PATH, mishaps.before(shopify::answer))
                .serve("/v2/", mishaps.before(square::answer));
    }

    /// Waits for the service, tells it the past, and goes on living until interrupted.
    public void run() throws InterruptedException {
        say("stand-ins at http://127.0.0.1:%d/, mail at 127.0.0.1:%d".formatted(web.port(), mailbox.port()));
        var setup = new ServiceSetup(settings.service(), settings.secrets().apiKey());
        setup.awaitHealth();
        say("service is healthy; telling it the locations, suppliers and terms");
        var refused = setup.tell(assortment);
        if (refused > 0) {
            say("%d of those requests were refused".formatted(refused));
        }
        tellPast();
        live();
    }

    private void tellPast() throws InterruptedException {
        stage = "telling the past";
        var began = System.nanoTime();
        retailer.open(settings.clockStart().minus(Duration.ofDays(settings.historyDays())));
        postman.awaitEmpty(DRAIN_PATIENCE); // products before what is sold of them
        retailer.liveUntil(settings.clockStart());
        say("%d days and %d receipts told; %d webhooks on their way"
                .formatted(settings.historyDays(), retailer.receipts(), postman.held()));
        var drained = postman.awaitEmpty(DRAIN_PATIENCE);
        var seconds = Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;
        say("%s after %.1f s: %d webhooks taken, %d attempts refused"
                .formatted(
                        drained ? "the past is delivered" : "the past is NOT all delivered",
                        seconds,
                        postman.counts().taken(),
                        postman.counts().refused()));
    }

    private void live() throws InterruptedException {
        retailer.liveUntil(clock.instant()); // what happened while the past was told
        platforms.chatter(Chatter.FULL);
        platforms.tills().values().forEach(till -> till.tellLevels(clock.instant()));
        receiptsBefore = retailer.receipts();
        liveSince = clock.real().instant();
        stage = "selling";
        say("selling, %s times as fast as life".formatted(settings.clockSpeed()));
        while (!Thread.currentThread().isInterrupted()) {
            retailer.liveUntil(clock.instant());
            var wait = clock.realWaitUntil(retailer.next());
            Thread.sleep(wait.compareTo(NAP_MAX) < 0 ? wait : NAP_MAX);
        }
    }

    private static void say(String what) {
        System.out.println("sandbox: " + what);
    }

    @Override
    public void close() {
        web.close();
        mailbox.close();
        postman.close();
    }

    String stage() {
        return stage;
    }

    ScaledClock clock() {
        return clock;
    }

    Mishaps mishaps() {
        return mishaps;
    }

    Postman postman() {
        return postman;
    }

    Platforms platforms() {
        return platforms;
    }

    Retailer retailer() {
        return retailer;
    }

    SupplierDesk suppliers() {
        return suppliers;
    }

    Mailbox mailbox() {
        return mailbox;
    }

    long receiptsPerMinute() {
        var millis =
                Math.max(1, Duration.between(liveSince, clock.real().instant()).toMillis());
        return stage.equals("selling") ? (retailer.receipts() - receiptsBefore) * 60_000 / millis : 0;
    }
}
