package io.quartermaster.intake;

import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;

/// Opens the door for webhooks. No session, no sign-in, no form token there: the signature of
/// each message is what lets it in.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeSettings.class)
class HooksDoor {

    private static final String PATH = "/hooks/";

    @Bean
    ServletRegistrationBean<HooksServlet> hooks(Door door, IntakeSettings settings) {
        var registration = new ServletRegistrationBean<>(new HooksServlet(door, settings), PATH + "*");
        registration.setName("hooks");
        return registration;
    }

    @Bean
    @Order(0)
    SecurityFilterChain hooksSecurity() {
        return new DefaultSecurityFilterChain(
                request -> request.getRequestURI().startsWith(request.getContextPath() + PATH), List.of());
    }
}
