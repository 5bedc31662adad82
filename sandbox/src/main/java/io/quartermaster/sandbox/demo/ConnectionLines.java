package io.quartermaster.sandbox.demo;

import io.quartermaster.sandbox.retailer.Chain;
import io.quartermaster.sandbox.retailer.Site.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The settings that the service needs to hear the demo: printed, so that nobody copies ids by
/// hand.
public final class ConnectionLines {

    private static final String PREFIX = "quartermaster.bootstrap.connections.";

    private ConnectionLines() {}

    /// One `name=value` per line, as a properties file has them.
    public static List<String> of(DemoSettings settings) {
        var secrets = settings.secrets();
        var base = "http://127.0.0.1:" + settings.port();
        var lines = new ArrayList<String>();
        add(lines, "shopify-main", "platform", "shopify");
        add(lines, "shopify-main", "secret", secrets.shopifySecret());
        add(lines, "shopify-main", "url", base);
        add(lines, "shopify-main", "token", secrets.shopifyToken());
        add(lines, "shopify-main", "settings.locations", locations(Platform.SHOPIFY));
        add(lines, "shopify-main", "settings.default-location", webOrdersFrom());
        add(lines, "square-main", "platform", "square");
        add(lines, "square-main", "secret", secrets.squareKey());
        add(lines, "square-main", "url", base);
        add(lines, "square-main", "token", secrets.squareToken());
        add(lines, "square-main", "notification-url", secrets.squareNotificationUrl());
        add(lines, "square-main", "settings.locations", locations(Platform.SQUARE));
        for (var connection : List.of("shopify-main", "square-main")) {
            add(lines, connection, "settings.currency", "GBP");
            add(lines, connection, "settings.zone", Chain.ZONE.getId());
        }
        add(lines, "dock", "platform", "generic");
        add(lines, "dock", "secret", secrets.dockSecret());
        return lines;
    }

    private static void add(List<String> lines, String connection, String name, String value) {
        lines.add(PREFIX + connection + "." + name + "=" + value);
    }

    /// Who serves an order from the web shop until the order itself says so.
    private static String webOrdersFrom() {
        return Chain.SITES.stream()
                .filter(site -> site.ours().equals("warehouse"))
                .map(site -> site.place().platformId())
                .findFirst()
                .orElseThrow();
    }

    private static String locations(Platform platform) {
        return Chain.SITES.stream()
                .filter(site -> site.platform() == platform)
                .map(site -> site.place().platformId() + "=" + site.ours())
                .collect(Collectors.joining(","));
    }
}
