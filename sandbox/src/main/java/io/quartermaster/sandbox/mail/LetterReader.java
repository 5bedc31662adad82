package io.quartermaster.sandbox.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Takes a mail apart: what a person reads, and the part that a supplier's computer reads.
final class LetterReader {

    private static final int TEXT_MAX = 200_000;
    private static final int PARTS_MAX = 50;
    private static final String ORDER_PART = "purchase-order.json";

    private final List<String> attachments = new ArrayList<>();
    private String plain = "";
    private String html = "";
    private String order = "";
    private int parts;

    private LetterReader() {}

    static Letter read(MimeMessage mail, String recipient, long number, Instant at)
            throws MessagingException, IOException {
        var reader = new LetterReader();
        reader.part(mail);
        var text = reader.plain.isEmpty() ? reader.html.replaceAll("<[^>]*>", " ") : reader.plain;
        var subject = mail.getSubject();
        return new Letter(
                number,
                at,
                written(mail.getFrom()),
                recipient,
                subject == null ? "" : subject,
                text,
                reader.attachments,
                reader.order);
    }

    private void part(Part part) throws MessagingException, IOException {
        if (++parts > PARTS_MAX) {
            return;
        }
        var name = part.getFileName();
        if (name != null) {
            attachments.add(name);
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart whole) {
            for (var index = 0; index < whole.getCount(); index++) {
                part(whole.getBodyPart(index));
            }
        } else if (part.isMimeType("application/json") || ORDER_PART.equals(name)) {
            order = content(part);
        } else if (part.isMimeType("text/plain") && name == null && plain.isEmpty()) {
            plain = content(part);
        } else if (part.isMimeType("text/html") && name == null && html.isEmpty()) {
            html = content(part);
        }
    }

    private static String content(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof String text) {
            return text.length() > TEXT_MAX ? text.substring(0, TEXT_MAX) : text;
        }
        try (var stream = part.getInputStream()) {
            return new String(stream.readNBytes(TEXT_MAX), StandardCharsets.UTF_8);
        }
    }

    private static String written(Address @Nullable [] addresses) {
        return addresses == null
                ? ""
                : Arrays.stream(addresses).map(Address::toString).collect(Collectors.joining(", "));
    }
}
