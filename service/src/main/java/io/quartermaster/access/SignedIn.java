package io.quartermaster.access;

import java.io.Serializable;
import java.security.Principal;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/// Who is in, for the web's own machinery. What they may do is looked up afresh each time.
final class SignedIn {

    private SignedIn() {}

    static Authentication as(User user) {
        return UsernamePasswordAuthenticationToken.authenticated(
                new Name(user.id().value()),
                null,
                List.of(new SimpleGrantedAuthority("ROLE_" + user.role().name())));
    }

    static Authentication as(ApiKey key) {
        return UsernamePasswordAuthenticationToken.authenticated(
                new Name(key.user().id().value()),
                null,
                scopes(key).stream()
                        .map(scope -> new SimpleGrantedAuthority("SCOPE_" + scope.word()))
                        .toList());
    }

    private static List<Scope> scopes(ApiKey key) {
        return List.of(Scope.values()).stream().filter(key::opens).toList();
    }

    /// The name of who is in: what `Principal.getName()` gives to a page.
    record Name(String value) implements Principal, Serializable {

        @Override
        public String getName() {
            return value;
        }
    }
}
