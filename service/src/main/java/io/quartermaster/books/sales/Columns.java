package io.quartermaster.books.sales;

import io.quartermaster.retail.Id;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// Rows turned into one array a column: many rows go to the database in one statement.
final class Columns {

    private final Map<String, List<@Nullable String>> columns = new LinkedHashMap<>();

    Columns add(String column, @Nullable Object value) {
        columns.computeIfAbsent(column, _ -> new ArrayList<>()).add(value == null ? null : text(value));
        return this;
    }

    boolean isEmpty() {
        return columns.isEmpty();
    }

    StatementSpec bind(StatementSpec statement) {
        var bound = statement;
        for (var column : columns.entrySet()) {
            bound = bound.param(column.getKey(), column.getValue().toArray(String[]::new));
        }
        return bound;
    }

    private static String text(Object value) {
        return switch (value) {
            case BigDecimal number -> number.toPlainString();
            case Id id -> id.value();
            case Enum<?> constant -> constant.name();
            case String words -> words.indexOf(0) < 0 ? words : words.replace("\0", "");
            case Object other -> other.toString();
        };
    }
}
