package io.quartermaster.sandbox.demo;

import io.quartermaster.sandbox.hooks.Faults;
import io.quartermaster.sandbox.web.Json;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// How the demo is wanted, as the flags of the command say.
public record DemoSettings(
        URI service,
        int port,
        int smtpPort,
        long seed,
        int historyDays,
        Secrets secrets,
        Instant clockStart,
        Instant clockEpoch,
        double clockSpeed,
        Faults faults,
        Bucket bucket,
        int carriers) {

    private static final int HISTORY_DAYS_MAX = 1500;
    private static final int CARRIERS_MAX = 64;
    private static final Set<String> FLAGS = Set.of(
            "service",
            "port",
            "smtp-port",
            "seed",
            "history-days",
            "api-key",
            "shopify-secret",
            "shopify-token",
            "square-key",
            "square-token",
            "square-notification-url",
            "dock-secret",
            "clock-start",
            "clock-epoch",
            "clock-speed",
            "faults",
            "shopify-bucket",
            "shopify-restore",
            "carriers");

    public DemoSettings {
        if (historyDays < 1 || historyDays > HISTORY_DAYS_MAX) {
            throw new IllegalArgumentException(
                    "The --history-days (%d) are not between 1 and %d.".formatted(historyDays, HISTORY_DAYS_MAX));
        }
        if (carriers < 1 || carriers > CARRIERS_MAX) {
            throw new IllegalArgumentException(
                    "The --carriers (%d) are not between 1 and %d.".formatted(carriers, CARRIERS_MAX));
        }
    }

    /// How much the stand-in Shopify lets itself be asked, in its cost points.
    public record Bucket(double maximum, double perSecond) {}

    /// What both sides must know and nobody else.
    ///
    /// @param squareNotificationUrl as registered with Square; part of what it signs
    public record Secrets(
            String apiKey,
            String shopifySecret,
            String shopifyToken,
            String squareKey,
            String squareToken,
            String squareNotificationUrl,
            String dockSecret) {

        @Override
        public String toString() {
            return "Secrets[not shown]";
        }
    }

    /// Reads `--flag value` pairs.
    ///
    /// @throws IllegalArgumentException if a flag is unknown or its value cannot be read
    public static DemoSettings from(String[] arguments, InstantSource real) {
        var flags = flags(arguments);
        var service = URI.create(flags.getOrDefault("service", "http://127.0.0.1:8080"));
        var now = real.instant();
        var secrets = new Secrets(
                flags.getOrDefault("api-key", ""),
                flags.getOrDefault("shopify-secret", "sandbox-shopify-secret"),
                flags.getOrDefault("shopify-token", "sandbox-shopify-token"),
                flags.getOrDefault("square-key", "sandbox-square-key"),
                flags.getOrDefault("square-token", "sandbox-square-token"),
                flags.getOrDefault("square-notification-url", service + "/hooks/square-main"),
                flags.getOrDefault("dock-secret", "sandbox-dock-secret"));
        return new DemoSettings(
                service,
                Integer.parseInt(flags.getOrDefault("port", "8081")),
                Integer.parseInt(flags.getOrDefault("smtp-port", "2525")),
                Long.parseLong(flags.getOrDefault("seed", "7")),
                Integer.parseInt(flags.getOrDefault("history-days", "120")),
                secrets,
                Instant.parse(flags.getOrDefault("clock-start", now.toString())),
                Instant.parse(flags.getOrDefault("clock-epoch", now.toString())),
                Double.parseDouble(flags.getOrDefault("clock-speed", "1440")),
                Faults.NONE.with(Json.read(flags.getOrDefault("faults", "{}"))),
                new Bucket(
                        Double.parseDouble(flags.getOrDefault("shopify-bucket", "1000")),
                        Double.parseDouble(flags.getOrDefault("shopify-restore", "100"))),
                Integer.parseInt(flags.getOrDefault("carriers", "8")));
    }

    private static Map<String, String> flags(String[] arguments) {
        var flags = new LinkedHashMap<String, String>();
        for (var index = 0; index < arguments.length; index += 2) {
            var name = arguments[index].startsWith("--") ? arguments[index].substring(2) : "";
            if (!FLAGS.contains(name) || index + 1 == arguments.length) {
                throw new IllegalArgumentException("""
                        The flag (%s) is unknown or has no value.
                        Maybe one of these, each followed by a value: --%s""".formatted(
                                arguments[index],
                                String.join(" --", FLAGS.stream().sorted().toList())));
            }
            flags.put(name, arguments[index + 1]);
        }
        return flags;
    }
}
