package io.quartermaster.sandbox.mail;

import java.util.Map;
import java.util.Optional;

/// A transfer as the computer of the shop that sends it reads it.
///
/// @param from the service's own name of a location, like `to`
/// @param units wanted units by SKU, more than zero each
public record TransferLetter(String number, String from, String to, Map<String, Integer> units) {

    /// The transfer in a letter.
    ///
    /// @return empty if the letter carries no transfer, or one that cannot be read
    public static Optional<TransferLetter> in(Letter letter) {
        return LetterLines.in(
                letter,
                "transfer",
                (body, units) -> new TransferLetter(
                        body.path("transfer").asString(""),
                        body.path("from").asString(""),
                        body.path("to").asString(""),
                        units));
    }
}
