package io.quartermaster.forecasting.command;

import io.quartermaster.forecasting.Frequency;
import io.quartermaster.forecasting.panel.Panel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/// A panel of real sales whose last horizon is hidden, and what came in it.
///
/// @param asked what is to be forecast
public record HiddenEnd(Panel panel, List<Asked> asked) {

    private static final int ID = 0;
    private static final int DAY = 1;
    private static final int UNITS = 2;

    /// One period of one series, and what came.
    ///
    /// @param step zero for the first hidden period
    public record Asked(int series, int step, float came) {}

    /// Reads a packed table whose first columns are `unique_id`, `ds` and `y`; all others are
    /// known ahead, or never change.
    public static HiddenEnd read(Path packed, Frequency frequency, int horizon) throws IOException {
        var lines = lines(packed);
        var days = new TreeSet<String>();
        lines.stream().skip(1).forEach(line -> days.add(cells(line)[DAY]));
        var hidden = new HashSet<>(days.stream().skip(days.size() - (long) horizon).toList());
        var train = new ArrayList<String>(lines.size());
        var future = new ArrayList<String>();
        var came = new ArrayList<Float>();
        var seen = new HashSet<String>();
        train.add(lines.getFirst());
        future.add(withoutUnits(lines.getFirst()));
        for (var line : lines.subList(1, lines.size())) {
            var cells = cells(line);
            if (!hidden.contains(cells[DAY])) {
                train.add(line);
                seen.add(cells[ID]);
            } else if (seen.contains(cells[ID])) {
                future.add(withoutUnits(line));
                came.add(cells[UNITS].isEmpty() ? Float.NaN : Float.parseFloat(cells[UNITS]));
            }
        }
        return of(train, future, came, frequency, horizon);
    }

    private static HiddenEnd of(
            List<String> train, List<String> future, List<Float> came, Frequency frequency, int horizon)
            throws IOException {
        var folder = Files.createTempDirectory("hidden-end");
        var sales = folder.resolve("train.csv");
        var plans = folder.resolve("future.csv");
        try {
            Files.write(sales, train);
            Files.write(plans, future);
            var order = PanelReader.read(sales, plans, frequency, horizon);
            var asked = new ArrayList<Asked>();
            for (int i = 0; i < came.size(); i++) {
                var place = order.places().get(i);
                asked.add(new Asked(place.series(), place.step(), came.get(i)));
            }
            return new HiddenEnd(order.panel(), asked);
        } finally {
            Files.deleteIfExists(sales);
            Files.deleteIfExists(plans);
            Files.deleteIfExists(folder);
        }
    }

    private static List<String> lines(Path packed) throws IOException {
        try (var in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(packed)), StandardCharsets.UTF_8))) {
            return in.lines().toList();
        }
    }

    private static String[] cells(String line) {
        return line.split(",", UNITS + 2);
    }

    private static String withoutUnits(String line) {
        var cells = cells(line);
        return cells[ID] + ',' + cells[DAY] + ',' + cells[UNITS + 1];
    }
}
