package io.quartermaster.skills.replenishment;

import static io.quartermaster.skills.replenishment.Shelf.aShelf;
import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.journal.CanonicalJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// Facts that were frozen as version 1, and what was decided on them: both must stay readable and
/// come out the same, byte for byte, in all releases to come. If one of these fails, the form of
/// the facts or the reasoning has changed: raise the skill's version and keep the old one
/// beside it.
class ReplenishmentGoldenTests {

    private final ReplenishmentSkill skill = new ReplenishmentSkill();

    @Test
    void decidesOldFactsAsTheyWereDecided() {
        var facts = CanonicalJson.read(kept("v1-facts.json"), ReplenishmentFacts.class);

        assertThat(decided(facts)).isEqualTo(kept("v1-proposals.jsonl"));
    }

    @Test
    void writesOldFactsAsTheyWereWritten() {
        var facts = CanonicalJson.read(kept("v1-facts.json"), ReplenishmentFacts.class);

        assertThat(CanonicalJson.write(facts)).isEqualTo(kept("v1-facts.json"));
    }

    @Test
    void readsWhatItWrites() {
        var facts = many();

        assertThat(CanonicalJson.read(CanonicalJson.write(facts), ReplenishmentFacts.class))
                .isEqualTo(facts);
    }

    @Test
    void notesADifferenceOfOneUnit() {
        var facts = CanonicalJson.read(
                kept("v1-facts.json").replace("\"onHand\":\"15\"", "\"onHand\":\"14\""), ReplenishmentFacts.class);

        assertThat(decided(facts)).isNotEqualTo(kept("v1-proposals.jsonl"));
    }

    static ReplenishmentFacts many() {
        return aShelf().holding(15)
                .costing("3.25", "3.10")
                .fromAStranger()
                .withSurplus("harbour", 40)
                .fromSomebodyWhoTakesNothingBelow("1000.00")
                .beside(aShelf().of("B7").holding(30).withSurplus("station", 400))
                .beside(aShelf().of("C9").holding(20).expecting(12).promising(3).nonStandard())
                .beside(aShelf().of("D1").holding(75))
                .facts();
    }

    private String decided(ReplenishmentFacts facts) {
        var lines = new StringBuilder();
        skill.decide(facts)
                .forEach(proposal -> lines.append(CanonicalJson.write(proposal)).append('\n'));
        return lines.toString();
    }

    private static String kept(String name) {
        try (var stream = ReplenishmentGoldenTests.class.getResourceAsStream("/skills/replenishment/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("The resource (%s) is missing.".formatted(name));
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
