package io.quartermaster.retail;

/// The name of one thing, as a value of its own type, so that a shop is never taken for a
/// variant.
///
/// Every id is a record of one string: not blank, at most [#LENGTH_MAX] characters, no control
/// characters.
public interface Id {

    int LENGTH_MAX = 200;

    String value();

    /// Checks and tidies the text of an id.
    ///
    /// @param what the name of the id's type, for the message
    /// @throws IllegalArgumentException if `value` is blank, too long, or has control characters
    static String require(String what, String value) {
        var tidy = value.strip();
        if (tidy.isEmpty()) {
            throw new IllegalArgumentException("The %s is blank.".formatted(what));
        }
        if (tidy.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("The %s (%s…) has %d characters; at most %d are taken."
                    .formatted(what, tidy.substring(0, 20), tidy.length(), LENGTH_MAX));
        }
        if (tidy.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("The %s has control characters in it.".formatted(what));
        }
        return tidy;
    }
}
