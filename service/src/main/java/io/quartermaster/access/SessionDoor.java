package io.quartermaster.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/// Lets somebody in who came by a one-time link.
@Component
public class SessionDoor {

    private final HouseNews news;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    SessionDoor(HouseNews news) {
        this.news = news;
    }

    public void enter(User user, HttpServletRequest request, HttpServletResponse response) {
        var stranger = request.getSession(false);
        if (stranger != null) {
            stranger.invalidate(); // a session that was fixed before sign-in is worth nothing after
        }
        var context = new SecurityContextImpl(SignedIn.as(user));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        news.signedIn(user.id(), "one-time link");
    }
}
