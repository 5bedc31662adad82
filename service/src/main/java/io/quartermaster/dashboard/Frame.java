package io.quartermaster.dashboard;

import io.quartermaster.access.Role;
import io.quartermaster.access.User;
import java.time.Instant;
import java.time.ZoneId;

/// What surrounds every page: who looks, what waits for them, and how times are told.
///
/// @param path of the page that is shown
/// @param waiting how many proposals wait; -1 where nobody is signed in
/// @param csrf what each form carries, so that no foreign page can send it
/// @param assets the version of stylesheet and script, so that a new one is fetched at once
/// @param scheme `light`, `dark`, or `light dark` for what the device prefers
/// @param news the sign of what this page has seen, to tell what is new since
record Frame(User user, String path, int waiting, String csrf, String assets, String scheme, Words words, String news) {

    boolean admin() {
        return user.atLeast(Role.ADMIN);
    }

    boolean quarantine() {
        return QuarantinePage.mayRead(user);
    }

    /// Whether a place of the navigation is where we are.
    boolean isAt(String place) {
        return place.equals("/") ? path.equals("/") : path.startsWith(place);
    }

    String csrfHeader() {
        return "{\"X-CSRF-TOKEN\":\"%s\"}".formatted(csrf);
    }

    Instant now() {
        return words.now();
    }

    ZoneId zone() {
        return words.zone();
    }
}
