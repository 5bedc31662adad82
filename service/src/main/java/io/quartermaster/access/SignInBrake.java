package io.quartermaster.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/// Slows down who guesses: after a few wrong passwords for one name, or many from one address,
/// nobody is let in there for a while, not even with the right one.
@Component
class SignInBrake {

    static final int WRONG_PER_NAME_MAX = 8;
    static final int WRONG_PER_ADDRESS_MAX = 40;

    private static final Duration MEMORY = Duration.ofMinutes(10);
    private static final int REMEMBERED_MAX = 50_000;

    private final Cache<String, AtomicInteger> wrong = Caffeine.newBuilder()
            .expireAfterWrite(MEMORY)
            .maximumSize(REMEMBERED_MAX)
            .build();

    boolean holds(String name, String address) {
        return wrongs("name/" + name) >= WRONG_PER_NAME_MAX || wrongs("address/" + address) >= WRONG_PER_ADDRESS_MAX;
    }

    void wrong(String name, String address) {
        count("name/" + name);
        count("address/" + address);
    }

    void right(String name) {
        wrong.invalidate("name/" + name);
    }

    private int wrongs(String key) {
        var count = wrong.getIfPresent(key);
        return count == null ? 0 : count.get();
    }

    private void count(String key) {
        wrong.get(key, _ -> new AtomicInteger()).incrementAndGet();
    }
}
