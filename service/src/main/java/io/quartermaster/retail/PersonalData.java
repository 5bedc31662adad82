package io.quartermaster.retail;

import java.util.List;
import java.util.Map;

/// What a message tells of a person, set apart from the event by the translator. Only the vault
/// keeps it, encrypted.
///
/// @param identifiers by which the person may be found again; placeholders are weeded out by the
/// vault
/// @param details whatever else was told, by the name of the field: `name`, `address`, `card`
public record PersonalData(List<Identifier> identifiers, Map<String, String> details) {

    public PersonalData {
        identifiers = List.copyOf(identifiers);
        details = Map.copyOf(details);
    }

    public boolean isEmpty() {
        return identifiers.isEmpty() && details.isEmpty();
    }

    /// @param value as told; the vault normalises it
    public record Identifier(Kind kind, String value) {}

    public enum Kind {
        EMAIL,
        PHONE,
        LOYALTY_ID,
        PLATFORM_ID
    }

    @Override
    public String toString() {
        return "PersonalData[%d identifiers, %d details]".formatted(identifiers.size(), details.size());
    }
}
