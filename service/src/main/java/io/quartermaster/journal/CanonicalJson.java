package io.quartermaster.journal;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/// How records become text, and come back: the same record always makes the same text, byte for
/// byte, so that texts can be hashed and compared.
///
/// Parts stand in the record's own order; a part that is missing is left out. An id is its
/// text, a quantity `3` or `0.35 KILOGRAM`, money `12.34 GBP`. One of a sealed family says by
/// `kind` which it is. Maps and sets are sorted.
public final class CanonicalJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .annotationIntrospector(new HouseForms())
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .changeDefaultVisibility(visibility -> visibility
                    .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                    .withVisibility(PropertyAccessor.GETTER, Visibility.NONE)
                    .withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE))
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .addModule(RetailJson.module())
            .build();

    private CanonicalJson() {}

    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /// @throws IllegalArgumentException if `text` is not a `type`, written by [#write]
    public static <T> T read(String text, Class<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JacksonException fault) {
            throw new IllegalArgumentException(
                    "The text (%s…) is no %s: %s"
                            .formatted(
                                    text.substring(0, Math.min(80, text.length())),
                                    type.getSimpleName(),
                                    fault.getOriginalMessage()),
                    fault);
        }
    }
}
