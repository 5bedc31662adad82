package io.quartermaster.sandbox.shopify;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Shopify's search syntax, as far as a back-fill needs it:
/// `updated_at:>='2026-07-01T00:00:00Z'`, `sku:ABC`, joined by blanks or `AND`. As in life, a
/// field that the stand-in does not know is passed over.
record SearchTerms(List<Term> terms) {

    private static final Pattern TERM = Pattern.compile("(\\w+):(>=|<=|>|<)?(?:'([^']*)'|\"([^\"]*)\"|(\\S+))");
    private static final int QUERY_LENGTH_MAX = 10_000;

    SearchTerms {
        terms = List.copyOf(terms);
    }

    static SearchTerms in(@Nullable String query) {
        var terms = new ArrayList<Term>();
        if (query != null && query.length() <= QUERY_LENGTH_MAX) {
            var matcher = TERM.matcher(query);
            while (matcher.find()) {
                var value = matcher.group(3) != null
                        ? matcher.group(3)
                        : matcher.group(4) != null ? matcher.group(4) : matcher.group(5);
                terms.add(new Term(matcher.group(1), matcher.group(2) == null ? "" : matcher.group(2), value));
            }
        }
        return new SearchTerms(terms);
    }

    boolean timeFits(String field, Instant at) {
        return terms.stream().filter(term -> term.field().equals(field)).allMatch(term -> term.fits(at));
    }

    boolean textFits(String field, String text) {
        return terms.stream()
                .filter(term -> term.field().equals(field))
                .allMatch(term -> term.value().equals(text));
    }

    record Term(String field, String comparison, String value) {

        boolean fits(Instant at) {
            var compared = at.compareTo(instant());
            return switch (comparison) {
                case ">=" -> compared >= 0;
                case "<=" -> compared <= 0;
                case ">" -> compared > 0;
                case "<" -> compared < 0;
                default -> compared == 0;
            };
        }

        /// A day alone means its beginning.
        private Instant instant() {
            try {
                return value.contains("T")
                        ? OffsetDateTime.parse(value).toInstant()
                        : LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
            } catch (DateTimeParseException _) {
                return Instant.EPOCH; // a malformed time filters nothing, as in life
            }
        }
    }
}
