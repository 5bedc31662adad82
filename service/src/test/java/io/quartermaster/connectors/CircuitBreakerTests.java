package io.quartermaster.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CircuitBreakerTests {

    private final AtomicLong nanos = new AtomicLong();
    private final CircuitBreaker breaker = new CircuitBreaker(nanos::get);

    @Test
    void opensBeforeTheTenthFailure() {
        var asked = IntStream.range(0, 100).filter(_ -> askInVain()).count();

        assertThat(asked).isLessThan(10);
    }

    @Test
    void letsOneProbeThroughAndClosesWhenItIsAnswered() {
        IntStream.range(0, 20).forEach(_ -> askInVain());
        nanos.addAndGet(CircuitBreaker.REST.toNanos());

        assertThat(breaker.lets()).isTrue();
        assertThat(breaker.lets()).isFalse();
        breaker.worked();
        assertThat(breaker.lets()).isTrue();
    }

    private boolean askInVain() {
        var let = breaker.lets();
        if (let) {
            breaker.failed();
        }
        return let;
    }
}
