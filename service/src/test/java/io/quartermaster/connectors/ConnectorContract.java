package io.quartermaster.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.connectors.Authenticity.Forged;
import io.quartermaster.connectors.Translation.Malformed;
import io.quartermaster.connectors.Translation.Told;
import io.quartermaster.connectors.Translation.Translated;
import io.quartermaster.connectors.Translation.Unknown;
import io.quartermaster.retail.ConnectionId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every connector that hears messages owes its caller. A connector's own test extends this,
/// and adds what is peculiar to it.
public abstract class ConnectorContract {

    private static final Path RECORDED = Path.of("src/test/resources/connectors");

    protected abstract Connector connector();

    /// The topic and the name of a message under `src/test/resources/connectors/<platform>/`.
    protected abstract Map<String, String> recorded();

    protected Connection connection() {
        return connection(Map.of());
    }

    protected final Connection connection(Map<String, String> settings) {
        var all = new HashMap<>(Map.of("currency", "GBP", "non-merchandise", "POST, GIFT*"));
        all.putAll(settings);
        return new Connection(new ConnectionId("c"), connector().platform(), List.of("s"), "", "", "", all);
    }

    protected final Translation read(String topic, String body) {
        return connector().translate(new InboundMessage(connection(), topic, "d-1", body));
    }

    protected final String body(String name) {
        return text(name + ".json");
    }

    /// Each recorded message means exactly what stands beside it, an event a line.
    @Test
    void readsRecordedMessagesAsItAlwaysDid() {
        recorded().forEach((name, topic) -> {
            var told = told(read(topic, body(name)));
            var lines = told.stream().map(one -> one.event().toString()).toList();
            if (System.getenv("RECORD_EVENTS") != null) {
                write(name + ".events.txt", String.join("\n", lines) + "\n");
            }
            assertThat(lines)
                    .as(name)
                    .isEqualTo(text(name + ".events.txt").lines().toList());
        });
    }

    @Test
    void meansTheSameEachTimeItIsRead() {
        recorded().forEach((name, topic) -> assertThat(read(topic, body(name))).isEqualTo(read(topic, body(name))));
    }

    @Test
    void givesEachEventAKeyOfItsOwn() {
        recorded()
                .forEach((name, topic) -> assertThat(told(read(topic, body(name))))
                        .as(name)
                        .extracting(told -> told.event().origin().sourceKey())
                        .isNotEmpty()
                        .doesNotHaveDuplicates());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "{}", "[]", "null", "\"text\"", "{\"id\":1,\"id\":2}", "{\"id\":{\"a\":[]}}", "nonsense"
            })
    void putsGarbageInQuarantineAndDoesNotThrow(String garbage) {
        recorded().values().stream()
                .distinct()
                .forEach(topic -> assertThat(read(topic, garbage)).as(topic).isInstanceOf(Malformed.class));
    }

    /// Whether the outside system sends messages at all.
    protected boolean tells() {
        return true;
    }

    @Test
    void keepsWhatItDoesNotKnow() {
        assertThat(read("a/topic/of/tomorrow", "{}")).isInstanceOf(tells() ? Unknown.class : Malformed.class);
    }

    @Test
    void letsInNobodyWhoDoesNotSign() {
        var unsigned = new RawMessage(Map.of(), "{}".getBytes(StandardCharsets.UTF_8));

        assertThat(connector().authenticate(unsigned, connection())).isInstanceOf(Forged.class);
    }

    @Test
    void saysThatItCannotBeAskedForWhatItDoesNotHave() {
        var nonsense = new PollRequest("nonsense", Instant.EPOCH, Instant.EPOCH, "");

        assertThat(connector().polls()).doesNotContain("nonsense").doesNotHaveDuplicates();
        assertThat(connector().poll(nonsense, connection())).isInstanceOf(Polled.Nothing.class);
        assertThat(connector().fetch(new FetchRequest("nonsense", "1", "1"), connection()))
                .isInstanceOf(Fetched.Nothing.class);
    }

    @Test
    void saysWhatItCanDo() {
        assertThat(connector().platform()).isNotBlank();
        assertThat(connector().capabilities().list())
                .extracting(Capabilities.Capability::what)
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    protected static List<Told> told(Translation translation) {
        assertThat(translation).isInstanceOf(Translated.class);
        return ((Translated) translation).told();
    }

    private String text(String name) {
        try {
            return Files.readString(RECORDED.resolve(connector().platform()).resolve(name));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private void write(String name, String text) {
        try {
            Files.writeString(RECORDED.resolve(connector().platform()).resolve(name), text);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
