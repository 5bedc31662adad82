package io.quartermaster.dashboard;

import io.quartermaster.access.Access;
import io.quartermaster.access.User;
import io.quartermaster.approvals.Approvals;
import io.quartermaster.approvals.DeskFilter;
import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.catalog.Location;
import io.quartermaster.retail.UserId;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/// Knows what surrounds a page: who looks, whose clock is meant, and what waits.
@Component
class Surroundings {

    static final String SCHEME_COOKIE = "scheme";

    /// More than that many is shown as that many: nobody counts further.
    private static final int WAITING_SHOWN_MAX = 99;

    private static final Set<String> SCHEMES = Set.of("light", "dark");

    private final Access access;
    private final Approvals approvals;
    private final Catalog catalog;
    private final Assets assets;
    private final News news;
    private final Clock clock;

    Surroundings(Access access, Approvals approvals, Catalog catalog, Assets assets, News news, Clock clock) {
        this.access = access;
        this.approvals = approvals;
        this.catalog = catalog;
        this.assets = assets;
        this.news = news;
        this.clock = clock;
    }

    Frame frame(HttpServletRequest request) {
        var user = user(request);
        return new Frame(
                user,
                request.getRequestURI(),
                approvals
                        .waiting(DeskFilter.ALL.at(user.locations()), WAITING_SHOWN_MAX)
                        .size(),
                csrf(request),
                assets.version(),
                scheme(request),
                words(),
                news.newest());
    }

    /// Who looks; nobody else gets as far as a page.
    User user(HttpServletRequest request) {
        var principal = request.getUserPrincipal();
        if (principal == null) {
            throw new IllegalStateException("Nobody is signed in at %s.".formatted(request.getRequestURI()));
        }
        return access.user(new UserId(principal.getName())).orElseThrow();
    }

    /// The locations that somebody may see.
    List<Location> locations(User user) {
        return catalog.locations().stream()
                .filter(location -> user.worksAt(location.id()))
                .toList();
    }

    Words words() {
        var zone = catalog.locations().stream().map(Location::zone).findFirst().orElse(ZoneOffset.UTC);
        return new Words(clock.instant(), zone);
    }

    Words wordsAt(ZoneId zone) {
        return new Words(clock.instant(), zone);
    }

    static String csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }

    private static String scheme(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? ""
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(SCHEME_COOKIE))
                        .map(Cookie::getValue)
                        .filter(SCHEMES::contains)
                        .findFirst()
                        .orElse("");
    }
}
