package io.quartermaster.access;

import io.quartermaster.retail.UserId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Looks up, at each click, whether who is in may still be here, and as what: who was shut out is
/// out at once, and who has another role has it at once.
final class StillWelcome extends OncePerRequestFilter {

    private final AccessStore people;

    StillWelcome(AccessStore people) {
        this.people = people;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var context = SecurityContextHolder.getContext();
        var before = context.getAuthentication();
        if (before != null && before.getPrincipal() instanceof SignedIn.Name(var name)) {
            var user = people.person(new UserId(name)).filter(User::active);
            user.ifPresentOrElse(it -> context.setAuthentication(SignedIn.as(it)), () -> shutOut(request));
        }
        chain.doFilter(request, response);
    }

    private static void shutOut(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
