package io.quartermaster.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.TestDatabase;
import io.quartermaster.books.sales.DemandHistory;
import io.quartermaster.demand.Step.Surprising;
import io.quartermaster.demand.Step.Teaching;
import io.quartermaster.forecasting.ForecastInputs;
import io.quartermaster.forecasting.Reason;
import io.quartermaster.journal.Entry;
import io.quartermaster.retail.ConnectionId;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.DeskEvent.ProposalMade;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Origin;
import io.quartermaster.retail.ProposalId;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.RetailAction.TransferLine;
import io.quartermaster.retail.RetailAction.TransferStock;
import io.quartermaster.retail.SkillId;
import io.quartermaster.retail.Sku;
import io.quartermaster.retail.TransferId;
import io.quartermaster.retail.VariantId;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/// A kept forecast is made again from what it was made from, and its inputs are kept as long as
/// they are of use.
class ForecastReplayTests {

    private static final VariantId MUG = new VariantId("V1");
    private static final LocationId HERE = new LocationId("high-street");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final Instant NOW = Instant.parse("2026-11-23T05:00:00.123456Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final DataSource DATABASE = TestDatabase.fresh();

    private final JdbcTemplate jdbc = new JdbcTemplate(DATABASE);
    private final ForecastStore store = new ForecastStore(jdbc);
    private final InputsStore inputs = new InputsStore(jdbc);

    @BeforeEach
    void beginWithNothing() {
        jdbc.update("DELETE FROM demand.forecast");
        jdbc.update("DELETE FROM demand.forecast_inputs");
    }

    @Test
    void theSameComesOutOfWhatIsKept() {
        var random = new Random(7);
        for (int run = 0; run < 20; run++) {
            store.save(List.of(made(MONDAY.plusDays(run), NOW.plus(DAY.multipliedBy(run)), random)));

            var replay = replayed(NOW.plus(DAY.multipliedBy(run)));

            assertThat(replay.isSame()).as(replay.inWords()).isTrue();
            assertThat(replay.firstDay()).isEqualTo(MONDAY.plusDays(run));
            assertThat(replay.inWords()).contains("the same, byte for byte");
        }
    }

    @Test
    void aFigureThatWasChangedIsNoticed() {
        store.save(List.of(made(MONDAY, NOW, new Random(7))));
        jdbc.update("UPDATE demand.forecast SET means[3] = means[3] + 0.0001");

        assertThat(replayed(NOW).isSame()).isFalse();
        assertThat(replayed(NOW).inWords()).contains("NOT the same");
    }

    @Test
    void whatAnotherReleaseMadeIsNotPassedOffAsTheSame() {
        var made = made(MONDAY, NOW, new Random(7));
        byte[] bytes = made.inputs();
        ByteBuffer.wrap(bytes).putInt(5, 77);
        store.save(List.of(made.madeFrom(bytes)));

        assertThat(replayed(NOW).isSame()).isFalse();
        assertThat(replayed(NOW).inWords()).contains("recipe 77");
        assertThat(ForecastReplays.madeOf(kept(NOW), MONDAY, 7)).isEmpty();
    }

    @Test
    void whatALearnerAndThenASurpriseMovedIsMadeAgainToo() {
        var made = made(MONDAY, NOW, new Random(7));
        var taught = moved(made, teaching(made), NOW.plusSeconds(60));
        var surprised = moved(taught, new Surprising(40), NOW.plusSeconds(120));
        store.save(List.of(made));
        store.save(List.of(taught));
        store.save(List.of(surprised));

        assertThat(replayed(NOW.plusSeconds(60)).isSame()).isTrue();
        assertThat(replayed(NOW.plusSeconds(120)).isSame()).isTrue();
        assertThat(replayed(NOW.plusSeconds(120)).figuresNow())
                .isNotEqualTo(replayed(NOW.plusSeconds(60)).figuresNow());
        assertThat(replayed(NOW.plusSeconds(60)).figuresNow())
                .isNotEqualTo(replayed(NOW).figuresNow());
        assertThat(ForecastReplays.madeOf(kept(NOW.plusSeconds(60)), MONDAY, 7)).isEmpty();
    }

    private static DemandForecast moved(DemandForecast before, Step step, Instant at) {
        var history = ForecastInputs.read(before.inputs()).history();
        return step.after(before, history, at).movedFrom(before, step);
    }

    /// A fortnight, each day a little more than the models say.
    private static Teaching teaching(DemandForecast made) {
        var means = Arrays.copyOf(made.days().means(), 14);
        var deviations = Arrays.copyOf(made.days().deviations(), 14);
        var windows = Arrays.copyOf(made.days().windows(), 14);
        for (int i = 0; i < means.length; i++) {
            means[i] = means[i] * 1.07 + 0.1;
        }
        return new Teaching(means, deviations, windows, 7.7);
    }

    @Test
    void whatIsKnownOfItsStepsIsAskedOfTheStore() {
        var made = made(MONDAY, NOW, new Random(7));
        var taught = moved(made, teaching(made), NOW.plusSeconds(60));
        store.save(List.of(taught));

        var found = store.withInputs(HERE, store.find(HERE, List.of(MUG)).values());

        assertThat(found.getFirst().inputs()).isEqualTo(made.inputs());
        assertThat(found.getFirst().steps()).isEqualTo(taught.steps());
    }

    @Test
    void stepsThatAreNoneAreCalledSo() {
        var made = made(MONDAY, NOW, new Random(7));
        byte[] step = Steps.and(new byte[0], new Surprising(40));
        byte[] strange = step.clone();
        strange[0] = 'X';

        assertThat(Steps.read(step)).containsExactly(new Surprising(40));
        store.save(List.of(made.madeFrom(made.inputs(), strange)));
        assertThat(replayed(NOW).whyNot()).contains("no known kind");
        strange[0] = 'T'; // a lesson of no days
        store.save(List.of(made.madeFrom(made.inputs(), strange)));
        assertThat(replayed(NOW).whyNot()).contains("of 1 numbers) is of no known kind");
        store.save(List.of(made.madeFrom(made.inputs(), Arrays.copyOf(step, step.length - 1))));
        assertThat(replayed(NOW).whyNot()).contains("not within the 7 bytes");
        store.save(List.of(made.madeFrom(made.inputs(), Arrays.copyOf(step, 3))));
        assertThat(replayed(NOW).whyNot()).contains("end in the middle");
    }

    @Test
    void whatAnaloguesHadASayInIsNotPassedOffAsTheModels() {
        var made = made(MONDAY, NOW, new Random(7));
        store.save(List.of(made));
        store.save(List.of(made(MONDAY, NOW.plusSeconds(60), new Random(7)).madeFrom(new byte[0])));

        assertThat(inputs.find(MUG, HERE, NOW.plusSeconds(61))).isEmpty();
        assertThat(replayed(NOW.plusSeconds(59)).isSame()).isTrue();
    }

    @Test
    void damagedInputsAreCalledDamaged() {
        var made = made(MONDAY, NOW, new Random(7));
        store.save(List.of(made.madeFrom(Arrays.copyOf(made.inputs(), 99))));

        assertThat(replayed(NOW).isSame()).isFalse();
        assertThat(replayed(NOW).whyNot()).contains("end in the middle");
    }

    @Test
    void keepsTheNewestAndWhatWasDecidedOnAndForgetsTheRest() {
        for (int day = 0; day < 6; day++) {
            store.save(List.of(made(MONDAY.plusDays(day), NOW.plus(DAY.multipliedBy(day)), new Random(day))));
        }
        inputs.use(HERE, List.of(MUG), NOW.plus(DAY).plusSeconds(60)); // decided a minute after the second was made
        var end = NOW.plus(DAY.multipliedBy(40));

        int forgotten = inputs.forget(end, NOW, 100);

        assertThat(forgotten).isEqualTo(4);
        assertThat(kept(end).madeAt()).isEqualTo(NOW.plus(DAY.multipliedBy(5)));
        assertThat(kept(end.minus(DAY.multipliedBy(38))).madeAt()).isEqualTo(NOW.plus(DAY));
        assertThat(replayed(NOW.plus(DAY.multipliedBy(2))).isSame()).isTrue();
        assertThat(inputs.forget(end, end, 100)).isEqualTo(1);
        assertThat(kept(end).madeAt()).isEqualTo(NOW.plus(DAY.multipliedBy(5)));
    }

    @Test
    void aProposalKeepsWhatItWasDecidedOn() {
        for (int day = 0; day < 4; day++) {
            store.save(List.of(made(MONDAY.plusDays(day), NOW.plus(DAY.multipliedBy(day)), new Random(day))));
        }
        var line = new TransferLine(MUG, new Sku("MUG-1"), "Mug", Quantity.each(3));
        var transfer = new TransferStock(new TransferId("TR-1"), HERE, new LocationId("hill"), List.of(line));
        var origin = new Origin(new ConnectionId("desk"), "made", NOW.plus(DAY).plusSeconds(5));
        var proposal = new ProposalMade(
                origin, new ProposalId("P-1"), 1, new SkillId("replenishment"), transfer, "3 left", "ab".repeat(32));

        new DecidedForecasts(inputs).follow(List.of(new Entry(1, NOW, new CorrelationId("C-1"), proposal, "")));
        inputs.forget(NOW.plus(DAY.multipliedBy(40)), NOW, 100);

        assertThat(jdbc.queryForList("SELECT first_day FROM demand.forecast_inputs ORDER BY 1", LocalDate.class))
                .containsExactly(MONDAY.plusDays(1), MONDAY.plusDays(3));
    }

    @Test
    void forgetsNoMoreAtOnceThanItShould() {
        for (int day = 0; day < 6; day++) {
            store.save(List.of(made(MONDAY.plusDays(day), NOW.plus(DAY.multipliedBy(day)), new Random(day))));
        }
        assertThat(inputs.forget(NOW.plus(DAY.multipliedBy(40)), NOW, 2)).isEqualTo(2);
    }

    @Test
    void saysWhatSomeDaysAreMadeOf() {
        var forecast = made(MONDAY, NOW, new Random(7));
        store.save(List.of(forecast));

        var madeOf = ForecastReplays.madeOf(kept(NOW), MONDAY.plusDays(2), 5).orElseThrow();

        assertThat(madeOf.from()).isEqualTo(MONDAY.plusDays(2));
        assertThat(madeOf.explanation().mean())
                .isCloseTo(forecast.over(MONDAY.plusDays(2), 5, 0).mean(), within(0.001));
        assertThat(madeOf.explanation().factor(Reason.EMPTY_SHELF)).isGreaterThan(1.05);
        assertThat(madeOf.reading().emptyShelf()).isEqualTo(11);
    }

    @Test
    void asksForNoMoreThanTheForecastReaches() {
        store.save(List.of(made(MONDAY, NOW, new Random(7))));

        assertThat(ForecastReplays.madeOf(kept(NOW), MONDAY.minusDays(9), 4))
                .hasValueSatisfying(madeOf -> assertThat(madeOf.from()).isEqualTo(MONDAY));
        assertThat(ForecastReplays.madeOf(kept(NOW), MONDAY.plusDays(500), 90))
                .hasValueSatisfying(madeOf -> assertThat(madeOf.days()).isEqualTo(1));
    }

    private InputsStore.Kept kept(Instant at) {
        return inputs.find(MUG, HERE, at).orElseThrow();
    }

    private ForecastReplay replayed(Instant at) {
        return ForecastReplays.replay(kept(at), store.find(HERE, List.of(MUG)).get(MUG));
    }

    /// Ten weeks; on eleven days the shelf was empty.
    private static DemandForecast made(LocalDate today, Instant madeAt, Random random) {
        var units = IntStream.range(0, 70)
                .mapToObj(day -> Quantity.each(day % 6 == 4 ? 0 : 2 + random.nextInt(6)))
                .toList();
        var empty = new BitSet();
        IntStream.range(0, 70).filter(day -> day % 6 == 4).forEach(empty::set);
        var history = new DemandHistory(MUG, HERE, today.minusDays(70), units, empty);
        var made = ForecastMaker.one(MUG, HERE, history, today, 28, madeAt);
        assertThat(ForecastInputs.read(made.inputs()).history().length()).isEqualTo(70);
        return made;
    }
}
