package io.quartermaster.forecasting.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The different cells of a column, each kept once and told by a number.
final class Words {

    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private boolean numeric = true;
    private float[] numbers = new float[16];

    int code(String word) {
        Integer known = codes.get(word);
        if (known != null) {
            return known;
        }
        int code = words.size();
        codes.put(word, code);
        words.add(word);
        if (code == numbers.length) {
            numbers = java.util.Arrays.copyOf(numbers, 2 * code);
        }
        numbers[code] = number(word);
        return code;
    }

    private float number(String word) {
        if (isUnknown(word)) {
            return Float.NaN;
        }
        try {
            return finite(Float.parseFloat(word));
        } catch (NumberFormatException e) {
            numeric = false;
            return Float.NaN;
        }
    }

    static boolean isUnknown(String word) {
        return word.isBlank() || "nan".equalsIgnoreCase(word) || "null".equalsIgnoreCase(word);
    }

    private static float finite(float value) {
        return Float.isFinite(value) ? value : Float.NaN;
    }

    /// True if every cell so far was a number, or empty.
    boolean isNumeric() {
        return numeric;
    }

    /// The cell's value: its number, or the code of its word; `NaN` for an empty one.
    float value(int code) {
        if (numeric) {
            return numbers[code];
        }
        return isUnknown(words.get(code)) ? Float.NaN : code;
    }

    String word(int code) {
        return words.get(code);
    }

    int distinct() {
        return words.size();
    }
}
