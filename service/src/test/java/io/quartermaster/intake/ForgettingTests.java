package io.quartermaster.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.retail.HouseEvent.PersonForgotten;
import io.quartermaster.retail.PersonalData;
import io.quartermaster.retail.PersonalData.Identifier;
import io.quartermaster.retail.PersonalData.Kind;
import io.quartermaster.vault.Vault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Somebody asks the shop to forget them, and the shop's platform tells us.
class ForgettingTests extends WithIntake {

    private static final String NOBODY = "\"email\":\"\",\"customer\":null";

    @Autowired
    private Vault vault;

    @Test
    void forgettingIsInTheJournalAndLeavesNoMessageThatNamesThem() {
        tell("orders/create", order(2001, 77_001, "gone@example.com"));
        tell("orders/create", order(2002, 77_002, "stays@example.com"));
        tell("payments/tomorrow", "{\"buyer\":\"GONE@example.com\"}"); // a topic that nobody translates
        untilQuiet();
        var subject = vault.find(byEmail("gone@example.com")).orElseThrow();

        tell("customers/redact", "{\"customer\":{\"id\":77001,\"email\":\"gone@example.com\",\"phone\":null}}");
        untilQuiet();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(bodies())
                        .noneMatch(body ->
                                body.contains("77001") || body.toLowerCase().contains("gone@example.com")));

        assertThat(bodies()).anyMatch(body -> body.contains("stays@example.com"));
        assertThat(vault.reveal(subject)).isEmpty();
        assertThat(vault.find(byEmail("stays@example.com"))).isPresent();
        assertThat(events())
                .filteredOn(PersonForgotten.class::isInstance)
                .singleElement()
                .satisfies(
                        told -> assertThat(((PersonForgotten) told).subject()).isEqualTo(subject));
        assertThat(database.sql("SELECT count(*) FROM intake.forgetting")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void tell(String topic, String body) {
        assertThat(sender.shopify(topic, UUID.randomUUID().toString(), body).statusCode())
                .isEqualTo(200);
    }

    private static String order(int number, int customer, String email) {
        var person = "\"email\":\"%2$s\",\"customer\":{\"id\":%1$d,\"email\":\"%2$s\"}".formatted(customer, email);
        var body = Messages.order(number);
        assertThat(body).contains(NOBODY);
        return body.replace(NOBODY, person);
    }

    private static PersonalData byEmail(String email) {
        return new PersonalData(List.of(new Identifier(Kind.EMAIL, email)), Map.of());
    }

    private List<String> bodies() {
        return database.sql("SELECT id FROM intake.inbox ORDER BY id").query(Long.class).list().stream()
                .map(id -> intake.rawBody(id).orElseThrow())
                .toList();
    }
}
