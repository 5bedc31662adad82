package io.quartermaster.dashboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Stylesheet, script and icons: kept by browsers for a year, and named anew when they change.
@Component
class Assets implements WebMvcConfigurer {

    private static final Duration KEPT_FOR = Duration.ofDays(365);
    private static final List<String> OURS = List.of("app.css", "app.js", "icons.svg");
    private static final int VERSION_LENGTH = 8;

    private final String version = hash();

    String version() {
        return version;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.maxAge(KEPT_FOR).cachePublic().immutable());
    }

    private static String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var name : OURS) {
                digest.update(new ClassPathResource("static/" + name).getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_LENGTH);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException("This Java has no SHA-256.", fault);
        }
    }
}
