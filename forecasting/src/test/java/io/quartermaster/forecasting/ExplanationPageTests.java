package io.quartermaster.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The worked example of the page on explanations is read and worked.
class ExplanationPageTests {

    private static final Path PAGE = Path.of("../docs/forecasting/explanation.md");
    private static final Pattern HISTORY = Pattern.compile("(?m)^`([0-9– ]+)`$");
    private static final Pattern ANSWER = Pattern.compile("(?m)^\\| `(saturday|week) ([^`]+)` \\| ([0-9.]+) \\|");
    private static final int ANSWERS = 9;
    private static final int SATURDAY = 5;

    @Test
    void answersAsTheWorkedExampleSays() throws IOException {
        var page = Files.readString(PAGE);
        var history = HISTORY.matcher(page);
        assertThat(history.find()).isTrue();
        var cells = history.group(1).split(" ");
        var units = Arrays.stream(cells)
                .mapToDouble(cell -> cell.equals("–") ? 0 : Double.parseDouble(cell))
                .toArray();
        var empty = new boolean[cells.length];
        for (int i = 0; i < cells.length; i++) {
            empty[i] = cells[i].equals("–");
        }
        var kiosk = DemandSeries.daily(LocalDate.of(2026, 1, 5), units, empty);
        var saturday = Forecaster.standard().explain(kiosk, 14, SATURDAY, 1);
        var week = Forecaster.standard().explain(kiosk, 14, 0, 7);

        var answers = ANSWER.matcher(page).results().toList();
        assertThat(answers).hasSize(ANSWERS);
        for (var answer : answers) {
            var asked = answer.group(1).equals("week") ? week : saturday;
            assertThat(answer(asked, answer.group(2)))
                    .as(answer.group())
                    .isCloseTo(Double.parseDouble(answer.group(3)), within(0.0006));
        }
    }

    private static double answer(Explanation explanation, String asked) {
        return switch (asked) {
            case "base" -> explanation.base();
            case "mean" -> explanation.mean();
            default ->
                asked.endsWith(" units")
                        ? explanation.units().get(Reason.valueOf(asked.replace(" units", "")))
                        : explanation.factor(Reason.valueOf(asked));
        };
    }

    @Test
    void namesEachReason() throws IOException {
        var page = Files.readString(PAGE);

        for (var reason : Reason.values()) {
            assertThat(page).contains("`" + reason + "`");
        }
    }
}
