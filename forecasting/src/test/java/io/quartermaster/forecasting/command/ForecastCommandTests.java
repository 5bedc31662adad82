package io.quartermaster.forecasting.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.forecasting.Frequency;
import io.quartermaster.forecasting.panel.KnownColumn;
import io.quartermaster.forecasting.panel.RealisedColumn;
import io.quartermaster.forecasting.panel.StaticColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command reads tables as people write them, and says where one is wrong.
class ForecastCommandTests {

    private static final String HEADER = "unique_id,ds,y,price,promotion,shop\n";

    @TempDir
    private Path folder = Path.of("");

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String sales(int days) {
        var text = new StringBuilder(HEADER);
        for (String pen : new String[] {"\"pen, blue\"", "pad"}) {
            for (int i = 0; i < days; i++) {
                text.append("%s,%s,%d,%s,%s,North\n"
                        .formatted(pen, LocalDate.of(2026, 1, 1).plusDays(i), i % 4, i % 2 == 0 ? "2.5" : "2", "none"));
            }
        }
        return text.toString();
    }

    private static final String PLANS = """
            unique_id,ds,promotion,shop
            "pen, blue",2026-03-02,leaflet,North
            pad,2026-03-02,none,North
            pad,2026-03-03,none,North
            """;

    private ForecastOrder order(Path train, Path future, String... more) {
        String[] plain = {
            "--train", train.toString(),
            "--future", future.toString(),
            "--out", folder.resolve("out.csv").toString(),
            "--horizon", "7",
            "--freq", "D"
        };
        String[] all = Arrays.copyOf(plain, plain.length + more.length);
        System.arraycopy(more, 0, all, plain.length, more.length);
        return ForecastOrder.of(all);
    }

    @Test
    void answersARowForEachPlannedDay() throws IOException {
        for (var models : new String[] {"portfolio", "learner", "all"}) {
            var order = order(file("train.csv", sales(60)), file("future.csv", PLANS), "--models", models);

            assertThat(ForecastCommand.run(order))
                    .satisfies(spent -> assertThat(spent.own()).isBetween(0.001, spent.process()));

            var lines = Files.readAllLines(order.out());
            assertThat(lines).hasSize(4);
            assertThat(lines.getFirst())
                    .startsWith("unique_id,ds,mean,q0.005,q0.025")
                    .endsWith("q0.995");
            assertThat(lines.get(1)).startsWith("\"pen, blue\",2026-03-02,");
            assertThat(lines.get(3)).startsWith("pad,2026-03-03,");
            assertThat(lines.get(3).split(",")).hasSize(15);
        }
    }

    @Test
    void tellsKnownFromRealisedFromStatic() throws IOException {
        var panel = PanelReader.read(file("train.csv", sales(60)), file("future.csv", PLANS), Frequency.DAILY, 7)
                .panel();

        assertThat(panel.realised()).extracting(RealisedColumn::name).containsExactly("price");
        assertThat(panel.known()).extracting(KnownColumn::name).containsExactly("promotion");
        assertThat(panel.attributes()).extracting(StaticColumn::name).containsExactly("shop");
    }

    @Test
    void leavesMissingDaysUnknown() throws IOException {
        var train = file("train.csv", "unique_id,ds,y\npen,2026-01-01,3\npen,2026-01-04,5\npen,2026-01-05,\n");
        var future = file("future.csv", "unique_id,ds\npen,2026-01-06\n");

        var units = PanelReader.read(train, future, Frequency.DAILY, 1)
                .panel()
                .series()
                .getFirst()
                .units();

        assertThat(units).containsExactly(3, Float.NaN, Float.NaN, 5, Float.NaN);
    }

    @Test
    void saysWhereATableIsWrong() throws IOException {
        refuses("unique_id,ds,y\npen,2026-01-01,three\n", "train.csv, line 2, column y: 'three' is not a number");
        refuses("unique_id,ds,y\npen,1.1.2026,3\n", "line 2, column ds: '1.1.2026' is not a day");
        refuses("unique_id,ds,y\npen,2026-01-01,3,4\n", "line 2: 4 cells, but the header names 3 columns");
        refuses("unique_id,ds,y\npen,2026-01-02,3\npen,2026-01-01,3\n", "line 3, column ds: '2026-01-01' is not after");
        refuses("unique_id,ds\npen,2026-01-02\n", "line 1: the column 'y' is missing");
        refuses("unique_id,ds,y,y\npen,2026-01-02,1,2\n", "line 1: the column 'y' is there twice");
        refuses("unique_id,ds,y\n\"pen,2026-01-02,1\n", "line 2, column 1: the quote is never closed");
        refuses("unique_id,ds,y\n", "line 2: there are no sales");
        refuses("", "line 1: there is no header");
    }

    private void refuses(String sales, String message) throws IOException {
        var order = order(file("train.csv", sales), file("future.csv", "unique_id,ds\npen,2026-01-06\n"));
        assertThatThrownBy(() -> ForecastCommand.run(order))
                .isInstanceOf(BadTable.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesPlansForWhatWasNeverSold() throws IOException {
        var order = order(
                file("train.csv", "unique_id,ds,y\npen,2026-01-05,1\n"),
                file("future.csv", "unique_id,ds\nink,2026-01-06\n"));

        assertThatThrownBy(() -> ForecastCommand.run(order))
                .hasMessageContaining("future.csv, line 2, column unique_id: 'ink' is not among the sales");
    }

    @Test
    void refusesAnOrderThatItDoesNotUnderstand() {
        assertThatThrownBy(() -> ForecastOrder.of("--freq", "H")).hasMessageContaining("--freq (H) must be D");
        assertThatThrownBy(() -> ForecastOrder.of("--speed", "9")).hasMessageContaining("'--speed' is not known");
        assertThatThrownBy(() -> ForecastOrder.of("--freq", "D", "--season", "12"))
                .hasMessageContaining("--season (12) must be 7");
    }
}
