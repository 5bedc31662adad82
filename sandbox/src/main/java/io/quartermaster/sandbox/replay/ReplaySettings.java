package io.quartermaster.sandbox.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/// The settings of a service that the replay starts for itself: one connection, one key.
final class ReplaySettings {

    /// Signs the replay's messages; the service listens on this machine only and is gone afterwards.
    static final String SECRET = "replay-secret-of-a-service-that-only-this-machine-sees";

    /// What the retailer of the file writes where an article should stand, and is none.
    private static final String NON_MERCHANDISE = "POST,DOT,M,C2,D,S,B,BANK CHARGES,AMAZONFEE,CRUK,gift_*";

    private ReplaySettings() {}

    static Map<String, String> of(String connection, String apiKey) {
        var settings = new TreeMap<String, String>();
        var ours = "quartermaster.bootstrap.connections." + connection;
        settings.put(ours + ".platform", "shopify");
        settings.put(ours + ".secret", SECRET);
        settings.put(ours + ".settings.currency", "GBP");
        settings.put(ours + ".settings.zone", "Europe/London");
        settings.put(ours + ".settings.non-merchandise", NON_MERCHANDISE);
        settings.put("quartermaster.bootstrap.api-key", apiKey);
        return settings;
    }

    /// The key of that folder's service; made at the first time.
    static String apiKey(Path home) throws IOException {
        var file = home.resolve("replay.key");
        if (!Files.exists(file)) {
            Files.createDirectories(home);
            var bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            Files.writeString(
                    file, "qm_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
        return Files.readString(file).strip();
    }
}
