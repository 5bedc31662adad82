package io.quartermaster.api;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads what a caller sent, and names the field when it is wrong.
final class Asked {

    private Asked() {}

    static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new BadRequest("The field %s is missing.".formatted(field));
        }
        return value;
    }

    /// What `reading` makes of the field.
    ///
    /// @throws BadRequest if it is none of what is allowed
    static <T> T read(String field, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException | java.time.DateTimeException fault) {
            throw new BadRequest("The field %s is wrong: %s".formatted(field, fault.getMessage()), fault);
        }
    }
}
