package io.quartermaster.ground;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The names of all settings that some room reads, as its settings record spells them.
///
/// Below a name that ends in `*` (a map, a list) there may be names that the owner chooses.
final class KnownSettings {

    private static final String ANY = "*";
    private static final int SUGGESTIONS_MAX = 5;

    private final TreeSet<String> names = new TreeSet<>();

    void add(String prefix, Class<?> settings) {
        for (var part : settings.getRecordComponents()) {
            add(prefix + "." + kebab(part.getName()), part.getType(), part.getGenericType());
        }
    }

    private void add(String name, Class<?> type, Type generic) {
        if (type.isRecord() && type.getName().startsWith("io.quartermaster")) {
            add(name, type);
        } else if (Map.class.isAssignableFrom(type)
                && generic instanceof ParameterizedType map
                && map.getActualTypeArguments()[1] instanceof Class<?> value
                && value.isRecord()) {
            add(name + "." + ANY, value);
        } else if (Map.class.isAssignableFrom(type) || Collection.class.isAssignableFrom(type)) {
            names.add(name + ANY);
            names.add(name);
        } else {
            names.add(name);
        }
    }

    boolean knows(String given) {
        var tidy = plain(given);
        return names.stream().anyMatch(name -> matches(plain(name), tidy));
    }

    /// An environment variable spells `.` as `_`, and leaves `-` out.
    boolean knowsVariable(String variable) {
        return names.stream().anyMatch(name -> matches(variableOf(name), variable));
    }

    List<String> like(String given) {
        var wanted = plain(given).toLowerCase(Locale.ROOT).replace('_', '.');
        return names.stream()
                .sorted(Comparator.comparingInt(name -> -shared(plain(name), wanted)))
                .limit(SUGGESTIONS_MAX)
                .toList();
    }

    /// A star stands for any text, and a name may have several of them.
    private static boolean matches(String pattern, String text) {
        var literals = Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote);
        return text.matches(literals.collect(Collectors.joining(".*")));
    }

    private static int shared(String one, String other) {
        var length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }

    private static String variableOf(String name) {
        return name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static String plain(String name) {
        return name.replace("-", "").toLowerCase(Locale.ROOT);
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
