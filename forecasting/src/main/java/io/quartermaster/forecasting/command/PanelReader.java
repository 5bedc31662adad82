package io.quartermaster.forecasting.command;

import io.quartermaster.forecasting.Frequency;
import io.quartermaster.forecasting.panel.KnownColumn;
import io.quartermaster.forecasting.panel.Panel;
import io.quartermaster.forecasting.panel.PanelSeries;
import io.quartermaster.forecasting.panel.RealisedColumn;
import io.quartermaster.forecasting.panel.StaticColumn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Makes a panel of two tables: what was sold, and what is planned.
///
/// A column of both is known ahead, or static if it never changes within a series. A column of
/// the sales alone is realised: it was only known when the day was over.
final class PanelReader {

    private final Frequency frequency;
    private final Map<String, SeriesRows> rows = new LinkedHashMap<>();
    private final List<String> columns = new ArrayList<>();
    private final List<Words> words = new ArrayList<>();
    private final List<Boolean> isKnown = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private LocalDate first = LocalDate.MAX;
    private LocalDate last = LocalDate.MIN;

    private PanelReader(Frequency frequency) {
        this.frequency = frequency;
    }

    /// A row of the plans: the answer has one for each.
    ///
    /// @param step zero for the first period to come
    record Place(int series, String id, String day, int step) {}

    /// What was read.
    record Order(Panel panel, List<Place> places) {}

    static Order read(Path train, Path future, Frequency frequency, int horizon) throws IOException {
        var reader = new PanelReader(frequency);
        try (var sales = new CsvLines(train);
                var plans = new CsvLines(future)) {
            reader.nameColumns(sales, plans);
            reader.readSales(sales, train);
            reader.readPlans(plans, horizon);
        }
        return new Order(reader.panel(horizon), List.copyOf(reader.places));
    }

    private void nameColumns(CsvLines sales, CsvLines plans) {
        sales.require("unique_id");
        sales.require("ds");
        sales.require("y");
        plans.require("unique_id");
        plans.require("ds");
        for (var column : sales.columns()) {
            if (!List.of("unique_id", "ds", "y").contains(column)) {
                columns.add(column);
                words.add(new Words());
                isKnown.add(plans.columns().contains(column));
            }
        }
    }

    private void readSales(CsvLines sales, Path file) throws IOException {
        int id = sales.require("unique_id");
        int ds = sales.require("ds");
        int units = sales.require("y");
        int[] others = columns.stream().mapToInt(sales::require).toArray();
        while (sales.next()) {
            var day = day(sales, ds);
            var own = rows.computeIfAbsent(sales.cell(id), _ -> new SeriesRows(columns.size()));
            if (!own.add(day, number(sales, units))) {
                throw sales.refuse(ds, "is not after the day before it; sort by unique_id and ds.");
            }
            for (int c = 0; c < others.length; c++) {
                own.cell(c, words.get(c).code(sales.cell(others[c])));
            }
            first = day.isBefore(first) ? day : first;
            last = day.isAfter(last) ? day : last;
        }
        if (rows.isEmpty()) {
            throw new BadTable("%s, line 2: there are no sales to learn from.".formatted(file));
        }
    }

    private void readPlans(CsvLines plans, int horizon) throws IOException {
        int id = plans.require("unique_id");
        int ds = plans.require("ds");
        int[] known = IntStream.range(0, columns.size()).filter(isKnown::get).toArray();
        int[] others =
                Arrays.stream(known).map(c -> plans.require(columns.get(c))).toArray();
        var numbers = new LinkedHashMap<String, Integer>();
        rows.keySet().forEach(key -> numbers.put(key, numbers.size()));
        while (plans.next()) {
            var own = rows.get(plans.cell(id));
            if (own == null) {
                throw plans.refuse(id, "is not among the sales; remove it, or give it a history.");
            }
            int step = period(day(plans, ds)) - period(last) - 1;
            if (step < 0 || step >= horizon) {
                throw plans.refuse(
                        ds, "is not within the %d periods after %s; check --horizon.".formatted(horizon, last));
            }
            for (int k = 0; k < known.length; k++) {
                own.plan(known[k], step, words.get(known[k]).code(plans.cell(others[k])), horizon);
            }
            places.add(new Place(numbers.getOrDefault(plans.cell(id), 0), plans.cell(id), plans.cell(ds), step));
        }
    }

    private static LocalDate day(CsvLines lines, int ds) {
        var cell = lines.cell(ds);
        try {
            return LocalDate.parse(cell.length() > 10 ? cell.substring(0, 10) : cell);
        } catch (java.time.DateTimeException e) {
            throw lines.refuse(ds, "is not a day such as 2026-01-31.");
        }
    }

    private static float number(CsvLines lines, int column) {
        var cell = lines.cell(column);
        if (Words.isUnknown(cell)) {
            return Float.NaN;
        }
        try {
            float value = Float.parseFloat(cell);
            return Float.isFinite(value) ? value : Float.NaN;
        } catch (NumberFormatException e) {
            throw lines.refuse(column, "is not a number; leave it empty if nobody knows.");
        }
    }

    private int period(LocalDate day) {
        return switch (frequency) {
            case DAILY -> (int) (day.toEpochDay() - first.toEpochDay());
            case WEEKLY -> (int) Math.floorDiv(day.toEpochDay() - first.toEpochDay(), 7L);
            case MONTHLY -> (day.getYear() - first.getYear()) * 12 + day.getMonthValue() - first.getMonthValue();
        };
    }

    private Panel panel(int horizon) {
        int periods = period(last) + 1;
        var series = new ArrayList<PanelSeries>();
        var all = List.copyOf(rows.values());
        for (var entry : rows.entrySet()) {
            var own = entry.getValue();
            int start = period(own.day(0));
            var units = new float[periods - start];
            Arrays.fill(units, Float.NaN);
            for (int i = 0; i < own.length(); i++) {
                units[period(own.day(i)) - start] = own.units(i);
            }
            series.add(new PanelSeries(entry.getKey(), start, units));
        }
        var known = new ArrayList<KnownColumn>();
        var realised = new ArrayList<RealisedColumn>();
        var attributes = new ArrayList<StaticColumn>();
        for (int c = 0; c < columns.size(); c++) {
            int column = c;
            if (all.stream().allMatch(own -> own.isConstant(column))) {
                attributes.add(attribute(column, all));
            } else if (isKnown.get(c)) {
                known.add(new KnownColumn(
                        columns.get(c), !words.get(c).isNumeric(), values(column, all, series, horizon)));
            } else {
                realised.add(new RealisedColumn(columns.get(c), values(column, all, series, 0)));
            }
        }
        return new Panel(frequency, first, periods, horizon, series, known, realised, attributes);
    }

    private StaticColumn attribute(int column, List<SeriesRows> all) {
        var seen = new Words();
        return new StaticColumn(
                columns.get(column),
                all.stream()
                        .mapToInt(own -> seen.code(words.get(column).word(own.code(column, 0))))
                        .toArray());
    }

    private float[][] values(int column, List<SeriesRows> all, List<PanelSeries> series, int ahead) {
        var values = new float[all.size()][];
        for (int s = 0; s < values.length; s++) {
            var own = all.get(s);
            int length = series.get(s).units().length;
            values[s] = new float[length + ahead];
            Arrays.fill(values[s], Float.NaN);
            for (int i = 0; i < own.length(); i++) {
                values[s][period(own.day(i)) - series.get(s).first()] =
                        words.get(column).value(own.code(column, i));
            }
            for (int i = 0; i < ahead; i++) {
                int code = own.planned(column, i);
                values[s][length + i] = code < 0 ? Float.NaN : words.get(column).value(code);
            }
        }
        return values;
    }
}
