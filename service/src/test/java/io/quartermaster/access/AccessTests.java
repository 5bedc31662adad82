package io.quartermaster.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quartermaster.TestDatabase;
import io.quartermaster.journal.InMemoryJournal;
import io.quartermaster.retail.HouseEvent;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/// Who comes in, and who does not.
class AccessTests {

    private static final UserId OWNER = new UserId("owner");
    private static final String GOOD = "four words are better";
    private static final LocationId HARBOUR = new LocationId("harbour");
    private static final LocationId HILL = new LocationId("hill");

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.fresh());
    private final InMemoryJournal journal = new InMemoryJournal();
    private final HouseNews news =
            new HouseNews(journal, Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC));
    private final AccessStore people = new AccessStore(jdbc);
    private final Passwords passwords = new Passwords();
    private final OneTimeLinks links = new OneTimeLinks(new LinkStore(jdbc), people, passwords, news);
    private final KeyStore keyStore = new KeyStore(jdbc);
    private final ApiKeys keys = new ApiKeys(keyStore, news);
    private final Access access = new Access(people, keyStore, news);
    private final PasswordDoor door = new PasswordDoor(people, passwords, new SignInBrake(), news);

    @Test
    void anInvitationOpensOnceAndMakesThePersonThatItNames() {
        var token = links.invite(Role.MANAGER, Set.of(HARBOUR), OWNER);

        var user = links.accept(token, NewPerson.of("Ana", "Ana", GOOD));

        assertThat(user).isEqualTo(new User(new UserId("ana"), "Ana", Role.MANAGER, Set.of(HARBOUR), true));
        assertThatExceptionOfType(LinkUsedUp.class)
                .isThrownBy(() -> links.accept(token, NewPerson.of("bob", "Bob", GOOD)));
    }

    @Test
    void aLinkThatIsTooOldOpensNothing() {
        var token = links.invite(Role.CLERK, Set.of(), OWNER);
        jdbc.sql("update access.one_time_link set expires_at = now() - interval '1 second'")
                .update();

        assertThat(links.look(token)).isEmpty();
        assertThatExceptionOfType(LinkUsedUp.class)
                .isThrownBy(() -> links.accept(token, NewPerson.of("ana", "Ana", GOOD)));
    }

    @Test
    void anotherLinkForTheFirstAdministratorMakesTheOneBeforeWorthless() {
        var first = links.forFirstAdministrator();
        var second = links.forFirstAdministrator();

        assertThat(links.look(first)).isEmpty();
        assertThat(links.look(second)).isPresent();
    }

    @Test
    void theDemonstrationsLinkSignsInOnce() {
        var token = links.forDemo();

        assertThat(links.enter(token))
                .hasValueSatisfying(user -> assertThat(user.role()).isEqualTo(Role.ADMIN));
        assertThat(links.enter(token)).isEmpty();
    }

    @Test
    void anInvitationDoesNotSignInStraightAway() {
        assertThat(links.enter(links.invite(Role.ADMIN, Set.of(), OWNER))).isEmpty();
    }

    @Test
    void aWeakPasswordIsRefusedAndTheLinkStaysGood() {
        var token = links.invite(Role.CLERK, Set.of(), OWNER);

        assertThatExceptionOfType(WeakPassword.class)
                .isThrownBy(() -> links.accept(token, NewPerson.of("ana", "Ana", "aaaaaaaaaaaaaa")));
        assertThat(links.look(token)).isPresent();
    }

    @Test
    void neitherPasswordsNorLinksNorKeysAreKeptInClear() {
        var token = links.invite(Role.CLERK, Set.of(), OWNER);
        var unused = links.invite(Role.CLERK, Set.of(), OWNER);
        links.accept(token, NewPerson.of("ana", "Ana", GOOD));
        var key = keys.issue("till", Set.of(Scope.INVENTORY_READ), OWNER);

        var kept = jdbc.sql("""
                        select string_agg(t, ' ') from (
                            select p::text as t from access.person p
                            union all select l::text from access.one_time_link l
                            union all select k::text from access.api_key k) all_rows""").query(String.class).single();

        assertThat(kept).doesNotContain(GOOD, token, unused, key).contains("$argon2id$");
    }

    @Test
    void aRevokedKeyOpensNothingFromTheNextCallOn() {
        var key = keys.issue("till", Set.of(Scope.INVENTORY_READ), OWNER);
        assertThat(keys.holder(key)).isPresent();

        keys.revoke("till", OWNER);

        assertThat(keys.holder(key)).isEmpty();
        assertThat(access.user(new UserId("key:till")))
                .hasValueSatisfying(user -> assertThat(user.active()).isFalse());
    }

    @Test
    void aKeyOpensOnlyItsScopes() {
        var key = keys.holder(keys.issue("till", Set.of(Scope.INVENTORY_READ), OWNER))
                .orElseThrow();

        assertThat(key.opens(Scope.INVENTORY_READ)).isTrue();
        assertThat(key.opens(Scope.PURCHASE_ORDER_WRITE)).isFalse();
    }

    @Test
    void aKeyOfTheSettingsThatWasRevokedStaysRevoked() {
        var key = "qm_0123456789abcdefghijklmnop";
        keys.bootstrap(key);
        keys.revoke(ApiKeys.BOOTSTRAP, OWNER);

        keys.bootstrap(key);

        assertThat(keys.holder(key)).isEmpty();
    }

    @Test
    void letsInByTheRightPasswordOnlyAndTellsTheJournal() {
        ana(Role.CLERK, Set.of());

        assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> signIn("ana", "wrong"));
        assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> signIn("nobody", GOOD));
        assertThat(signIn("Ana ", GOOD).getName()).isEqualTo("ana");
        assertThat(journal.read(0, 100))
                .extracting(entry -> (Object) entry.event().getClass())
                .endsWith(HouseEvent.SignedIn.class);
    }

    @Test
    void whoIsShutOutIsNotLetIn() {
        ana(Role.CLERK, Set.of());
        administrator();

        access.letIn(new UserId("ana"), false, OWNER);

        assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> signIn("ana", GOOD));
    }

    @Test
    void brakesWhoGuesses() {
        ana(Role.CLERK, Set.of());
        for (var guess = 0; guess < SignInBrake.WRONG_PER_NAME_MAX; guess++) {
            var wrong = "guess" + guess;
            assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> signIn("ana", wrong));
        }

        assertThatExceptionOfType(LockedException.class).isThrownBy(() -> signIn("ana", GOOD));
    }

    @Test
    void signsOnlyForOnesOwnLocations() {
        ana(Role.MANAGER, Set.of(HARBOUR));

        assertThat(access.maySign(new UserId("ana"), HARBOUR)).isTrue();
        assertThat(access.maySign(new UserId("ana"), HILL)).isFalse();
    }

    @Test
    void aClerkSignsNothing() {
        ana(Role.CLERK, Set.of());

        assertThat(access.maySign(new UserId("ana"), HARBOUR)).isFalse();
    }

    @Test
    void theLastAdministratorStays() {
        administrator();

        assertThatExceptionOfType(LastAdministrator.class)
                .isThrownBy(() -> access.change(new UserId("boss"), Role.CLERK, Set.of(), OWNER));
    }

    private void ana(Role role, Set<LocationId> locations) {
        links.accept(links.invite(role, locations, OWNER), NewPerson.of("ana", "Ana", GOOD));
    }

    private void administrator() {
        links.accept(links.forFirstAdministrator(), NewPerson.of("boss", "Boss", GOOD));
    }

    private Authentication signIn(String name, String password) {
        return door.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, password));
    }
}
