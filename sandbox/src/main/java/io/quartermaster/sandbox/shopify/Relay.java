package io.quartermaster.sandbox.shopify;

import graphql.GraphqlErrorException;
import graphql.schema.DataFetchingEnvironment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Pages of a list, in Relay's way: a cursor names the last thing seen, so that a page does not
/// slip when something is added before it.
final class Relay {

    private static final int PAGE_MAX = 250;

    private Relay() {}

    /// Cuts the page that the field's arguments ask for.
    ///
    /// @throws GraphqlErrorException if neither `first` nor `last` is given, or a cursor is none
    static <T> Map<String, Object> page(List<T> all, MarkOf<T> key, DataFetchingEnvironment field) {
        var reverse = Boolean.TRUE.equals(field.getArgument("reverse"));
        var sorted = new ArrayList<>(all);
        Comparator<T> byKey = (left, right) -> Mark.ORDER.compare(key.of(left), key.of(right));
        sorted.sort(reverse ? byKey.reversed() : byKey);
        var direction = reverse ? Mark.ORDER.reversed() : Mark.ORDER;
        var after = cursor(field.getArgument("after"));
        var before = cursor(field.getArgument("before"));
        var between = sorted.stream()
                .filter(each -> after == null || direction.compare(key.of(each), after) > 0)
                .filter(each -> before == null || direction.compare(key.of(each), before) < 0)
                .toList();
        Integer first = field.getArgument("first");
        Integer last = field.getArgument("last");
        var size = size(first != null ? first : last, field);
        var from = first != null ? 0 : Math.max(0, between.size() - size);
        var page = between.subList(from, Math.min(between.size(), from + size));
        var hasNext = from + page.size() < between.size() || before != null;
        return connection(page, key, hasNext, from > 0 || after != null);
    }

    private static int size(@Nullable Integer asked, DataFetchingEnvironment field) {
        if (asked == null || asked < 1 || asked > PAGE_MAX) {
            throw GraphqlErrorException.newErrorException()
                    .message("you must provide one of first or last, between 1 and %d".formatted(PAGE_MAX))
                    .path(field.getExecutionStepInfo().getPath().toList())
                    .extensions(Map.of("code", "BAD_USER_INPUT"))
                    .build();
        }
        return asked;
    }

    private static <T> Map<String, Object> connection(List<T> page, MarkOf<T> key, boolean next, boolean previous) {
        var info = new LinkedHashMap<String, Object>();
        info.put("hasNextPage", next);
        info.put("hasPreviousPage", previous);
        if (!page.isEmpty()) {
            info.put("startCursor", written(key.of(page.getFirst())));
            info.put("endCursor", written(key.of(page.getLast())));
        }
        List<Map<String, Object>> edges = new ArrayList<>();
        for (var node : page) {
            edges.add(Map.of("cursor", written(key.of(node)), "node", node));
        }
        return Map.of("nodes", page, "edges", edges, "pageInfo", info);
    }

    private static String written(Mark key) {
        return Base64.getEncoder()
                .encodeToString("{\"last_value\":%d,\"last_id\":%d}"
                        .formatted(key.value(), key.id())
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable Mark cursor(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            var numbers = new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8).split("[^0-9-]+", -1);
            return new Mark(Long.parseLong(numbers[1]), Long.parseLong(numbers[2]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException _) {
            throw GraphqlErrorException.newErrorException()
                    .message("The cursor (%s) is invalid.".formatted(text))
                    .build();
        }
    }

    /// Where a thing stands in the order.
    record Mark(long value, long id) {

        static final Comparator<Mark> ORDER =
                Comparator.comparingLong(Mark::value).thenComparingLong(Mark::id);
    }

    @FunctionalInterface
    interface MarkOf<T> {

        Mark of(T thing);
    }
}
