package io.quartermaster.dashboard;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// Who are you?
@Controller
class SignInPage {

    private static final Map<String, String> MESSAGES = Map.of(
            "wrong", "The name or the password is wrong.",
            "wait", "Too many wrong passwords. Wait ten minutes, then try again.",
            "out", "You are signed out.",
            "again", "That page had been open for too long. Sign in again.");

    private final Assets assets;

    SignInPage(Assets assets) {
        this.assets = assets;
    }

    @GetMapping("/sign-in")
    ModelAndView show(HttpServletRequest request) {
        var reason = MESSAGES.keySet().stream()
                .filter(key -> request.getParameter(key) != null)
                .findFirst()
                .orElse("");
        var view = new SignInView(
                assets.version(),
                Surroundings.csrf(request),
                MESSAGES.getOrDefault(reason, ""),
                reason.equals("out") ? "good" : "bad");
        return new ModelAndView("signIn", Map.of("view", view));
    }

    /// @param tone `good` or `bad`
    record SignInView(String assets, String csrf, String message, String tone) {}
}
