package io.quartermaster.dashboard;

import io.quartermaster.connectors.Connection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A connection as its form has it. Secret and token are never sent back to a browser: empty
/// means that what is kept stays.
///
/// @param settings a line a setting: `currency=GBP`
record WireForm(
        String id, String platform, String secret, String url, String token, String notificationUrl, String settings) {

    static final WireForm EMPTY = new WireForm("", "", "", "", "", "", "");

    WireForm(
            @Nullable String id,
            @Nullable String platform,
            @Nullable String secret,
            @Nullable String url,
            @Nullable String token,
            @Nullable String notificationUrl,
            @Nullable String settings) {
        this.id = tidy(id);
        this.platform = tidy(platform);
        this.secret = tidy(secret);
        this.url = tidy(url);
        this.token = tidy(token);
        this.notificationUrl = tidy(notificationUrl);
        this.settings = tidy(settings);
    }

    static WireForm of(Connection connection) {
        return new WireForm(
                connection.id().value(),
                connection.platform(),
                "",
                connection.url(),
                "",
                connection.notificationUrl(),
                connection.settings().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .collect(Collectors.joining("\n")));
    }

    private static String tidy(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    @Override
    public String toString() {
        return "WireForm[%s]".formatted(id); // never its secrets
    }
}
