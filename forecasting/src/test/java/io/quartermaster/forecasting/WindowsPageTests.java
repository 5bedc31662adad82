package io.quartermaster.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import org.junit.jupiter.api.Test;

/// The worked example of the page on windows is read and worked.
class WindowsPageTests {

    private static final Path PAGE = Path.of("../docs/forecasting/windows.md");
    private static final int WEEK = Arrays.binarySearch(ErrorSpread.lengths(), 7);
    private static final double ROUNDED = 0.0006;

    /// All below the rank lay in the middle, and all from it on at the place.
    private static TailCalibration learnt(int windows, int rank, double place) {
        var places = new EnumMap<DemandClass, int[][]>(DemandClass.class);
        for (var kind : DemandClass.values()) {
            places.put(kind, new int[ErrorSpread.lengths().length][TailLearning.BINS]);
        }
        places.get(DemandClass.SMOOTH)[WEEK][TailLearning.bin(0.5)] = rank - 1;
        places.get(DemandClass.SMOOTH)[WEEK][TailLearning.bin(place)] = windows - rank + 1;
        return TailCalibration.of(places);
    }

    @Test
    void movesLevelsAsThePageSays() throws IOException {
        var rows = Files.readAllLines(PAGE).stream()
                .filter(line -> line.matches("\\| [0-9].*"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                        .mapToDouble(cell -> Double.parseDouble(cell.strip()))
                        .toArray())
                .toList();
        var week = new WindowDemand(20, 10, true);

        assertThat(rows).hasSize(4);
        for (double[] row : rows) {
            double p = row[1];
            assertThat(Math.min(row[0], Math.ceil((row[0] + 1) * p))).isEqualTo(row[2]);
            double level = learnt((int) row[0], (int) row[2], row[3]).level(DemandClass.SMOOTH, 7, p);
            assertThat(level).as(Arrays.toString(row)).isCloseTo(row[4], within(ROUNDED));
            assertThat(week.quantile(p)).isEqualTo(row[5]);
            assertThat(week.quantile(level)).as(Arrays.toString(row)).isEqualTo(row[6]);
        }
    }

    @Test
    void saysHowManyBytesItTakes() throws IOException {
        var page = Files.readString(PAGE);

        assertThat(page).contains("Source: ").contains("6,001 bytes");
        assertThat(learnt(1_000, 991, 0.998).toBytes()).hasSize(6_001);
    }
}
