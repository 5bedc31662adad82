package io.quartermaster.journal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeInfo.As;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedConstructor;
import tools.jackson.databind.introspect.AnnotatedField;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/// Lets ids be their text, and one of a sealed family say which it is, without an annotation in
/// the language itself.
final class HouseForms extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1;
    private static final JsonTypeInfo.Value BY_KIND =
            JsonTypeInfo.Value.construct(JsonTypeInfo.Id.SIMPLE_NAME, As.PROPERTY, "kind", null, false, false);

    @Override
    public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated annotated) {
        return annotated instanceof AnnotatedClass type && isOfASealedFamily(type.getRawType())
                ? BY_KIND
                : super.findPolymorphicTypeInfo(config, annotated);
    }

    @Override
    public @Nullable Boolean hasAsValue(MapperConfig<?> config, Annotated annotated) {
        return isTextOfAnId(annotated) ? Boolean.TRUE : super.hasAsValue(config, annotated);
    }

    @Override
    public @Nullable Boolean hasAsKey(MapperConfig<?> config, Annotated annotated) {
        return isTextOfAnId(annotated) ? Boolean.TRUE : super.hasAsKey(config, annotated);
    }

    @Override
    public JsonCreator.@Nullable Mode findCreatorAnnotation(MapperConfig<?> config, Annotated annotated) {
        return annotated instanceof AnnotatedConstructor maker && isId(maker.getDeclaringClass())
                ? JsonCreator.Mode.DELEGATING
                : super.findCreatorAnnotation(config, annotated);
    }

    private static boolean isTextOfAnId(Annotated annotated) {
        return annotated instanceof AnnotatedField field
                && field.getName().equals("value")
                && isId(field.getDeclaringClass());
    }

    private static boolean isId(Class<?> type) {
        return type.isRecord() && io.quartermaster.retail.Id.class.isAssignableFrom(type);
    }

    private static boolean isOfASealedFamily(Class<?> type) {
        if (!type.getName().startsWith("io.quartermaster.")) {
            return false;
        }
        if (type.isInterface() && type.isSealed()) {
            return true;
        }
        for (var parent : type.getInterfaces()) {
            if (!type.isEnum() && isOfASealedFamily(parent)) {
                return true;
            }
        }
        return false;
    }
}
