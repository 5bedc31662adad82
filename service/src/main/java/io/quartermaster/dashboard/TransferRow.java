package io.quartermaster.dashboard;

import io.quartermaster.books.purchasing.Transfer;
import io.quartermaster.books.purchasing.Transfer.State;

/// A transfer as a row of a list.
///
/// @param expected the day of the goods, as people say it
record TransferRow(
        String id,
        String link,
        String from,
        String to,
        String state,
        String tone,
        String icon,
        String expected,
        boolean late,
        String lines) {

    static TransferRow of(Transfer transfer, Names names, Words words) {
        var late = transfer.isOpen() && transfer.expectedOn().isBefore(words.today());
        return new TransferRow(
                transfer.id().value(),
                Links.transfer(transfer.id()),
                names.location(transfer.from()),
                names.location(transfer.to()),
                said(transfer.state()),
                late ? "warn" : tone(transfer.state()),
                icon(transfer.state()),
                words.day(transfer.expectedOn()),
                late,
                Words.plural(transfer.lines().size(), "line", "lines"));
    }

    private static String said(State state) {
        return switch (state) {
            case APPROVED -> "on its way";
            case RECEIVED -> "received";
            case CANCELLED -> "called off";
        };
    }

    private static String tone(State state) {
        return switch (state) {
            case APPROVED, CANCELLED -> "";
            case RECEIVED -> "good";
        };
    }

    private static String icon(State state) {
        return switch (state) {
            case APPROVED -> "arrows-exchange";
            case RECEIVED -> "circle-check";
            case CANCELLED -> "circle-x";
        };
    }
}
