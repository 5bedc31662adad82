package io.quartermaster.access;

import io.quartermaster.retail.UserId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A program's key, as far as it is kept: the key itself was shown once, and is not here.
///
/// @param name what the program is called
/// @param hint the key's first characters, to tell keys apart
/// @param revokedAt null while it opens anything
public record ApiKey(
        String name,
        String hint,
        Set<Scope> scopes,
        UserId madeBy,
        Instant createdAt,
        @Nullable Instant revokedAt) {

    public ApiKey {
        scopes = Set.copyOf(scopes);
    }

    public boolean opens(Scope scope) {
        return revokedAt == null && (scopes.contains(scope) || scopes.contains(Scope.ADMIN));
    }

    /// The program as somebody who acts.
    public User user() {
        var role = scopes.contains(Scope.ADMIN)
                ? Role.ADMIN
                : scopes.contains(Scope.PURCHASE_ORDER_WRITE) ? Role.BUYER : Role.CLERK;
        return new User(new UserId(Access.KEY_PREFIX + name), name, role, Set.of(), revokedAt == null);
    }
}
