package io.quartermaster.forecasting;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.BitSet;

/// Writes a forecast's inputs in form 1, all numbers with their highest byte first:
///
/// | bytes | what |
/// |---|---|
/// | 4 | `QMFI` |
/// | 1 | form: 1 |
/// | 4 | recipe |
/// | 1 | frequency: `D`, `W` or `M` |
/// | 8 | the first day, counted from 1 January 1970 |
/// | 4 | horizon |
/// | 1 + … | how many models; of each its name, in UTF-8 after two bytes of length |
/// | 4 | periods |
/// | 1 | bytes of a period's units: 1, 2 or 8 |
/// | … | units; the least whole number, or `NaN` of 8 bytes, where nobody knows |
/// | ⌈periods / 8⌉ | a bit for each period, the lowest first: 1 is an empty shelf |
/// | 1 | 1 if it is known when the shelf ran dry |
/// | 4 each | if so, for each period with an empty shelf, the share sold before that |
final class InputsWriter {

    static final int MAGIC = 0x514D4649;
    private static final int BITS = 8;

    private InputsWriter() {}

    static byte[] write(ForecastInputs inputs) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeByte(ForecastInputs.FORM);
            out.writeInt(inputs.recipe());
            out.writeByte(letter(inputs.history().frequency()));
            out.writeLong(inputs.history().start().toEpochDay());
            out.writeInt(inputs.horizon());
            out.writeByte(inputs.models().size());
            for (String model : inputs.models()) {
                out.writeUTF(model);
            }
            write(inputs.history(), out);
        } catch (IOException fault) {
            throw new UncheckedIOException("Writing into memory failed.", fault);
        }
        return bytes.toByteArray();
    }

    static char letter(Frequency frequency) {
        return switch (frequency) {
            case DAILY -> 'D';
            case WEEKLY -> 'W';
            case MONTHLY -> 'M';
        };
    }

    private static void write(DemandSeries history, DataOutputStream out) throws IOException {
        out.writeInt(history.length());
        int width = history.width();
        out.writeByte(width);
        var marks = new BitSet(history.length());
        for (int i = 0; i < history.length(); i++) {
            double units = history.units(i);
            boolean known = !Double.isNaN(units);
            switch (width) {
                case 1 -> out.writeByte(known ? (int) units : Byte.MIN_VALUE);
                case 2 -> out.writeShort(known ? (int) units : Short.MIN_VALUE);
                default -> out.writeLong(Double.doubleToLongBits(units));
            }
            marks.set(i, history.isCensored(i));
        }
        out.write(Arrays.copyOf(marks.toByteArray(), (history.length() + BITS - 1) / BITS));
        out.writeByte(history.knowsWhenSoldOut() ? 1 : 0);
        for (int i = 0; i < history.length() && history.knowsWhenSoldOut(); i++) {
            if (history.isCensored(i)) {
                out.writeInt(Float.floatToIntBits((float) history.shareBeforeSoldOut(i)));
            }
        }
    }
}
