package io.quartermaster.access;

import io.quartermaster.retail.UserId;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/// Lets people in by name and password.
@Component
class PasswordDoor implements AuthenticationProvider {

    /// Each comparison takes 19 MiB of memory: a crowd must wait.
    private static final int COMPARISONS_AT_ONCE = 4;

    private static final int NAME_LENGTH_MAX = 60;

    private final AccessStore people;
    private final Passwords passwords;
    private final SignInBrake brake;
    private final HouseNews news;
    private final Semaphore turnstile = new Semaphore(COMPARISONS_AT_ONCE);

    PasswordDoor(AccessStore people, Passwords passwords, SignInBrake brake, HouseNews news) {
        this.people = people;
        this.passwords = passwords;
        this.brake = brake;
        this.news = news;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var name = asked.getName().strip().toLowerCase(Locale.ROOT);
        var password = String.valueOf(asked.getCredentials());
        var address = asked.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        if (brake.holds(name, address)) {
            throw new LockedException("Too many wrong passwords: wait ten minutes.");
        }
        if (!isRight(name, password)) {
            brake.wrong(name, address);
            throw new BadCredentialsException("The name or the password is wrong.");
        }
        brake.right(name);
        var user = people.person(new UserId(name)).orElseThrow();
        news.signedIn(user.id(), "password");
        return SignedIn.as(user);
    }

    private boolean isRight(String name, String password) {
        if (name.isEmpty() || name.length() > NAME_LENGTH_MAX || password.length() > Passwords.LENGTH_MAX) {
            return false;
        }
        turnstile.acquireUninterruptibly();
        try {
            var hash = people.passwordHash(new UserId(name));
            hash.ifPresentOrElse(_ -> {}, () -> passwords.matchNobody(password));
            return hash.filter(it -> passwords.matches(password, it)).isPresent();
        } finally {
            turnstile.release();
        }
    }
}
