package io.quartermaster.sandbox.square;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/// A slice of a list, and the cursor to the next one.
///
/// @param cursor empty on the last page
record SquarePage<T>(List<T> items, String cursor) {

    /// @throws SquareRefusal if the cursor is none of ours or the limit is out of bounds
    static <T> SquarePage<T> of(List<T> all, String cursor, int limit, int limitMax) {
        if (limit < 1 || limit > limitMax) {
            throw SquareRefusal.badRequest(
                    "VALUE_TOO_HIGH", "The limit (%d) is not between 1 and %d.".formatted(limit, limitMax));
        }
        var from = Math.min(cursor.isEmpty() ? 0 : offset(cursor), all.size());
        var to = Math.min(all.size(), from + limit);
        return new SquarePage<>(all.subList(from, to), to < all.size() ? cursor(to) : "");
    }

    private static String cursor(int offset) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("from:" + offset).getBytes(StandardCharsets.UTF_8));
    }

    private static int offset(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            return Math.max(0, Integer.parseInt(text.substring("from:".length())));
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException _) {
            throw SquareRefusal.badRequest("INVALID_CURSOR", "The cursor (%s) is none of ours.".formatted(cursor));
        }
    }
}
