package io.quartermaster.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The README's worked example is read and worked: its table is the history, its answers are
/// ours.
class ReadmeTests {

    private static final Pattern WEEK = Pattern.compile("(?m)^\\| \\d ((?:\\| (?:\\d+|–) ){7})\\|$");
    private static final Pattern ANSWER = Pattern.compile("(?m)^\\| `([^`]+)` \\| ([0-9.]+) \\|");

    private static final Map<String, ToDoubleFunction<Forecast>> QUESTIONS = Map.of(
            "mean(0)", forecast -> forecast.mean(0),
            "mean(2)", forecast -> forecast.mean(2),
            "level()", Forecast::level,
            "weekdayFactors()[5]", forecast -> forecast.weekdayFactors()[5],
            "over(0, 5).mean()", forecast -> forecast.over(0, 5).mean(),
            "over(0, 5).quantile(0.95)", forecast -> forecast.over(0, 5).quantile(0.95),
            "overLeadTime(5, 1.5).mean()",
                    forecast -> forecast.overLeadTime(5, 1.5).mean(),
            "overLeadTime(5, 1.5).deviation()",
                    forecast -> forecast.overLeadTime(5, 1.5).deviation(),
            "overLeadTime(5, 1.5).quantile(0.95)",
                    forecast -> forecast.overLeadTime(5, 1.5).quantile(0.95));

    private String readme = "";
    private Forecast forecast = Forecaster.standard().forecast(DemandSeries.daily(LocalDate.EPOCH), 1);

    @BeforeEach
    void workTheExample() throws IOException {
        readme = Files.readString(Path.of("README.md"));
        double[] units = WEEK.matcher(readme)
                .results()
                .flatMap(week ->
                        Arrays.stream(week.group(1).replace("|", "").strip().split(" +")))
                .mapToDouble(cell -> cell.equals("–") ? 0 : Double.parseDouble(cell))
                .toArray();
        var outOfStock = new boolean[units.length];
        outOfStock[16] = true;
        outOfStock[17] = true;
        forecast = Forecaster.standard().forecast(DemandSeries.daily(LocalDate.of(2026, 1, 5), units, outOfStock), 14);
        assertThat(units).hasSize(8 * 7);
    }

    @Test
    void answersAsTheWorkedExampleSays() {
        var answers = ANSWER.matcher(readme).results().toList();

        assertThat(answers).hasSameSizeAs(QUESTIONS.keySet());
        for (var answer : answers) {
            var question = QUESTIONS.get(answer.group(1));
            assertThat(question).as(answer.group(1)).isNotNull();
            assertThat(question == null ? Double.NaN : question.applyAsDouble(forecast))
                    .as(answer.group(1))
                    .isCloseTo(Double.parseDouble(answer.group(2)), within(0.0006));
        }
    }

    @Test
    void isClassedAndNamedAsTheWorkedExampleSays() {
        assertThat(readme).contains("the class is `%s`".formatted(forecast.demandClass()));
        assertThat(readme).contains("one model stays: `%s`".formatted(forecast.model()));
    }

    @Test
    void hasARowForEachModel() {
        for (var model : ModelShelf.ALL) {
            assertThat(readme).contains("| " + model.name());
        }
    }
}
