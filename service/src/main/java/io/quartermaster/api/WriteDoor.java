package io.quartermaster.api;

import io.quartermaster.api.AnswerStore.Claim;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;

/// Stands before everything that programs write: bounds what they send, and sees to it that a
/// request with an `Idempotency-Key` is done once, however often it is sent.
final class WriteDoor extends OncePerRequestFilter {

    static final String KEY = "Idempotency-Key";

    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final int BODY_BYTES_MAX = 2 * 1024 * 1024;
    private static final int KEY_LENGTH_MAX = 255;

    private final AnswerStore answers;

    WriteDoor(AnswerStore answers) {
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !WRITES.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var body = request.getInputStream().readNBytes(BODY_BYTES_MAX + 1);
        if (body.length > BODY_BYTES_MAX) {
            refuse(
                    response,
                    HttpStatus.CONTENT_TOO_LARGE,
                    "too-large",
                    "The body has more than %d bytes. Maybe send it in parts.".formatted(BODY_BYTES_MAX));
            return;
        }
        var again = new BodyAgain(request, body);
        var key = request.getHeader(KEY);
        if (key == null) {
            chain.doFilter(again, response);
        } else if (key.isBlank() || key.length() > KEY_LENGTH_MAX) {
            refuse(
                    response,
                    HttpStatus.BAD_REQUEST,
                    "bad-request",
                    "The %s must have 1 to %d characters.".formatted(KEY, KEY_LENGTH_MAX));
        } else {
            once(again, response, chain, key);
        }
    }

    private void once(BodyAgain request, HttpServletResponse response, FilterChain chain, String key)
            throws ServletException, IOException {
        var caller = String.valueOf(request.getRemoteUser());
        switch (answers.claim(caller, key, fingerprint(request))) {
            case Claim.Ours _ -> perform(request, response, chain, key);
            case Claim.Told told -> {
                response.setStatus(told.status());
                response.setHeader("Idempotent-Replayed", "true");
                response.setContentType(told.mediaType());
                response.getOutputStream().write(told.body());
            }
            case Claim.UnderWay _ ->
                refuse(
                        response,
                        HttpStatus.CONFLICT,
                        "under-way",
                        "A request with this %s is under way. Maybe ask again in a moment.".formatted(KEY));
            case Claim.AnotherRequest _ ->
                refuse(
                        response,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "key-reused",
                        "This %s was used for another request. Maybe a key is made once and reused by mistake."
                                .formatted(KEY));
        }
    }

    private void perform(BodyAgain request, HttpServletResponse response, FilterChain chain, String key)
            throws ServletException, IOException {
        var caller = String.valueOf(request.getRemoteUser());
        var kept = new ContentCachingResponseWrapper(response);
        var ended = false;
        try {
            chain.doFilter(request, kept);
            ended = kept.getStatus() < HttpStatus.INTERNAL_SERVER_ERROR.value();
        } finally {
            if (ended) {
                var media = kept.getContentType() == null ? "" : kept.getContentType();
                answers.told(caller, key, new Claim.Told(kept.getStatus(), media, kept.getContentAsByteArray()));
            } else {
                answers.release(caller, key);
            }
        }
        kept.copyBodyToResponse();
    }

    private static byte[] fingerprint(BodyAgain request) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var line = "%s %s?%s\n".formatted(request.getMethod(), request.getRequestURI(), request.getQueryString());
            digest.update(line.getBytes(StandardCharsets.UTF_8));
            return digest.digest(request.body());
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException("Every Java has SHA-256.", fault);
        }
    }

    private static void refuse(HttpServletResponse response, HttpStatus status, String type, String detail)
            throws IOException {
        var problem = Problems.detail(status, type, detail);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(JsonMapper.shared().writeValueAsBytes(problem));
    }
}
