package io.quartermaster.sandbox.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quartermaster.sandbox.demo.RecordingService;
import io.quartermaster.sandbox.web.Json;
import io.quartermaster.sandbox.web.Request;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostmanTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

    private final RecordingService service = new RecordingService(0);
    private final Mishaps mishaps = new Mishaps(Faults.NONE);
    private final ScaledClock clock = new ScaledClock(InstantSource.fixed(NOON), NOON, NOON, 1440);
    private final Postman postman = new Postman(clock, mishaps, 4);

    @AfterEach
    void close() {
        postman.close();
        service.close();
    }

    @Test
    void triesAgainUntilItIsTakenAndCountsTheAttempts() throws InterruptedException {
        service.refuse("/hooks/a", 2);

        send(1);

        assertThat(postman.awaitEmpty(PATIENCE)).isTrue();
        assertThat(service.requests("/hooks/a"))
                .extracting(request -> request.headers().get("attempt"))
                .containsExactly("0", "1", "2");
        assertThat(postman.counts().refused()).isEqualTo(2);
        assertThat(postman.counts().taken()).isEqualTo(1);
    }

    @Test
    void givesUpWhenThePlatformsPatienceEnds() throws InterruptedException {
        service.refuse("/hooks/a", 100);

        send(1);

        assertThat(postman.awaitEmpty(PATIENCE)).isTrue();
        assertThat(service.requests("/hooks/a")).hasSize(4); // the first attempt and three retries
        assertThat(postman.counts().givenUp()).isEqualTo(1);
    }

    @Test
    void dropsAndDoublesAsOftenAsAskedForAndTheSameEachTime() throws InterruptedException {
        mishaps.become(Faults.NONE.with(Json.read("{\"seed\": 5, \"drop\": 0.2, \"duplicate\": 0.3}")));
        var first = fates(400);
        mishaps.become(mishaps.faults());

        assertThat(fates(400)).isEqualTo(first);
        assertThat(first.stream().filter(Mishaps.Fate::dropped).count()).isBetween(50L, 110L);
        assertThat(first.stream().filter(Mishaps.Fate::twice).count()).isBetween(85L, 155L);

        mishaps.become(mishaps.faults());
        send(400);
        assertThat(postman.awaitEmpty(PATIENCE)).isTrue();
        var counts = postman.counts();
        assertThat(service.requests("/hooks/a")).hasSize((int) (400 - counts.dropped() + counts.doubled()));
    }

    @Test
    void letsLaterMessagesOvertake() throws InterruptedException {
        mishaps.become(Faults.NONE.with(Json.read("{\"reorder\": 0.3}")));

        send(100);

        assertThat(postman.awaitEmpty(PATIENCE)).isTrue();
        var arrived =
                service.requests("/hooks/a").stream().map(PostmanTests::number).toList();
        assertThat(arrived).hasSize(100).isNotEqualTo(arrived.stream().sorted().toList());
    }

    @Test
    void refusesFaultsThatMakeNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Faults.NONE.with(Json.read("{\"drop\": 20}")))
                .withMessageStartingWith("The share drop (20.0) is not between 0 and 1.");
    }

    @Test
    void aDoorErrsAsAskedFor() throws InterruptedException {
        mishaps.become(Faults.NONE.with(Json.read("{\"too_many\": 1, \"retry_after_s\": 7}")));

        var answer = mishaps.before(_ -> {
                    throw new IllegalStateException("never reached");
                })
                .answer(new Request("GET", service.url(), Map.of(), new byte[0]));

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.headers()).containsEntry("Retry-After", "7");
    }

    private List<Mishaps.Fate> fates(int count) {
        return java.util.stream.Stream.generate(mishaps::fate).limit(count).toList();
    }

    private void send(int count) {
        var ladder = new RetryLadder(List.of(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1)));
        var to = new Subscriber(
                "a",
                service.url().resolve("/hooks/a"),
                Duration.ofSeconds(5),
                ladder,
                (_, _, attempt) -> Map.of("Attempt", Integer.toString(attempt)));
        for (var number = 0; number < count; number++) {
            var body = Integer.toString(number).getBytes(StandardCharsets.UTF_8);
            postman.send(new Message(to, "topic", "id" + number, "event", NOON, body));
        }
    }

    private static int number(Request request) {
        return Integer.parseInt(new String(request.body(), StandardCharsets.UTF_8));
    }
}
