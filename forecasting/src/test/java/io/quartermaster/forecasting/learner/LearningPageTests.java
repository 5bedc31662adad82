package io.quartermaster.forecasting.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The page on learning together shows what the library does.
class LearningPageTests {

    private static final Path PAGE = Path.of("../docs/forecasting/learning-together.md");
    private static final double ROUNDED = 0.0005;
    private static final double STEPS = 4;

    /// Each row: weeks (units over usual, steps apart), level, foretold, lift.
    private static List<String[]> rows() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> Arrays.stream(line.split("\\|"))
                        .map(cell -> cell.strip().replace("`", ""))
                        .toArray(String[]::new))
                .toList();
    }

    private static GroupPlans.Cell cell(String week) {
        var parts = week.split("[/@]");
        double apart = parts.length > 2 ? Double.parseDouble(parts[2]) : 0;
        return new GroupPlans.Cell(
                new double[] {STEPS + apart}, new int[] {0}, new double[] {Double.parseDouble(parts[0])}, new double[] {
                    Double.parseDouble(parts[1])
                });
    }

    @Test
    void liftsAsThePageSays() throws IOException {
        var plan = Plan.ofAmounts(new float[][] {{0, 1}}, true, new int[] {2});
        assertThat(rows()).hasSize(4);
        for (var row : rows()) {
            var cells = Arrays.stream(row[1].split(" "))
                    .filter(week -> !week.isEmpty())
                    .map(LearningPageTests::cell)
                    .toArray(GroupPlans.Cell[]::new);
            var groups =
                    new GroupPlans(new Plan[] {plan}, new int[] {0}, new GroupPlans.Cell[][] {cells}, new float[0][][]);

            double lift =
                    groups.lift(0, new double[] {STEPS}, 1, Double.parseDouble(row[2]), Double.parseDouble(row[3]));

            assertThat(lift).as(row[1]).isCloseTo(Double.parseDouble(row[4]), within(ROUNDED));
        }
    }
}
