package io.quartermaster.intake;

import java.nio.charset.StandardCharsets;

/// Hides card numbers in a message before it is written down anywhere: all but the last four
/// digits.
///
/// What counts as one: 13 to 19 digits, alone or in groups with single spaces or dashes between,
/// that begin like a card of a known issuer and have a right check digit (Luhn, ISO/IEC
/// 7812-1). A bare JSON number stays, since it is an id; so does a string that is nothing but a
/// valid barcode number, a number with a `+` before it, and one that is part of a longer word
/// or path.
final class CardMask {

    private static final int DIGITS_MIN = 13;
    private static final int DIGITS_MAX = 19;
    private static final int KEPT = 4;
    private static final int EAN_LENGTH = 13;
    private static final int GTIN_LENGTH_MAX = 14;

    private final byte[] text;
    private boolean inString;

    private CardMask(byte[] text) {
        this.text = text;
    }

    /// Masks the bytes where they are.
    static void hide(byte[] text) {
        new CardMask(text).hide();
    }

    private void hide() {
        for (var at = 0; at < text.length; at++) {
            var here = text[at];
            if (here == '\\') {
                at++; // whatever is escaped is neither a quote nor a digit
            } else if (here == '"') {
                inString = !inString;
            } else if (isDigit(here)) {
                at = pastRun(at) - 1;
            }
        }
    }

    /// Looks at the run of digits that begins at `start`, masks it if it is a card, and says where
    /// it ends.
    private int pastRun(int start) {
        var digits = 0;
        var end = start;
        var at = start;
        while (at < text.length) {
            if (isDigit(text[at])) {
                digits++;
                at++;
                end = at;
            } else if (isSeparator(text[at]) && at + 1 < text.length && isDigit(text[at + 1])) {
                at++;
            } else {
                break;
            }
        }
        if (digits >= DIGITS_MIN && digits <= DIGITS_MAX && mayBeCard(start, end, digits)) {
            mask(start, end, digits);
        }
        return end;
    }

    private boolean mayBeCard(int start, int end, int digits) {
        var grouped = end - start > digits;
        if (!inString && !grouped) {
            return false;
        }
        if (isPartOfWord(start - 1, -1) || isPartOfWord(end, 1) || start > 0 && text[start - 1] == '+') {
            return false;
        }
        var number = digits(start, end);
        return isIssued(number) && isLuhn(number) && !isWholeBarcode(start, end, number);
    }

    /// Whether the character at `at` ties the number to a word, a path or a longer number. A dot
    /// does so only if something follows it: else it ends a sentence.
    private boolean isPartOfWord(int at, int direction) {
        if (at < 0 || at >= text.length) {
            return false;
        }
        var here = text[at];
        if (here == '.') {
            var beyond = at + direction;
            return beyond >= 0 && beyond < text.length && Character.isLetterOrDigit(text[beyond]);
        }
        return here == '/' || here == '_' || here < 0 || Character.isLetter(here);
    }

    private boolean isWholeBarcode(int start, int end, String number) {
        var whole = start > 0 && text[start - 1] == '"' && end < text.length && text[end] == '"';
        return whole && number.length() >= EAN_LENGTH && number.length() <= GTIN_LENGTH_MAX && isGtin(number);
    }

    private void mask(int start, int end, int digits) {
        var left = digits - KEPT;
        for (var at = start; at < end && left > 0; at++) {
            if (isDigit(text[at])) {
                text[at] = '*';
                left--;
            }
        }
    }

    private String digits(int start, int end) {
        return new String(text, start, end - start, StandardCharsets.US_ASCII).replaceAll("[ -]", "");
    }

    private static boolean isDigit(byte here) {
        return here >= '0' && here <= '9';
    }

    private static boolean isSeparator(byte here) {
        return here == ' ' || here == '-';
    }

    /// Visa 4; Mastercard 51–55 and 2221–2720; American Express 34, 37; Diners 30, 36, 38, 39;
    /// Discover 6011, 644–65; JCB 3528–3589; UnionPay 62; Maestro 50, 56–69.
    private static boolean isIssued(String number) {
        var two = Integer.parseInt(number.substring(0, 2));
        var four = Integer.parseInt(number.substring(0, 4));
        return number.charAt(0) == '4'
                || two >= 50 && two <= 69
                || four >= 2221 && four <= 2720
                || two == 34
                || two == 37
                || two == 30
                || two == 36
                || two == 38
                || two == 39
                || four >= 3528 && four <= 3589;
    }

    private static boolean isLuhn(String number) {
        var sum = 0;
        for (var i = 0; i < number.length(); i++) {
            var digit = number.charAt(number.length() - 1 - i) - '0';
            var doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    private static boolean isGtin(String number) {
        var sum = 0;
        for (var i = 0; i < number.length(); i++) {
            var digit = number.charAt(number.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? digit : digit * 3;
        }
        return sum % 10 == 0;
    }
}
