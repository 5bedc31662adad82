package io.quartermaster.journal;

import java.util.BitSet;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/// Writers for what has no order of its own: it gets one, so that equal values make equal texts.
final class Sorted {

    private Sorted() {}

    static final class Text<T> extends ValueSerializer<T> {

        private final Function<T, String> text;

        Text(Function<T, String> text) {
            this.text = text;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializationContext context) {
            json.writeString(text.apply(value));
        }
    }

    /// The numbers of the bits that are set.
    static final class Bits extends ValueSerializer<BitSet> {

        @Override
        public void serialize(BitSet bits, JsonGenerator json, SerializationContext context) {
            json.writeStartArray();
            bits.stream().forEach(json::writeNumber);
            json.writeEndArray();
        }
    }

    /// A map, by its keys as text.
    @SuppressWarnings("rawtypes") // a writer is found by the raw type
    static final class Entries extends ValueSerializer<Map> {

        @Override
        public void serialize(Map map, JsonGenerator json, SerializationContext context) {
            var sorted = new TreeMap<String, Object>();
            for (var entry : ((Map<?, ?>) map).entrySet()) {
                sorted.put(String.valueOf(entry.getKey()), entry.getValue());
            }
            json.writeStartObject();
            sorted.forEach((key, value) -> {
                json.writeName(key);
                context.writeValue(json, value);
            });
            json.writeEndObject();
        }
    }

    @SuppressWarnings("rawtypes") // likewise
    static final class Elements extends ValueSerializer<Set> {

        @Override
        public void serialize(Set set, JsonGenerator json, SerializationContext context) {
            json.writeStartArray();
            ((Set<?>) set)
                    .stream()
                            .sorted(Comparator.comparing(String::valueOf))
                            .forEach(element -> context.writeValue(json, element));
            json.writeEndArray();
        }
    }
}
