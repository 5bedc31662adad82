package io.quartermaster.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.retail.ReceiptId;
import io.quartermaster.retail.SaleEvent.SaleRecorded;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// More comes than is taken: senders are asked to come again, and those who do lose nothing.
@TestPropertySource(
        properties = {
            "quartermaster.intake.rate=20",
            "quartermaster.intake.burst=10",
            "quartermaster.intake.queue=2",
            "quartermaster.intake.acknowledge-within=500ms"
        })
class BoundsTests extends WithIntake {

    private static final int SENDERS = 8;
    private static final int TRIES_MAX = 200;

    @Autowired
    private DataSource pool;

    @Test
    void aSenderWhoIsTooFastIsAskedToComeAgainAndLosesNothing() throws Exception {
        var refused = new ArrayList<HttpResponse<String>>();
        for (var order = 3001; order <= 3040; order++) {
            refused.addAll(untilTaken(order));
        }
        untilQuiet();

        assertThat(refused).as("answers but 200").isNotEmpty().allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        });
        assertThat(receipts(3001, 3040)).hasSize(40);
    }

    @Test
    void whatCannotBeWrittenDownIsNotAcknowledgedAndComesAgain() throws Exception {
        var answers = new ArrayList<HttpResponse<String>>();
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE intake.inbox IN ACCESS EXCLUSIVE MODE"); // the disk is slow, say
            Thread.sleep(600); // let the bucket of the other story fill up
            answers.addAll(atOnce(4001, 4000 + SENDERS));
            connection.rollback();
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
        for (var order = 4001; order <= 4000 + SENDERS; order++) {
            untilTaken(order);
        }
        untilQuiet();

        assertThat(answers).hasSize(SENDERS).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isIn(429, 503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        });
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 503).isNotEmpty();
        assertThat(receipts(4001, 4000 + SENDERS)).hasSize(SENDERS);
    }

    private List<HttpResponse<String>> atOnce(int from, int to) throws Exception {
        var jobs = new ArrayList<Callable<HttpResponse<String>>>();
        for (var order = from; order <= to; order++) {
            var number = order;
            jobs.add(() -> send(number));
        }
        try (var threads = Executors.newFixedThreadPool(SENDERS)) {
            var answers = new ArrayList<HttpResponse<String>>();
            for (Future<HttpResponse<String>> answer : threads.invokeAll(jobs)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private List<HttpResponse<String>> untilTaken(int order) throws InterruptedException {
        var refused = new ArrayList<HttpResponse<String>>();
        for (var i = 0; i < TRIES_MAX; i++) {
            var answer = send(order);
            if (answer.statusCode() == 200) {
                return refused;
            }
            refused.add(answer);
            Thread.sleep(50); // a sender that does not even wait as long as it is asked to
        }
        throw new AssertionError("The order %d was never taken.".formatted(order));
    }

    private HttpResponse<String> send(int order) {
        return sender.shopify("orders/create", "bounds-" + order, Messages.order(order));
    }

    private Set<ReceiptId> receipts(int from, int to) {
        var found = new HashSet<ReceiptId>();
        for (var event : events()) {
            if (event instanceof SaleRecorded sale) {
                var number = Integer.parseInt(sale.receipt().value());
                if (number >= from && number <= to) {
                    assertThat(found.add(sale.receipt()))
                            .as("%s counts once", sale.receipt())
                            .isTrue();
                }
            }
        }
        return found;
    }
}
