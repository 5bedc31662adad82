package io.quartermaster.sandbox.mail;

import static io.quartermaster.sandbox.web.Pages.escaped;

import io.quartermaster.sandbox.web.Json;
import io.quartermaster.sandbox.web.Pages;
import io.quartermaster.sandbox.web.Request;
import io.quartermaster.sandbox.web.Response;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Shows the mailbox, to people and to programs.
public final class MailboxPage {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.UK);

    private final Mailbox mailbox;
    private final ZoneId zone;

    public MailboxPage(Mailbox mailbox, ZoneId zone) {
        this.mailbox = mailbox;
        this.zone = zone;
    }

    public Response page(Request request) {
        var letters = mailbox.letters();
        var intro = """
                <p>What the service wrote, newest first. <a href="/">Sandbox</a> ·
                <a href="/mailbox.json">as JSON</a> · %d received.</p>
                """.formatted(mailbox.received());
        var list = letters.isEmpty()
                ? "<p>No mail yet. Approve a purchase order, and it arrives here.</p>"
                : letters.stream().map(this::article).collect(Collectors.joining());
        return Response.html(Pages.page("Mailbox", intro + list));
    }

    private String article(Letter letter) {
        var machine = letter.order().isEmpty()
                ? ""
                : "<details><summary>For the supplier's computer</summary><pre>%s</pre></details>"
                        .formatted(escaped(letter.order()));
        var attachments = letter.attachments().isEmpty()
                ? ""
                : "<p><small>Attached: %s</small></p>".formatted(escaped(String.join(", ", letter.attachments())));
        return """
                <article id="letter-%d"><h2>%s</h2>
                <p><small>%s · from %s · to %s</small></p><pre>%s</pre>%s%s</article>
                """.formatted(
                        letter.number(),
                        escaped(letter.subject()),
                        escaped(WHEN.format(letter.at().atZone(zone))),
                        escaped(letter.from()),
                        escaped(letter.to()),
                        escaped(letter.text()),
                        attachments,
                        machine);
    }

    public Response json(Request request) {
        var letters = mailbox.letters().stream()
                .map(letter -> Json.object()
                        .put("number", letter.number())
                        .put("received_at", letter.at().toString())
                        .put("from", letter.from())
                        .put("to", letter.to())
                        .put("subject", letter.subject())
                        .put("text", letter.text())
                        .put("purchase_order_json", letter.order())
                        .set("attachments", names(letter.attachments())))
                .toList();
        return Response.json(200, Json.object().set("letters", Json.array(letters)));
    }

    private static tools.jackson.databind.node.ArrayNode names(List<String> attachments) {
        var names = Json.array();
        attachments.forEach(names::add);
        return names;
    }
}
