package io.quartermaster.demand;

import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.VariantId;
import java.time.Instant;
import java.time.LocalDate;

/// A kept forecast, made again from what it was made from, and held against what came out then.
///
/// @param recipe the way of forecasting that made it; the library's own number
/// @param inputsBytes how many bytes its inputs take
/// @param inputsHash SHA-256 of them, in hexadecimal
/// @param figuresThen SHA-256 of the figures that came out when it was made, in hexadecimal
/// @param figuresNow the same of those that come out now; empty if it cannot be made again
/// @param whyNot why it cannot be made again; empty if it was
public record ForecastReplay(
        VariantId variant,
        LocationId location,
        LocalDate firstDay,
        Instant madeAt,
        int recipe,
        int inputsBytes,
        String inputsHash,
        String figuresThen,
        String figuresNow,
        String whyNot) {

    /// Whether the same came out, byte for byte.
    public boolean isSame() {
        return figuresThen.equals(figuresNow);
    }

    /// The outcome in a sentence.
    public String inWords() {
        if (!whyNot.isEmpty()) {
            return "Cannot be made again: " + whyNot;
        }
        return isSame()
                ? "Made again from its inputs: the same, byte for byte."
                : "Made again from its inputs: NOT the same.";
    }
}
