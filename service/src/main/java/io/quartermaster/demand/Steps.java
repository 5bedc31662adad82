package io.quartermaster.demand;

import io.quartermaster.demand.Step.Surprising;
import io.quartermaster.demand.Step.Teaching;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Steps as bytes, one behind the other: a letter, how many numbers, and the numbers.
///
/// A letter stands for one way of moving a forecast. When [Taught] or [Refit] reckons otherwise,
/// its steps get another letter: old ones are then refused, not made again as something else.
final class Steps {

    private static final byte TAUGHT = 'T';
    private static final byte SURPRISED = 'S';
    private static final int HEAD = 1 + Integer.BYTES;
    private static final int SERIES_TAUGHT = 3;

    private Steps() {}

    /// The steps so far, and one more.
    static byte[] and(byte[] before, Step step) {
        double[] numbers = numbers(step);
        var bytes = ByteBuffer.allocate(before.length + HEAD + numbers.length * Double.BYTES)
                .put(before)
                .put(letter(step))
                .putInt(numbers.length);
        for (double number : numbers) {
            bytes.putDouble(number);
        }
        return bytes.array();
    }

    private static byte letter(Step step) {
        return switch (step) {
            case Teaching _ -> TAUGHT;
            case Surprising _ -> SURPRISED;
        };
    }

    private static double[] numbers(Step step) {
        return switch (step) {
            case Teaching taught -> {
                int horizon = taught.means().length;
                var numbers = new double[SERIES_TAUGHT * horizon + 1];
                System.arraycopy(taught.means(), 0, numbers, 0, horizon);
                System.arraycopy(taught.deviations(), 0, numbers, horizon, horizon);
                System.arraycopy(taught.windows(), 0, numbers, 2 * horizon, horizon);
                numbers[SERIES_TAUGHT * horizon] = taught.lastWeek();
                yield numbers;
            }
            case Surprising surprise -> new double[] {surprise.soldToday()};
        };
    }

    /// Reads them back.
    ///
    /// @throws IllegalArgumentException if the bytes are no steps
    static List<Step> read(byte[] bytes) {
        var steps = new ArrayList<Step>();
        var rest = ByteBuffer.wrap(bytes);
        try {
            while (rest.hasRemaining()) { // each step takes some bytes
                steps.add(step(rest));
            }
        } catch (BufferUnderflowException fault) {
            throw new IllegalArgumentException(
                    "The steps (%d bytes) end in the middle of one.".formatted(bytes.length), fault);
        }
        return steps;
    }

    private static Step step(ByteBuffer rest) {
        byte letter = rest.get();
        int count = rest.getInt();
        if (count < 1 || count > rest.remaining() / Double.BYTES) {
            throw new IllegalArgumentException("A step of %d numbers is not within the %d bytes that are left."
                    .formatted(count, rest.remaining()));
        }
        if (letter == SURPRISED && count == 1) {
            return new Surprising(numbers(rest, count)[0]);
        }
        int horizon = (count - 1) / SERIES_TAUGHT;
        if (letter == TAUGHT && horizon > 0 && count == SERIES_TAUGHT * horizon + 1) {
            return new Teaching(
                    numbers(rest, horizon), numbers(rest, horizon), numbers(rest, horizon), numbers(rest, 1)[0]);
        }
        throw new IllegalArgumentException(
                "The step (%d, of %d numbers) is of no known kind.".formatted(letter, count));
    }

    private static double[] numbers(ByteBuffer from, int count) {
        var numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = from.getDouble();
        }
        return numbers;
    }
}
