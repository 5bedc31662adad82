package io.quartermaster.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/// What a program is told whose key does not fit, as RFC 9457 wants it.
sealed interface KeyProblem {

    /// No key, or one that opens nothing.
    record Missing() implements KeyProblem, AuthenticationEntryPoint {

        @Override
        public void commence(HttpServletRequest asked, HttpServletResponse answer, AuthenticationException fault)
                throws IOException {
            answer.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            write(answer, HttpStatus.UNAUTHORIZED, "Send a valid key: Authorization: Bearer qm_...");
        }
    }

    /// A key that opens something else.
    record TooNarrow() implements KeyProblem, AccessDeniedHandler {

        @Override
        public void handle(HttpServletRequest asked, HttpServletResponse answer, AccessDeniedException fault)
                throws IOException {
            write(answer, HttpStatus.FORBIDDEN, "The key lacks the scope that this needs.");
        }
    }

    private static void write(HttpServletResponse answer, HttpStatus status, String detail) throws IOException {
        answer.setStatus(status.value());
        answer.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        answer.getWriter().write("""
                {"type":"about:blank","title":"%s","status":%d,"detail":"%s"}""".formatted(status.getReasonPhrase(), status.value(), detail));
    }
}
