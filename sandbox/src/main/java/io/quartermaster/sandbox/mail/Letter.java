package io.quartermaster.sandbox.mail;

import java.time.Instant;
import java.util.List;

/// A mail that came in.
///
/// @param number counts up from one
/// @param text the readable part
/// @param attachments their names
/// @param order the part for machines, an order or a transfer, as JSON; empty if there is none
public record Letter(
        long number,
        Instant at,
        String from,
        String to,
        String subject,
        String text,
        List<String> attachments,
        String order) {

    public Letter {
        attachments = List.copyOf(attachments);
    }
}
