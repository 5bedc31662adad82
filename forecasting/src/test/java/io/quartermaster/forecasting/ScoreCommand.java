package io.quartermaster.forecasting;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Forecasts a file of series for an outside scorer, and prints the CPU seconds it took:
/// `train.csv out.csv horizon frequency [model,model]`, with dashes for the blanks of a name.
///
/// In: unique_id, ds, y. Out: unique_id, ds, mean and twelve quantiles.
final class ScoreCommand {

    private static final double[] LEVELS = {.005, .025, .165, .25, .5, .67, .75, .835, .95, .975, .99, .995};

    private ScoreCommand() {}

    record Day(LocalDate date, double units) {}

    public static void main(String[] arguments) throws IOException {
        int horizon = Integer.parseInt(arguments[2]);
        var frequency =
                switch (arguments[3].charAt(0)) {
                    case 'D' -> Frequency.DAILY;
                    case 'W' -> Frequency.WEEKLY;
                    default -> Frequency.MONTHLY;
                };
        var forecaster = arguments.length > 4 ? Forecaster.of(models(arguments[4])) : Forecaster.standard();
        long spent = 0;
        try (var out = Files.newBufferedWriter(Path.of(arguments[1]))) {
            out.write(Arrays.stream(LEVELS)
                    .mapToObj(p -> "q" + Double.toString(p))
                    .collect(Collectors.joining(",", "unique_id,ds,mean,", "\n")));
            for (var entry : read(Path.of(arguments[0])).entrySet()) {
                var series = series(entry.getValue(), frequency);
                long before = cpu();
                var table = table(forecaster.forecast(series, horizon));
                spent += cpu() - before;
                write(out, entry.getKey(), series, table);
            }
        }
        System.out.println("SECONDS " + spent / 1e9);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static List<ForecastModel> models(String names) {
        var wanted = Arrays.asList(names.split(","));
        return ModelShelf.ALL.stream()
                .filter(model -> wanted.contains(model.name().replace(' ', '-')))
                .toList();
    }

    private static Map<String, List<Day>> read(Path csv) throws IOException {
        var histories = new LinkedHashMap<String, List<Day>>();
        try (var lines = Files.lines(csv)) {
            lines.skip(1).forEach(line -> {
                var cells = line.split(",", 4);
                var units = cells[2].isEmpty() ? Double.NaN : Double.parseDouble(cells[2]);
                histories
                        .computeIfAbsent(cells[0], _ -> new ArrayList<>())
                        .add(new Day(LocalDate.parse(cells[1].substring(0, 10)), units));
            });
        }
        return histories;
    }

    private static DemandSeries series(List<Day> days, Frequency frequency) {
        var units = days.stream().mapToDouble(Day::units).toArray();
        return DemandSeries.of(days.getFirst().date(), frequency, units, new boolean[units.length]);
    }

    private static double[][] table(Forecast forecast) {
        var table = new double[forecast.horizon()][LEVELS.length + 1];
        for (int i = 0; i < table.length; i++) {
            table[i][0] = forecast.mean(i);
            System.arraycopy(forecast.over(i, 1).quantiles(LEVELS), 0, table[i], 1, LEVELS.length);
        }
        return table;
    }

    private static void write(BufferedWriter out, String id, DemandSeries series, double[][] table) throws IOException {
        for (int i = 0; i < table.length; i++) {
            var day = series.frequency().dayOf(series.end(), i);
            out.write(Arrays.stream(table[i])
                    .mapToObj(Double::toString)
                    .collect(Collectors.joining(",", id + "," + day + ",", "\n")));
        }
    }
}
