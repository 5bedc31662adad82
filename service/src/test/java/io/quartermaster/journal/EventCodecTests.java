package io.quartermaster.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quartermaster.retail.RetailEvent;
import io.quartermaster.retail.VariantId;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventCodecTests {

    record Facts(Map<VariantId, Integer> levels, BitSet days, double mean, List<VariantId> order, Set<String> tags) {}

    static List<RetailEvent> events() {
        return SampleEvents.oneOfEach();
    }

    @ParameterizedTest
    @MethodSource("events")
    void readsWhatItWrote(RetailEvent event) {
        var text = EventCodec.write(event);

        assertThat(EventCodec.read(text)).as(text).isEqualTo(event);
        assertThat(EventCodec.write(EventCodec.read(text))).isEqualTo(text);
    }

    @Test
    void knowsEveryKindThereIs() {
        var tested = new HashSet<Class<?>>();
        events().forEach(event -> tested.add(event.getClass()));

        assertThat(tested)
                .containsExactlyInAnyOrderElementsOf(records(RetailEvent.class).toList());
    }

    @Test
    void writesWordsThatAPersonCanRead() {
        assertThat(EventCodec.write(SampleEvents.moved("k-1"))).isEqualTo("""
                        {"kind":"StockMoved","origin":{"source":"shopify-main","sourceKey":"k-1",\
                        "occurredAt":"2026-03-01T12:00:00.123456Z"},"location":"high-street",\
                        "item":{"refs":["sku:MUG-RED"],"sku":"MUG-RED","name":"Mug, red “XL”"},\
                        "change":"-1","reason":"DAMAGED"}""");
    }

    @Test
    void givesTheSameTextForTheSameFacts() {
        var days = new BitSet();
        days.set(3);
        days.set(70);
        var facts = new Facts(
                Map.of(new VariantId("V2"), 2, new VariantId("V1"), 1),
                days,
                0.1,
                List.of(new VariantId("V2"), new VariantId("V1")),
                Set.of("b", "a"));

        var text = CanonicalJson.write(facts);

        assertThat(text).isEqualTo("""
                        {"levels":{"V1":1,"V2":2},"days":[3,70],"mean":0.1,"order":["V2","V1"],"tags":["a","b"]}""");
        assertThat(CanonicalJson.read(text, Facts.class)).isEqualTo(facts);
    }

    @Test
    void saysWhatIsWrongWithATextThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventCodec.read("{\"kind\":\"Nonsense\"}"))
                .withMessageContaining("Nonsense");
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(EventCodecTests::records)
                : Stream.of(type);
    }
}
