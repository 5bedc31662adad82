package io.quartermaster.forecasting.command;

import io.quartermaster.forecasting.learner.PanelForecast;
import io.quartermaster.forecasting.learner.PanelForecaster;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// `./quartermaster forecast`: reads what was sold and what is planned, writes what to expect,
/// with twelve quantiles, and says how many seconds of processor it took.
public final class ForecastCommand {

    static final double[] LEVELS = {.005, .025, .165, .25, .5, .67, .75, .835, .95, .975, .99, .995};
    private static final int REFUSED = 2;

    private ForecastCommand() {}

    /// Runs the command; ends with 2 if the order or a table cannot be read.
    public static void main(String[] arguments) {
        if (List.of(arguments).contains("--help")) {
            System.out.println(ForecastOrder.USAGE);
            return;
        }
        try {
            var spent = run(ForecastOrder.of(arguments));
            System.out.printf(
                    Locale.ROOT,
                    "SECONDS %.4f%n(%.3f with what the virtual machine did meanwhile, compiling above all)%n",
                    spent.own(),
                    spent.process());
        } catch (BadTable e) {
            System.err.println("forecast: " + e.getMessage());
            System.exit(REFUSED);
        } catch (IOException e) {
            System.err.println("forecast: a file could not be read or written: " + e);
            System.exit(REFUSED);
        }
    }

    /// Answers the processor's seconds of learning and forecasting, files left out.
    static Workers.Spent run(ForecastOrder order) throws IOException {
        var read = PanelReader.read(order.train(), order.future(), order.frequency(), order.horizon());
        try (var workers = new Workers()) {
            var done =
                    workers.work(() -> table(PanelForecaster.of(order.voices()).forecast(read.panel()), read.places()));
            write(order.out(), read.places(), done.outcome());
            return done.spent();
        }
    }

    private static double[][] table(PanelForecast forecast, List<PanelReader.Place> places) {
        return IntStream.range(0, places.size())
                .parallel()
                .mapToObj(i -> {
                    var place = places.get(i);
                    var row = new double[LEVELS.length + 1];
                    row[0] = forecast.mean(place.series(), place.step());
                    double[] quantiles = forecast.quantiles(place.series(), place.step(), LEVELS);
                    System.arraycopy(quantiles, 0, row, 1, quantiles.length);
                    return row;
                })
                .toArray(double[][]::new);
    }

    private static void write(Path file, List<PanelReader.Place> places, double[][] table) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            out.write("unique_id,ds,mean");
            for (double level : LEVELS) {
                out.write(",q" + level);
            }
            out.write('\n');
            for (int i = 0; i < table.length; i++) {
                writeRow(out, places.get(i), table[i]);
            }
        }
    }

    private static void writeRow(BufferedWriter out, PanelReader.Place place, double[] row) throws IOException {
        out.write(quoted(place.id()) + ',' + place.day());
        for (double value : row) {
            out.write(',');
            out.write(Double.toString(value));
        }
        out.write('\n');
    }

    private static String quoted(String cell) {
        return cell.matches("[^\",\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
