package io.quartermaster.forecasting.command;

import java.time.LocalDate;
import java.util.Arrays;

/// The rows of one series as they are read, in columns of small numbers.
final class SeriesRows {

    private int[] days = new int[64];
    private float[] units = new float[64];
    private final int[][] codes;
    /// Empty where nothing is planned.
    private final int[][] planned;
    private int length;

    SeriesRows(int columns) {
        codes = new int[columns][64];
        planned = new int[columns][0];
    }

    /// Begins a row; false if its day is not after the last one.
    boolean add(LocalDate day, float sold) {
        int epoch = (int) day.toEpochDay();
        if (length > 0 && epoch <= days[length - 1]) {
            return false;
        }
        if (length == days.length) {
            days = Arrays.copyOf(days, 2 * length);
            units = Arrays.copyOf(units, 2 * length);
            for (int c = 0; c < codes.length; c++) {
                codes[c] = Arrays.copyOf(codes[c], 2 * length);
            }
        }
        days[length] = epoch;
        units[length] = sold;
        length++;
        return true;
    }

    /// A cell of the row that was begun last.
    void cell(int column, int code) {
        codes[column][length - 1] = code;
    }

    void plan(int column, int step, int code, int horizon) {
        if (planned[column].length == 0) {
            planned[column] = new int[horizon];
            Arrays.fill(planned[column], -1);
        }
        planned[column][step] = code;
    }

    int length() {
        return length;
    }

    LocalDate day(int row) {
        return LocalDate.ofEpochDay(days[row]);
    }

    float units(int row) {
        return units[row];
    }

    int code(int column, int row) {
        return codes[column][row];
    }

    /// -1 if nothing is planned.
    int planned(int column, int step) {
        return planned[column].length == 0 ? -1 : planned[column][step];
    }

    boolean isConstant(int column) {
        for (int i = 1; i < length; i++) {
            if (codes[column][i] != codes[column][0]) {
                return false;
            }
        }
        return planned[column].length == 0
                || Arrays.stream(planned[column]).allMatch(code -> code < 0 || code == codes[column][0]);
    }
}
