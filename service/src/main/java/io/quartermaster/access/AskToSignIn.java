package io.quartermaster.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/// Sends a stranger to the sign-in page; a part of a page that asks is told to load the whole
/// anew.
final class AskToSignIn implements AuthenticationEntryPoint {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException fault)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", "/sign-in");
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else if (request.getRequestURI().equals("/events")) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT); // tells an event source to stop asking
        } else {
            response.sendRedirect("/sign-in");
        }
    }
}
