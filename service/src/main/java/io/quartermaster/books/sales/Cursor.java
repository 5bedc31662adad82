package io.quartermaster.books.sales;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/// Where a reader of a long list has come to, as text that fits into an address.
final class Cursor {

    private static final char BETWEEN = '\u001f';

    private Cursor() {}

    static String of(String... parts) {
        var text = String.join(String.valueOf(BETWEEN), parts);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The parts; as many empty ones for the beginning.
    ///
    /// @throws IllegalArgumentException if the cursor was not made by us
    static List<String> read(String cursor, int parts) {
        if (cursor.isEmpty()) {
            return java.util.Collections.nCopies(parts, "");
        }
        var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        var read = List.of(text.split(String.valueOf(BETWEEN), -1));
        if (read.size() != parts) {
            throw new IllegalArgumentException("""
                    The cursor (%s) is not one of this list.
                    Maybe it belongs to another list: begin without a cursor.""".formatted(cursor));
        }
        return read;
    }
}
