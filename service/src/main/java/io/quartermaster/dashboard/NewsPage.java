package io.quartermaster.dashboard;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// What every page needs besides itself: news, and the choice of light or dark.
@Controller
class NewsPage {

    private static final Duration CHOICE_KEPT_FOR = Duration.ofDays(365);

    private final News news;
    private final Surroundings surroundings;

    NewsPage(News news, Surroundings surroundings) {
        this.news = news;
        this.surroundings = surroundings;
    }

    @GetMapping(value = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Nullable
    SseEmitter events(
            @RequestParam(defaultValue = "0") long seen, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("X-Accel-Buffering", "no");
        response.setHeader("Cache-Control", "no-store");
        var stream = news.listen(surroundings.user(request), seen);
        if (stream.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT); // tells an event source to stop asking
        }
        return stream.orElse(null);
    }

    @PostMapping("/scheme")
    ModelAndView scheme(@RequestParam String scheme, HttpServletResponse response) {
        var kept = scheme.equals("light") || scheme.equals("dark") ? CHOICE_KEPT_FOR : Duration.ZERO;
        response.addHeader(
                "Set-Cookie",
                "%s=%s; Path=/; Max-Age=%d; SameSite=Lax; HttpOnly"
                        .formatted(Surroundings.SCHEME_COOKIE, kept.isZero() ? "" : scheme, kept.toSeconds()));
        return new ModelAndView("redirect:/more");
    }
}
