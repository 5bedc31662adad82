package io.quartermaster.connectors.email;

import io.quartermaster.connectors.Connection;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Properties;

/// How mail leaves through one connection.
///
/// @param implicitTls whether the line is encrypted from its first byte on (`smtps`)
/// @param tls `required`, `offered` or `off`; by default required as soon as there is a password
/// @param password empty if the server wants none
record MailSettings(
        String host, int port, boolean implicitTls, String tls, String user, String password, InternetAddress from) {

    static final Duration CONNECT = Duration.ofSeconds(10);
    static final Duration ANSWER = Duration.ofSeconds(30);

    private static final int SMTP = 25;
    private static final int SMTPS = 465;

    /// Reads what the connection says.
    ///
    /// @throws MailNotPossible if something is missing or makes no sense
    static MailSettings of(Connection connection) {
        var url = url(connection);
        var implicit = "smtps".equals(url.getScheme());
        var port = url.getPort() > 0 ? url.getPort() : implicit ? SMTPS : SMTP;
        var from = from(connection);
        var tls = connection.setting("tls").orElse(connection.token().isEmpty() ? "offered" : "required");
        if (!tls.equals("required") && !tls.equals("offered") && !tls.equals("off")) {
            throw new MailNotPossible("The setting tls (%s) of the connection (%s) must be required, offered or off."
                    .formatted(tls, connection.id()));
        }
        var user = connection.setting("user").orElse(from.getAddress());
        return new MailSettings(url.getHost(), port, implicit, tls, user, connection.token(), from);
    }

    String scheme() {
        return implicitTls ? "smtps" : "smtp";
    }

    Properties properties() {
        var prefix = "mail." + scheme() + ".";
        var properties = new Properties();
        properties.put("mail.transport.protocol", scheme());
        properties.put(prefix + "host", host);
        properties.put(prefix + "port", String.valueOf(port));
        properties.put(prefix + "auth", String.valueOf(!password.isEmpty()));
        properties.put(prefix + "connectiontimeout", String.valueOf(CONNECT.toMillis()));
        properties.put(prefix + "timeout", String.valueOf(ANSWER.toMillis()));
        properties.put(prefix + "writetimeout", String.valueOf(ANSWER.toMillis()));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "starttls.enable", String.valueOf(!tls.equals("off")));
        properties.put(prefix + "starttls.required", String.valueOf(tls.equals("required") && !implicitTls));
        properties.put(prefix + "sendpartial", "false");
        return properties;
    }

    private static URI url(Connection connection) {
        try {
            var url = URI.create(connection.url());
            if (url.getHost() != null && ("smtp".equals(url.getScheme()) || "smtps".equals(url.getScheme()))) {
                return url;
            }
        } catch (IllegalArgumentException _) {
            // said below, in the same words
        }
        throw new MailNotPossible("""
                The url (%s) of the connection (%s) is no mail server.
                Maybe write it as smtp://host:587.""".formatted(connection.url(), connection.id()));
    }

    private static InternetAddress from(Connection connection) {
        var from = connection.setting("from").orElse("");
        try {
            var addresses = InternetAddress.parse(from, true);
            if (addresses.length == 1) {
                addresses[0].validate();
                return addresses[0];
            }
        } catch (AddressException _) {
            // said below, in the same words
        }
        throw new MailNotPossible("""
                The setting from (%s) of the connection (%s) is not one mail address.
                Maybe write it as orders@example.com.""".formatted(from, connection.id()));
    }

    @Override
    public String toString() {
        return "MailSettings[%s:%d as %s]".formatted(host, port, user); // never its password
    }
}
