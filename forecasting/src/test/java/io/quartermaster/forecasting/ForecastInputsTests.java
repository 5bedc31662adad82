package io.quartermaster.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The same forecast comes out of the same bytes, and other bytes are refused by name.
class ForecastInputsTests {

    private static final int SEED = 20_26;
    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
    private static final int RECIPE_AT = 5;

    /// If this changes, the same history gets another forecast than before: raise
    /// [Forecaster#RECIPE], and write both anew.
    private static final int RECIPE = 1;

    private static final String FORECASTS = "d97ec04b9aaf43deb124b8a10a8fd2c2b22372e0a2f1044403296dd2c521285e";

    @Test
    void forecastsTheSameBitForBit() {
        var random = new Random(SEED);
        for (int run = 0; run < 300; run++) {
            var inputs = ForecastInputs.of(Histories.any(random), 1 + random.nextInt(60));
            byte[] made = inputs.forecast().toBytes();

            var again = ForecastInputs.read(inputs.toBytes());

            assertThat(again.toBytes()).isEqualTo(inputs.toBytes());
            assertThat(again.sha256()).isEqualTo(inputs.sha256());
            assertThat(again.forecast().toBytes()).isEqualTo(made);
            assertThat(again.explain(0, 1)).isEqualTo(inputs.explain(0, 1));
        }
    }

    /// Each tenth article of a real wholesaler. Skipped where the data are not at hand.
    @Test
    void forecastsRealSalesTheSameBitForBit() throws IOException {
        assumeTrue(
                Files.exists(RealShopsTests.DATA),
                "No sales at %s: set QUARTERMASTER_SHARED.".formatted(RealShopsTests.DATA));
        var articles = List.copyOf(RealShopsTests.read().values());
        for (int i = 0; i < articles.size(); i += 10) {
            double[] units =
                    articles.get(i).stream().mapToDouble(Double::doubleValue).toArray();
            var inputs = ForecastInputs.of(DemandSeries.daily(MONDAY, units), 28);

            var again = ForecastInputs.read(inputs.toBytes());

            assertThat(again.forecast().toBytes()).isEqualTo(inputs.forecast().toBytes());
        }
        assertThat(articles).hasSizeGreaterThan(1_000);
    }

    @Test
    void theRecipeIsRaisedWithEachOtherForecast() {
        var random = new Random(SEED);
        var all = new java.io.ByteArrayOutputStream();
        for (int run = 0; run < 200; run++) {
            all.writeBytes(
                    ForecastInputs.of(Histories.any(random), 28).forecast().toBytes());
        }

        assertThat(Forecaster.RECIPE).isEqualTo(RECIPE);
        assertThat(ForecastInputs.sha256(all.toByteArray()))
                .as("The same histories get other forecasts: raise Forecaster.RECIPE, and the two here.")
                .isEqualTo(FORECASTS);
    }

    @Test
    void remembersTheModelsThatWereAsked() {
        var inputs = new ForecastInputs(
                Forecaster.RECIPE, DemandSeries.daily(MONDAY, 3, 4, 5, 6, 7, 8), 3, List.of("TSB", "Theta"));

        assertThat(ForecastInputs.read(inputs.toBytes()).models()).containsExactly("TSB", "Theta");
        assertThat(inputs.forecast().toBytes())
                .isEqualTo(Forecaster.of(List.of(new Tsb(), new Theta()))
                        .forecast(inputs.history(), 3)
                        .toBytes());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ForecastInputs(1, inputs.history(), 3, List.of("crystal ball")))
                .withMessageContaining("crystal ball");
    }

    @Test
    void aDayOfASlowSellerTakesAByteAndABit() {
        assertThat(ForecastInputs.of(DemandSeries.daily(MONDAY, new double[730]), 120)
                        .toBytes())
                .hasSize(730 + 92 + 29);
    }

    @Test
    void refusesWhatIsCutOffWhereverThatIs() {
        byte[] bytes = ForecastInputs.of(Histories.any(new Random(3)), 28).toBytes();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ForecastInputs.read(cut))
                    .withMessageContaining("end in the middle");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ForecastInputs.read(Arrays.copyOf(bytes, bytes.length + 3)))
                .withMessageContaining("3 more follow");
    }

    /// Whatever a bit is turned to, it is refused, or it is another history: never the same one.
    @Test
    void noChangedBitGoesUnnoticed() {
        var inputs = ForecastInputs.of(Histories.any(new Random(4)), 28);
        byte[] bytes = inputs.toBytes();
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(ForecastInputs.sha256(changed)).isNotEqualTo(inputs.sha256());
            try {
                assertThat(ForecastInputs.read(changed).toBytes()).isEqualTo(changed);
            } catch (IllegalArgumentException refusal) {
                assertThat(refusal.getMessage()).isNotBlank();
            }
        }
    }

    @Test
    void refusesALaterFormAndAnotherRecipeByName() {
        var inputs = ForecastInputs.of(DemandSeries.daily(MONDAY, 1, 2, 3), 7);
        byte[] later = inputs.toBytes();
        later[4] = 9;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ForecastInputs.read(later))
                .withMessageContaining("form 9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ForecastInputs.read("no inputs".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .withMessageContaining("QMFI");

        byte[] other = inputs.toBytes();
        ByteBuffer.wrap(other).putInt(RECIPE_AT, 77);
        var read = ForecastInputs.read(other);
        assertThat(read.history().length()).isEqualTo(3);
        assertThatThrownBy(read::forecast)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("recipe 77");
    }
}
