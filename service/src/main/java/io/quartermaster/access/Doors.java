package io.quartermaster.access;

import jakarta.servlet.SessionTrackingMode;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// Which door takes whom: programs by key, people by session. Machines that tell of sales have a
/// door of their own, in the intake.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
class Doors {

    /// Nothing from elsewhere, nothing inline, and nobody may frame us.
    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// A working day: who comes back tomorrow signs in again.
    private static final int IDLE_MINUTES_MAX = 600;

    private static final String PROGRAMS = "/v1/**";
    private static final String MEASURES = "/actuator/**";

    /// Programs: a key for each call, and no session.
    @Bean
    @Order(20)
    SecurityFilterChain programs(HttpSecurity http, ApiKeys keys) throws Exception {
        return byKey(http.securityMatcher(PROGRAMS), keys)
                .authorizeHttpRequests(may -> may.requestMatchers("/v1/reports/**", "/v1/status", "/v1/journal/**")
                        .hasAuthority(authority(Scope.REPORTS_READ))
                        .requestMatchers(HttpMethod.POST, "/v1/pos/reorder-predict")
                        .hasAuthority(authority(Scope.INVENTORY_READ))
                        .requestMatchers(HttpMethod.GET, "/v1/connections/**")
                        .hasAuthority(authority(Scope.CONNECTIONS_WRITE))
                        .requestMatchers(HttpMethod.GET, PROGRAMS)
                        .hasAuthority(authority(Scope.INVENTORY_READ))
                        .requestMatchers("/v1/purchase-orders/**", "/v1/proposals/**", "/v1/transfers/**")
                        .hasAuthority(authority(Scope.PURCHASE_ORDER_WRITE))
                        .requestMatchers(
                                "/v1/connections/**", "/v1/locations/**", "/v1/suppliers/**", "/v1/supply-terms")
                        .hasAuthority(authority(Scope.CONNECTIONS_WRITE))
                        .anyRequest()
                        .hasAuthority(authority(Scope.ADMIN)))
                .build();
    }

    /// Health is for everybody, measures are for who runs the house.
    @Bean
    @Order(21)
    SecurityFilterChain measures(HttpSecurity http, ApiKeys keys) throws Exception {
        return byKey(http.securityMatcher(MEASURES), keys)
                .authorizeHttpRequests(may -> may.requestMatchers("/actuator/health/**", "/actuator/health")
                        .permitAll()
                        .anyRequest()
                        .hasAuthority(authority(Scope.ADMIN)))
                .build();
    }

    /// People: a session, and a token in each form against foreign pages that would click for them.
    @Bean
    @Order(90)
    SecurityFilterChain people(HttpSecurity http, PasswordDoor door, AccessStore store) throws Exception {
        http.authenticationProvider(door)
                .authorizeHttpRequests(
                        may -> may.requestMatchers("/sign-in", "/welcome/**", "/assets/**", "/favicon.ico", "/error")
                                .permitAll()
                                .requestMatchers("/people/**", "/keys/**", "/policy/**")
                                .hasRole(Role.ADMIN.name())
                                .anyRequest()
                                .authenticated())
                .formLogin(form -> form.loginPage("/sign-in")
                        .loginProcessingUrl("/sign-in")
                        .usernameParameter("name")
                        .defaultSuccessUrl("/")
                        .failureHandler(new SignInFailed()))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .exceptionHandling(wrong -> wrong.authenticationEntryPoint(new AskToSignIn()))
                .addFilterBefore(new StillWelcome(store), AuthorizationFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_POLICY))
                        .frameOptions(FrameOptionsConfig::deny)
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(features ->
                                features.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=()")));
        return http.build();
    }

    /// The cookie that says who is in: no script can read it, and no foreign page's form sends it.
    @Bean
    ServletContextInitializer sessionCookie(AccessSettings settings) {
        return context -> {
            var cookie = context.getSessionCookieConfig();
            cookie.setName("quartermaster");
            cookie.setHttpOnly(true);
            cookie.setSecure(settings.encrypted());
            cookie.setAttribute("SameSite", "Lax");
            context.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
            context.setSessionTimeout(IDLE_MINUTES_MAX);
        };
    }

    private static HttpSecurity byKey(HttpSecurity http, ApiKeys keys) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable) // no cookie is looked at, so none can be abused
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(wrong -> wrong.authenticationEntryPoint(new KeyProblem.Missing())
                        .accessDeniedHandler(new KeyProblem.TooNarrow()))
                .addFilterBefore(new KeyFilter(keys), AuthorizationFilter.class);
    }

    private static String authority(Scope scope) {
        return "SCOPE_" + scope.word();
    }
}
