package io.quartermaster.intake;

import java.util.Objects;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/// Opens the door for webhooks. No session, no sign-in, no form token there: the signature of
/// each message is what lets it in.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeSettings.class)
class HooksDoor {

    private static final String PATHS = "/hooks/*";

    @Bean
    ServletRegistrationBean<HooksServlet> hooks(Door door, IntakeSettings settings) {
        var registration = new ServletRegistrationBean<>(new HooksServlet(door, settings), PATHS);
        registration.setName("hooks");
        return registration;
    }

    /// Leads past all other filters: what guards and watches the pages is of no use to a till, and
    /// costs more than the rest of an acknowledgement.
    @Bean
    FilterRegistrationBean<?> hooksShortcut(ServletRegistrationBean<HooksServlet> hooks) {
        var servlet = Objects.requireNonNull(hooks.getServlet(), "servlet");
        var registration =
                new FilterRegistrationBean<>((request, response, others) -> servlet.service(request, response));
        registration.setName("hooks-shortcut");
        registration.addUrlPatterns(PATHS);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
