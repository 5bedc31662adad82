package io.quartermaster.access;

import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who may look, and who may sign: the people and programs of this house.
@Component
public class Access {

    /// Quartermaster itself.
    public static final UserId SYSTEM = new UserId("system");

    /// How the id of a program begins: `key:` and the name of its API key.
    static final String KEY_PREFIX = "key:";

    private static final int PEOPLE_PER_READ = 500;

    private final AccessStore store;
    private final KeyStore keys;
    private final HouseNews news;

    Access(AccessStore store, KeyStore keys, HouseNews news) {
        this.store = store;
        this.keys = keys;
        this.news = news;
    }

    /// A person, or a program by its key's name.
    ///
    /// @return empty if nobody is called so; somebody who may no longer come in is there, inactive
    public Optional<User> user(UserId id) {
        return id.value().startsWith(KEY_PREFIX)
                ? keys.find(id.value().substring(KEY_PREFIX.length())).map(ApiKey::user)
                : store.person(id);
    }

    /// Everybody, by sign-in name.
    ///
    /// @param after the sign-in name after which to read; empty for the beginning
    public List<User> people(String after, int limit) {
        return store.people(after, Math.min(limit, PEOPLE_PER_READ));
    }

    /// Whether somebody may say yes, or no, to what concerns a location at all; how much money their
    /// role may move is the desk's to say.
    public boolean maySign(UserId id, LocationId location) {
        return user(id).filter(user -> user.atLeast(Role.MANAGER))
                .filter(user -> user.worksAt(location))
                .isPresent();
    }

    /// Gives somebody another role and other places.
    ///
    /// @throws LastAdministrator if nobody would be left to let others in
    @Transactional
    public void change(UserId id, Role role, Set<LocationId> locations, UserId by) {
        var before = store.person(id).orElseThrow(() -> new UnknownUser(id));
        store.change(id, role, locations);
        requireAnAdministrator();
        news.changed(
                by,
                "person",
                id.value(),
                "%s at %s, before: %s at %s"
                        .formatted(role, places(locations), before.role(), places(before.locations())));
    }

    /// Lets somebody in no longer, or again. Who is shut out is out with the next click.
    ///
    /// @throws LastAdministrator if nobody would be left to let others in
    @Transactional
    public void letIn(UserId id, boolean active, UserId by) {
        if (store.person(id).isEmpty()) {
            throw new UnknownUser(id);
        }
        store.letIn(id, active);
        requireAnAdministrator();
        news.changed(by, "person", id.value(), active ? "may come in again" : "may no longer come in");
    }

    private void requireAnAdministrator() {
        if (!store.hasAdministrator()) {
            throw new LastAdministrator();
        }
    }

    static String places(Set<LocationId> locations) {
        return locations.isEmpty()
                ? "all locations"
                : String.join(
                        ", ", locations.stream().map(LocationId::value).sorted().toList());
    }
}
