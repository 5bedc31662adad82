package io.quartermaster.ground;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.stereotype.Component;

/// Refuses to start on a `quartermaster.*` setting that no room reads, wherever it was given.
@Component
final class SettingsCheck implements SmartInitializingSingleton {

    private static final String PREFIX = "quartermaster.";
    private static final String ENVIRONMENT_PREFIX = "QUARTERMASTER_";

    /// Variables of the launcher and of the tests, which are not ours to judge.
    private static final List<String> NOT_OURS =
            List.of("QUARTERMASTER_JAVA", "QUARTERMASTER_JVM", "QUARTERMASTER_SHARED", "QUARTERMASTER_JAR");

    private final ConfigurableEnvironment environment;
    private final ConfigurableListableBeanFactory beans;

    SettingsCheck(ConfigurableEnvironment environment, ConfigurableListableBeanFactory beans) {
        this.environment = environment;
        this.beans = beans;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var known = new KnownSettings();
        for (var name : beans.getBeanNamesForAnnotation(ConfigurationProperties.class)) {
            var annotation = beans.findAnnotationOnBean(name, ConfigurationProperties.class);
            var type = beans.getType(name);
            if (annotation != null && type != null && type.isRecord()) {
                known.add(annotation.prefix().isEmpty() ? annotation.value() : annotation.prefix(), type);
            }
        }
        var unknown = new TreeSet<String>();
        for (var source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> listed) {
                var environmental =
                        source.getName().endsWith(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
                for (var name : listed.getPropertyNames()) {
                    if (environmental ? isStrayVariable(name, known) : isStray(name, known)) {
                        unknown.add(name);
                    }
                }
            }
        }
        if (!unknown.isEmpty()) {
            throw new UnknownSetting("""
                    Nobody reads the setting %s.
                    Maybe one of these was meant: %s""".formatted(unknown, known.like(unknown.first())));
        }
    }

    private static boolean isStray(String name, KnownSettings known) {
        return name.startsWith(PREFIX) && !known.knows(name);
    }

    private static boolean isStrayVariable(String name, KnownSettings known) {
        var upper = name.toUpperCase(Locale.ROOT);
        return upper.startsWith(ENVIRONMENT_PREFIX)
                && NOT_OURS.stream().noneMatch(upper::startsWith)
                && !known.knowsVariable(upper);
    }
}
