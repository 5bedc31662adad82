package io.quartermaster.sandbox.demo;

import io.quartermaster.sandbox.hooks.Dock;
import io.quartermaster.sandbox.hooks.Postman;
import io.quartermaster.sandbox.hooks.ScaledClock;
import io.quartermaster.sandbox.retailer.Chain;
import io.quartermaster.sandbox.retailer.Ledger;
import io.quartermaster.sandbox.retailer.Site.Platform;
import io.quartermaster.sandbox.shopify.ShopifyAccount;
import io.quartermaster.sandbox.shopify.ShopifyShop;
import io.quartermaster.sandbox.square.SquareAccount;
import io.quartermaster.sandbox.square.SquareSeller;
import io.quartermaster.sandbox.till.Till;
import java.net.URI;
import java.util.Currency;
import java.util.Map;

/// The chain's accounts at both stand-ins, and its dock.
public record Platforms(
        ShopifyAccount shopifyAccount,
        ShopifyShop shopify,
        SquareAccount squareAccount,
        SquareSeller square,
        Dock dock) {

    private static final Currency POUNDS = Currency.getInstance("GBP");

    public static Platforms of(DemoSettings settings, Postman postman, ScaledClock clock) {
        var secrets = settings.secrets();
        var shopify = new ShopifyAccount(
                "saltmarsh.myshopify.com",
                Chain.NAME,
                secrets.shopifyToken(),
                secrets.shopifySecret(),
                hook(settings, "shopify-main"),
                POUNDS,
                Chain.ZONE);
        var square = new SquareAccount(
                "MSALTMARSH4QZ",
                Chain.NAME,
                secrets.squareToken(),
                secrets.squareKey(),
                hook(settings, "square-main"),
                secrets.squareNotificationUrl(),
                POUNDS);
        return new Platforms(
                shopify,
                new ShopifyShop(shopify, postman),
                square,
                new SquareSeller(square, postman),
                new Dock(hook(settings, "dock"), secrets.dockSecret(), postman, clock));
    }

    private static URI hook(DemoSettings settings, String connection) {
        return settings.service().resolve("/hooks/" + connection);
    }

    public Map<Platform, Till> tills() {
        return Map.of(Platform.SHOPIFY, shopify, Platform.SQUARE, square);
    }

    public void watchedBy(Ledger ledger) {
        shopify.watchedBy(ledger::adjusted);
        square.watchedBy(ledger::adjusted);
    }

    public void chatter(Till.Chatter chatter) {
        tills().values().forEach(till -> till.chatter(chatter));
    }
}
