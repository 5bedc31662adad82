package io.quartermaster.forecasting;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// All that a forecast was made from: keep its bytes, and the same forecast comes out of them,
/// bit for bit, years later.
///
/// ```java
/// byte[] kept = ForecastInputs.of(history, 28).toBytes();
/// Forecast again = ForecastInputs.read(kept).forecast();
/// ```
///
/// The same inputs always have the same bytes. They name the [Forecaster#RECIPE] that was used: a
/// release with another recipe reads them, but refuses to forecast, as something else might come
/// out. Bits are the same on the same kind of processor.
///
/// @param recipe the [Forecaster#RECIPE] of the library that made the forecast
/// @param history what was sold
/// @param horizon how many periods to come were wanted
/// @param models the names of the library's models that were asked; empty for
/// [Forecaster#standard], which chooses among all
public record ForecastInputs(int recipe, DemandSeries history, int horizon, List<String> models) {

    /// The version of the form in which inputs are written.
    public static final int FORM = 1;

    /// Checks the horizon and the models' names.
    ///
    /// @throws IllegalArgumentException if the horizon is none, or the library has no such model
    public ForecastInputs {
        models = List.copyOf(models);
        Forecaster.requireHorizon(horizon);
        models.forEach(ForecastInputs::model);
    }

    /// What [Forecaster#standard] makes a forecast from.
    public static ForecastInputs of(DemandSeries history, int horizon) {
        return new ForecastInputs(Forecaster.RECIPE, history, horizon, List.of());
    }

    /// False where this library may make another forecast than was made then.
    public boolean isOfThisRecipe() {
        return recipe == Forecaster.RECIPE;
    }

    /// Makes the forecast.
    ///
    /// @throws IllegalStateException if it was made by another recipe than this library has
    public Forecast forecast() {
        return forecaster().forecast(history, horizon);
    }

    /// What the periods from `firstPeriod` on are made of; see [Forecaster#explain].
    ///
    /// @throws IllegalArgumentException if the horizon does not reach that far
    /// @throws IllegalStateException if it was made by another recipe than this library has
    public Explanation explain(int firstPeriod, int periods) {
        return forecaster().explain(history, horizon, firstPeriod, periods);
    }

    private Forecaster forecaster() {
        if (!isOfThisRecipe()) {
            throw new IllegalStateException("""
                    The forecast was made by recipe %d, and this library has recipe %d.
                    Maybe run the release that made it.""".formatted(recipe, Forecaster.RECIPE));
        }
        return models.isEmpty()
                ? Forecaster.standard()
                : Forecaster.of(models.stream().map(ForecastInputs::model).toList());
    }

    private static ForecastModel model(String name) {
        return ForecastModel.all().stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("""
                        The model (%s) is none of the library's.
                        Maybe it is one of your own: those cannot be replayed.""".formatted(name)));
    }

    /// The inputs in their one form: a byte for a day of a slow seller.
    public byte[] toBytes() {
        return InputsWriter.write(this);
    }

    /// Reads what [#toBytes] wrote.
    ///
    /// @throws IllegalArgumentException if it is not that: cut off, changed, or of a later form
    public static ForecastInputs read(byte[] bytes) {
        var read = InputsReader.read(ByteBuffer.wrap(bytes));
        if (!Arrays.equals(read.toBytes(), bytes)) {
            throw new IllegalArgumentException("The bytes (%d) are not as they were written.".formatted(bytes.length));
        }
        return read;
    }

    /// The SHA-256 of the bytes, in hexadecimal.
    public String sha256() {
        return sha256(toBytes());
    }

    /// The SHA-256 of any bytes, in hexadecimal.
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException("Every Java has SHA-256, but this one has not.", fault);
        }
    }
}
