package io.quartermaster.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A part of a list, and where the next part begins.
///
/// @param nextCursor to be sent back as it is, as `cursor`; null after the last part
record Page<T>(
        List<T> items,

        @JsonProperty("next_cursor") @JsonInclude(Include.ALWAYS) @Nullable
        String nextCursor) {

    static final String LIMIT_USUAL = "100";
    static final int LIMIT_MAX = 1_000;

    Page {
        items = List.copyOf(items);
    }

    /// A part of a list that was read one row further than asked for, to know whether it goes on.
    static <R, T> Page<T> of(List<R> rows, int limit, Function<R, T> item, Function<R, String> cursor) {
        var shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        var next = rows.size() > limit ? seal(cursor.apply(shown.getLast())) : null;
        return new Page<>(shown.stream().map(item).toList(), next);
    }

    /// A list that is short enough to be told whole.
    static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null);
    }

    /// Makes a cursor opaque, so that nobody builds on what is in it.
    static String seal(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    /// The place that a cursor stands for; empty for the beginning.
    static String open(String cursor) {
        return Asked.read("cursor", () -> new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
    }

    static int limit(int limit) {
        return limit(limit, LIMIT_MAX);
    }

    static int limit(int limit, int max) {
        if (limit < 1 || limit > max) {
            throw new BadRequest("The limit (%d) must be 1 to %d.".formatted(limit, max));
        }
        return limit;
    }
}
