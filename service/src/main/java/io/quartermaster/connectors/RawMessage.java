package io.quartermaster.connectors;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A message as it came over the wire.
///
/// @param headers by lower-case name; a header may be there several times
/// @param body the raw bytes that were signed
public record RawMessage(Map<String, List<String>> headers, byte[] body) {

    public RawMessage {
        var lower = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> lower.put(name, List.copyOf(values)));
        headers = lower;
    }

    /// The header, if it is there exactly once: one that is there twice says nothing.
    public Optional<String> header(String name) {
        var values = headers.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }
}
