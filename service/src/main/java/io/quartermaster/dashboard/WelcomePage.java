package io.quartermaster.dashboard;

import io.quartermaster.access.LinkUsedUp;
import io.quartermaster.access.NameTaken;
import io.quartermaster.access.NewPerson;
import io.quartermaster.access.OneTimeLink;
import io.quartermaster.access.OneTimeLinks;
import io.quartermaster.access.SessionDoor;
import io.quartermaster.access.WeakPassword;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Where a one-time link leads: the first administrator, somebody invited, a look at the
/// demonstration.
@Controller
class WelcomePage {

    private final OneTimeLinks links;
    private final SessionDoor door;
    private final Assets assets;

    WelcomePage(OneTimeLinks links, SessionDoor door, Assets assets) {
        this.links = links;
        this.door = door;
        this.assets = assets;
    }

    @GetMapping("/welcome/{token}")
    ModelAndView show(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        var guest = links.enter(token);
        if (guest.isPresent()) {
            door.enter(guest.get(), request, response);
            return new ModelAndView("redirect:/");
        }
        return page(token, request, "", "", "");
    }

    @PostMapping("/welcome/{token}")
    ModelAndView accept(
            @PathVariable String token,
            @RequestParam String name,
            @RequestParam String signInName,
            @RequestParam String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            var link = links.look(token);
            var user = links.accept(token, NewPerson.of(signInName, name, password));
            door.enter(user, request, response);
            var first = link.filter(it -> it.purpose() == OneTimeLink.Purpose.FIRST_ADMINISTRATOR);
            return new ModelAndView(first.isPresent() ? "redirect:/set-up" : "redirect:/");
        } catch (WeakPassword | NameTaken | LinkUsedUp | IllegalArgumentException fault) {
            return page(token, request, String.valueOf(fault.getMessage()), name, signInName);
        }
    }

    private ModelAndView page(
            String token, HttpServletRequest request, String problem, String name, String signInName) {
        var link = links.look(token);
        var first = link.filter(it -> it.purpose() == OneTimeLink.Purpose.FIRST_ADMINISTRATOR)
                .isPresent();
        var title = link.isEmpty() ? "This link has been used" : first ? "Welcome aboard" : "You are invited";
        var lead = link.isEmpty()
                ? "It was good once, or for a while, and is no longer. Ask for a new one, or sign in."
                : first
                        ? "You are the first here, and will run Quartermaster. Choose how you sign in."
                        : "Choose how you sign in. You come in as %s."
                                .formatted(Words.plain(link.get().role()));
        var view = new WelcomeView(
                assets.version(), Surroundings.csrf(request), title, lead, link.isPresent(), problem, name, signInName);
        return new ModelAndView("welcome", Map.of("view", view));
    }

    /// @param usable whether the link still opens the door
    /// @param problem what was wrong with what was typed; empty if nothing
    record WelcomeView(
            String assets,
            String csrf,
            String title,
            String lead,
            boolean usable,
            String problem,
            String name,
            String signInName) {}
}
