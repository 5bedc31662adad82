package io.quartermaster.forecasting;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// Reads what [InputsWriter] wrote, and says what is wrong with anything else.
final class InputsReader {

    private static final int BITS = 8;

    private final ByteBuffer in;

    private InputsReader(ByteBuffer in) {
        this.in = in;
    }

    static ForecastInputs read(ByteBuffer bytes) {
        try {
            var inputs = new InputsReader(bytes).inputs();
            if (bytes.hasRemaining()) {
                throw new IllegalArgumentException("The inputs end after %d bytes, but %d more follow."
                        .formatted(bytes.position(), bytes.remaining()));
            }
            return inputs;
        } catch (BufferUnderflowException fault) {
            throw new IllegalArgumentException("""
                    The bytes (%d) end in the middle of the inputs.
                    Maybe they were cut off when they were stored.""".formatted(bytes.limit()), fault);
        } catch (DateTimeException fault) {
            throw new IllegalArgumentException("The first day is none: " + fault.getMessage(), fault);
        }
    }

    private ForecastInputs inputs() {
        if (in.getInt() != InputsWriter.MAGIC) {
            throw new IllegalArgumentException("The bytes do not begin with QMFI: they are no inputs of a forecast.");
        }
        int form = in.get();
        if (form != ForecastInputs.FORM) {
            throw new IllegalArgumentException("""
                    The inputs are of form %d, and this library reads form %d.
                    Maybe a later release wrote them.""".formatted(form, ForecastInputs.FORM));
        }
        int recipe = in.getInt();
        var frequency = frequency((char) in.get());
        var start = LocalDate.ofEpochDay(in.getLong());
        int horizon = in.getInt();
        var models = models();
        return new ForecastInputs(recipe, history(start, frequency), horizon, models);
    }

    private static Frequency frequency(char letter) {
        return Arrays.stream(Frequency.values())
                .filter(frequency -> InputsWriter.letter(frequency) == letter)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("The frequency (%d) must be D, W or M.".formatted((int) letter)));
    }

    private List<String> models() {
        int count = in.get();
        var models = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            models.add(new String(take(in.getShort()), StandardCharsets.UTF_8));
        }
        return models;
    }

    private DemandSeries history(LocalDate start, Frequency frequency) {
        int periods = in.getInt();
        if (periods < 0 || periods > DemandSeries.PERIODS_MAX) {
            throw new IllegalArgumentException(
                    "The periods (%d) must be between 0 and %d.".formatted(periods, DemandSeries.PERIODS_MAX));
        }
        int width = in.get();
        var units = new double[periods];
        for (int i = 0; i < periods; i++) {
            units[i] = units(width);
        }
        var marks = BitSet.valueOf(take((periods + BITS - 1) / BITS));
        var censored = new boolean[periods];
        for (int i = 0; i < periods; i++) {
            censored[i] = marks.get(i);
        }
        var history = DemandSeries.of(start, frequency, units, censored);
        return in.get() == 0 ? history : history.withSharesBeforeSoldOut(shares(censored));
    }

    private double units(int width) {
        return switch (width) {
            case 1 -> orUnknown(in.get(), Byte.MIN_VALUE);
            case 2 -> orUnknown(in.getShort(), Short.MIN_VALUE);
            case 8 -> in.getDouble();
            default ->
                throw new IllegalArgumentException("The bytes of a period (%d) must be 1, 2 or 8.".formatted(width));
        };
    }

    private static double orUnknown(int units, int unknown) {
        return units == unknown ? Double.NaN : units;
    }

    private double[] shares(boolean[] censored) {
        var shares = new double[censored.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = censored[i] ? in.getFloat() : Double.NaN;
        }
        return shares;
    }

    private byte[] take(int count) {
        if (count < 0 || count > in.remaining()) {
            throw new BufferUnderflowException();
        }
        var taken = new byte[count];
        in.get(taken);
        return taken;
    }
}
