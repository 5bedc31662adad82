package io.quartermaster.access;

import io.quartermaster.access.OneTimeLink.Purpose;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.UserId;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Links that open the door once: for the first administrator, for people who are invited, for a
/// look at the demonstration. There is no default password anywhere.
@Component
public class OneTimeLinks {

    /// Who looks at the demonstration.
    static final UserId DEMO = new UserId("demo");

    private static final Duration INVITATION_VALID_FOR = Duration.ofDays(3);
    private static final Duration FIRST_LINK_VALID_FOR = Duration.ofHours(24);
    private static final int TOKEN_LENGTH_MAX = 100;

    private final LinkStore links;
    private final AccessStore people;
    private final Passwords passwords;
    private final HouseNews news;

    OneTimeLinks(LinkStore links, AccessStore people, Passwords passwords, HouseNews news) {
        this.links = links;
        this.people = people;
        this.passwords = passwords;
        this.news = news;
    }

    /// Invites somebody.
    ///
    /// @return the link's secret word, which is kept nowhere and cannot be shown again
    @Transactional
    public String invite(Role role, Set<LocationId> locations, UserId by) {
        var token = make(new OneTimeLink(Purpose.INVITATION, null, role, locations, by), INVITATION_VALID_FOR);
        news.changed(by, "person", "invited", "%s at %s".formatted(role, Access.places(locations)));
        return token;
    }

    /// What a link is good for, without using it up; empty if it is used, too old, or was never made.
    public Optional<OneTimeLink> look(String token) {
        return plausible(token) ? links.find(Secrets.hash(token)) : Optional.empty();
    }

    /// Uses up an invitation, and makes the person that it invites.
    ///
    /// @throws LinkUsedUp if it is used, too old, or was never made
    /// @throws NameTaken if somebody is called so already; the link stays good
    /// @throws WeakPassword if the password could be guessed; the link stays good
    @Transactional
    public User accept(String token, NewPerson person) {
        passwords.requireStrong(person);
        var link = plausible(token) ? links.use(Secrets.hash(token)) : Optional.<OneTimeLink>empty();
        var offer = link.filter(it -> it.purpose() != Purpose.SIGN_IN).orElseThrow(LinkUsedUp::new);
        var user = new User(person.id(), person.name(), offer.role(), offer.locations(), true);
        if (!people.add(user, passwords.hash(person.password()))) {
            throw new NameTaken(person.id().value());
        }
        news.changed(
                offer.madeBy(),
                "person",
                user.id().value(),
                "came by %s, as %s".formatted(words(offer.purpose()), user.role()));
        return user;
    }

    /// Uses up a link that signs somebody in straight away.
    @Transactional
    public Optional<User> enter(String token) {
        return look(token)
                .filter(link -> link.purpose() == Purpose.SIGN_IN)
                .flatMap(_ -> links.use(Secrets.hash(token)))
                .map(OneTimeLink::person)
                .flatMap(people::person)
                .filter(User::active);
    }

    /// A link for the first administrator; the one before, if any, is worthless from now on.
    @Transactional
    String forFirstAdministrator() {
        links.withdraw(Purpose.FIRST_ADMINISTRATOR);
        return make(
                new OneTimeLink(Purpose.FIRST_ADMINISTRATOR, null, Role.ADMIN, Set.of(), Access.SYSTEM),
                FIRST_LINK_VALID_FOR);
    }

    /// A link that signs in the administrator of the demonstration.
    @Transactional
    String forDemo() {
        links.withdraw(Purpose.SIGN_IN);
        people.add(new User(DEMO, "Demo administrator", Role.ADMIN, Set.of(), true), null);
        return make(new OneTimeLink(Purpose.SIGN_IN, DEMO, Role.ADMIN, Set.of(), Access.SYSTEM), FIRST_LINK_VALID_FOR);
    }

    private String make(OneTimeLink link, Duration validFor) {
        var token = Secrets.make();
        links.add(Secrets.hash(token), link, validFor);
        return token;
    }

    private static boolean plausible(String token) {
        return !token.isBlank() && token.length() <= TOKEN_LENGTH_MAX;
    }

    private static String words(Purpose purpose) {
        return switch (purpose) {
            case FIRST_ADMINISTRATOR -> "the first administrator's link";
            case INVITATION -> "invitation";
            case SIGN_IN -> "sign-in link";
        };
    }
}
