package io.quartermaster.vault;

import io.quartermaster.retail.PersonalData;
import io.quartermaster.retail.PersonalData.Identifier;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What finds a person again: identifiers made comparable, placeholders weeded out, and each
/// turned into a keyed hash that is worth nothing without the master key.
final class Identifiers {

    private static final int IDENTIFIERS_MAX = 20;
    private static final int EMAIL_LENGTH_MAX = 254;
    private static final int PHONE_DIGITS_MIN = 7;
    private static final int PHONE_DIGITS_MAX = 15;
    private static final int OWN_ID_LENGTH_MAX = 200;
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@\\[\\]<>\"]{1,64}@[^\\s@\\[\\]<>\"]+\\.[^\\s@\\[\\]<>\".]{2,}");
    private static final Pattern PLACEHOLDER_NAME = Pattern.compile(
            "(no-?(e-?)?mail|none|no-?one|nobody|not?-?(given|provided|available|applicable)|na|n/a|null|unknown"
                    + "|test|dummy|fake|anonymous|anon|guest|customer|walk-?in|noreply|no-?reply|donotreply|x+|a+|abc|email)\\d*");
    private static final Pattern PLACEHOLDER_SITE = Pattern.compile(
            "(none|noemail|no-email|nomail|na|null|unknown|test|dummy|fake|email|mail|domain|x+|abc)\\.[a-z.]+");
    private static final Set<String> PLACEHOLDER_IDS =
            Set.of("0", "null", "none", "unknown", "guest", "anonymous", "n/a", "na", "-");

    private final SecretKeySpec key;

    Identifiers(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /// An identifier as it is looked for.
    ///
    /// @param hash HMAC-SHA256, in hex, of kind and normalised value
    record Trace(PersonalData.Kind kind, String hash) {}

    /// The traces of a person, the most telling first; placeholders leave none.
    List<Trace> tracesOf(PersonalData person) {
        return person.identifiers().stream()
                .limit(IDENTIFIERS_MAX)
                .flatMap(identifier -> normalised(identifier).map(value -> trace(identifier.kind(), value)).stream())
                .distinct()
                .sorted(Comparator.comparingInt(trace -> rank(trace.kind())))
                .toList();
    }

    /// The identifier made comparable; empty if it is a placeholder or cannot be one of its kind.
    static Optional<String> normalised(Identifier identifier) {
        return switch (identifier.kind()) {
            case EMAIL -> email(identifier.value());
            case PHONE -> phone(identifier.value());
            case LOYALTY_ID, PLATFORM_ID -> ownId(identifier.value());
        };
    }

    /// A keyed hash of anything, to see whether it changed.
    String fingerprint(byte[] details) {
        return hash("details\n" + HexFormat.of().formatHex(details));
    }

    private static int rank(PersonalData.Kind kind) {
        return switch (kind) {
            case PLATFORM_ID -> 0;
            case LOYALTY_ID -> 1;
            case EMAIL -> 2;
            case PHONE -> 3;
        };
    }

    private static Optional<String> email(String told) {
        var value = told.strip().toLowerCase(Locale.ROOT);
        if (value.length() > EMAIL_LENGTH_MAX || !EMAIL.matcher(value).matches()) {
            return Optional.empty(); // an obfuscated "[email protected]" ends here: it has no name before the @
        }
        var name = value.substring(0, value.indexOf('@'));
        var site = value.substring(value.indexOf('@') + 1);
        var placeholder = PLACEHOLDER_NAME.matcher(name).matches()
                || PLACEHOLDER_SITE.matcher(site).matches()
                || value.contains("protected") && value.startsWith("email")
                || name.indexOf('*') >= 0;
        return placeholder ? Optional.empty() : Optional.of(value);
    }

    private static Optional<String> phone(String told) {
        var digits = new StringBuilder();
        told.strip().chars().filter(Character::isDigit).forEach(point -> digits.append(Character.digit(point, 10)));
        if (told.strip().startsWith("00")) {
            digits.delete(0, 2); // 0049… is +49…
        }
        var length = digits.length();
        var allTheSame = digits.chars().distinct().count() <= 1;
        var counting = "01234567890123456789".contains(digits) || "98765432109876543210".contains(digits);
        return length < PHONE_DIGITS_MIN || length > PHONE_DIGITS_MAX || allTheSame || counting || told.contains("*")
                ? Optional.empty()
                : Optional.of(digits.toString());
    }

    private static Optional<String> ownId(String told) {
        var value = told.strip();
        var number = value.substring(value.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
        return number.isBlank() || value.length() > OWN_ID_LENGTH_MAX || PLACEHOLDER_IDS.contains(number)
                ? Optional.empty()
                : Optional.of(value);
    }

    private Trace trace(PersonalData.Kind kind, String value) {
        return new Trace(kind, hash(kind + "\n" + value));
    }

    private String hash(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("This Java has no HMAC-SHA256.", fault);
        }
    }

    /// The traces of all, without doubles, for one question to the database.
    static List<String> hashesOf(List<List<Trace>> traces) {
        var hashes = new ArrayList<String>();
        traces.forEach(one -> one.forEach(trace -> hashes.add(trace.hash())));
        return hashes.stream().distinct().toList();
    }
}
