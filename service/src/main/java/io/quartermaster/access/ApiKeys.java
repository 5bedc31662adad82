package io.quartermaster.access;

import io.quartermaster.retail.Id;
import io.quartermaster.retail.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The keys of programs: made, shown once, revoked at once.
@Component
public class ApiKeys {

    /// How each key begins, so that a leaked one is known for what it is.
    public static final String PREFIX = "qm_";

    static final String BOOTSTRAP = "bootstrap";

    private static final int HINT_LENGTH = 7;
    private static final int LENGTH_MIN = 24;
    private static final int LENGTH_MAX = 200;
    private static final int KEYS_SHOWN_MAX = 200;

    private final KeyStore store;
    private final HouseNews news;

    ApiKeys(KeyStore store, HouseNews news) {
        this.store = store;
        this.news = news;
    }

    /// Makes a key.
    ///
    /// @return the key itself, which is kept nowhere and cannot be shown again
    /// @throws NameTaken if a key is called so already
    public String issue(String name, Set<Scope> scopes, UserId by) {
        var tidy = Id.require("name of the key", name);
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException(
                    "The key (%s) opens nothing: choose at least one scope.".formatted(tidy));
        }
        var key = PREFIX + Secrets.make();
        if (!store.add(tidy, Secrets.hash(key), hint(key), scopes, by)) {
            throw new NameTaken(tidy);
        }
        news.changed(by, "api key", tidy, "made, for %s".formatted(words(scopes)));
        return key;
    }

    /// Makes a key worthless, from the next call on.
    public void revoke(String name, UserId by) {
        if (store.revoke(name)) {
            news.changed(by, "api key", name, "revoked");
        }
    }

    public List<ApiKey> all() {
        return store.all(KEYS_SHOWN_MAX);
    }

    /// Whose key that is; empty if it is nobody's, or was revoked.
    Optional<ApiKey> holder(String key) {
        return key.startsWith(PREFIX) && key.length() <= LENGTH_MAX ? store.valid(Secrets.hash(key)) : Optional.empty();
    }

    /// Takes the key that the settings name, so that a fresh house can be set up by a program.
    ///
    /// @throws IllegalArgumentException if it could be guessed
    void bootstrap(String key) {
        if (!key.startsWith(PREFIX) || key.length() < LENGTH_MIN || key.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("""
                    The quartermaster.bootstrap.api-key must begin with %s and have %d to %d characters.
                    Maybe make one with: echo %s$(openssl rand -hex 32)""".formatted(PREFIX, LENGTH_MIN, LENGTH_MAX, PREFIX));
        }
        if (store.knows(Secrets.hash(key))) {
            return; // it was revoked, maybe: then it stays so
        }
        if (!store.add(BOOTSTRAP, Secrets.hash(key), hint(key), Set.of(Scope.ADMIN), Access.SYSTEM)) {
            store.replace(BOOTSTRAP, Secrets.hash(key), hint(key));
        }
        news.changed(Access.SYSTEM, "api key", BOOTSTRAP, "taken from the settings, for admin");
    }

    private static String hint(String key) {
        return key.substring(0, HINT_LENGTH);
    }

    private static String words(Set<Scope> scopes) {
        return String.join(", ", scopes.stream().map(Scope::word).sorted().toList());
    }
}
