package io.quartermaster.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTests {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    record Shelf(String name, Path folder, Map<String, String> settings, Map<String, Box> boxes) {

        record Box(int maxItems, Map<String, String> labels) {}
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quartermaster.shelf.name",
                "quartermaster.shelf.settings.anything-goes",
                "quartermaster.shelf.boxes.left.max-items",
                "quartermaster.shelf.boxes.left.maxItems",
                "quartermaster.shelf.boxes.left.labels.front"
            })
    void knowsWhatARoomReads(String name) {
        assertThat(known().knows(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"quartermaster.shelf.nam", "quartermaster.shelf.boxes.left.items", "quartermaster.shelv.name"})
    void doesNotKnowASlipOfThePen(String name) {
        assertThat(known().knows(name)).isFalse();
    }

    @Test
    void knowsTheSpellingOfTheEnvironment() {
        assertThat(known().knowsVariable("QUARTERMASTER_SHELF_BOXES_LEFT_MAXITEMS"))
                .isTrue();
        assertThat(known().knowsVariable("QUARTERMASTER_SHELF_NAEM")).isFalse();
    }

    @Test
    void suggestsTheNameThatWasMeant() {
        assertThat(known().like("quartermaster.shelf.nam").getFirst()).isEqualTo("quartermaster.shelf.name");
    }

    @Test
    void refusesASpeedThatNoClockRunsAt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GroundSettings.Clock(NOON, null, 0))
                .withMessage("The setting quartermaster.clock.speed (0) must be 1 to 100000.");
    }

    /// A day a minute: a minute and a half after the epoch it is midnight, a day and a half later.
    @Test
    void letsADayPassInAMinute() {
        var epoch = Instant.parse("2026-11-21T10:00:00Z");
        var real = Clock.fixed(epoch.plusSeconds(90), ZoneOffset.UTC);

        assertThat(new ScaledClock(real, NOON, epoch, 1440).instant()).isEqualTo(NOON.plus(Duration.ofHours(36)));
    }

    private static KnownSettings known() {
        var known = new KnownSettings();
        known.add("quartermaster.shelf", Shelf.class);
        return known;
    }
}
