package io.quartermaster.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each model has a page with its formula, its source and an example, and the example is worked.
class ModelPagesTests {

    private static final Pattern EXAMPLE = Pattern.compile("(?m)^\\| `([0-9 ]+)` \\| (\\d+) \\| ([0-9.]+) \\|");

    static Stream<ForecastModel> models() {
        return ForecastModel.all().stream();
    }

    @ParameterizedTest
    @MethodSource("models")
    void forecastsAsItsPageSays(ForecastModel model) throws IOException {
        var name = model.name().toLowerCase(Locale.ROOT).replace(' ', '-');
        var page = Files.readString(Path.of("../docs/forecasting", name + ".md"));

        var examples = EXAMPLE.matcher(page).results().toList();
        assertThat(page).contains("Source: ").contains("```");
        assertThat(examples).isNotEmpty();
        for (var example : examples) {
            double[] demand = Arrays.stream(example.group(1).split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            assertThat(ForecastModelContract.having(model, Frequency.DAILY, demand)
                            .ahead(Integer.parseInt(example.group(2))))
                    .as(example.group())
                    .isCloseTo(Double.parseDouble(example.group(3)), within(0.0006));
        }
    }
}
