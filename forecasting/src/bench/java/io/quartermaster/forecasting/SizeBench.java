package io.quartermaster.forecasting;

import com.sun.management.OperatingSystemMXBean;
import io.quartermaster.forecasting.learner.PanelForecaster;
import io.quartermaster.forecasting.learner.Voices;
import io.quartermaster.forecasting.panel.KnownColumn;
import io.quartermaster.forecasting.panel.Panel;
import io.quartermaster.forecasting.panel.PanelSeries;
import io.quartermaster.forecasting.panel.StaticColumn;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/// How time and memory grow with the number of series: 1,941 days each, nine quantiles of 28
/// days.
///
/// Days are Poisson draws around a monthly rate shaped by weekday. Rates come from a table (id,
/// item, department, category, shop, state, then units a month from January 2011 on) or are
/// made up.
///
/// ```
/// ./quartermaster bench forecast-size --series 1000,10000,30490 --models portfolio --monthly FILE
/// ```
final class SizeBench {

    private static final int DAYS = 1_941;
    private static final int HORIZON = 28;
    private static final int MONTHS = 64;
    private static final int NAMES = 6;
    private static final double DAYS_A_MONTH = 30.44;
    private static final double[] NINE = {.005, .025, .165, .25, .5, .75, .835, .975, .995};
    private static final LocalDate FIRST = LocalDate.of(2011, 1, 29);

    /// One series as the table has it: what it belongs to, and its rates.
    private record Rates(String id, List<String> names, double[] aDay) {}

    private SizeBench() {}

    /// Runs once for each size.
    public static void main(String[] arguments) throws IOException {
        var given = new java.util.HashMap<>(Map.of("--series", "1000,10000", "--models", "portfolio", "--monthly", ""));
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            given.put(arguments[i], arguments[i + 1]);
        }
        var voices = Voices.valueOf(given.get("--models").toUpperCase(Locale.ROOT));
        var monthly = given.get("--monthly");
        System.out.println(
                "| series | wall s | CPU s | heap of the series MB | peak heap MB | most resident MB | sum |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (var size : given.get("--series").split(",")) {
            int count = Integer.parseInt(size);
            run(monthly.isEmpty() ? madeUp(count) : read(Path.of(monthly), count), voices);
        }
    }

    private static void run(List<Rates> rates, Voices voices) throws IOException {
        System.gc();
        long before = used();
        var panel = panel(rates, voices != Voices.PORTFOLIO);
        System.gc();
        long held = used() - before;
        for (var pool : ManagementFactory.getMemoryPoolMXBeans()) {
            pool.resetPeakUsage();
        }
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long wall = System.nanoTime();
        long processor = system.getProcessCpuTime();
        double sum = forecast(panel, voices);
        System.out.printf(
                Locale.ROOT,
                "| %,d | %.1f | %.1f | %d | %d | %s | %.3f |%n",
                rates.size(),
                (System.nanoTime() - wall) / 1e9,
                (system.getProcessCpuTime() - processor) / 1e9,
                held >> 20,
                ManagementFactory.getMemoryPoolMXBeans().stream()
                                .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                                .map(MemoryPoolMXBean::getPeakUsage)
                                .mapToLong(usage -> usage.getUsed())
                                .sum()
                        >> 20,
                mostResident(),
                sum);
    }

    private static double forecast(Panel panel, Voices voices) {
        var forecast = PanelForecaster.of(voices).forecast(panel);
        return IntStream.range(0, panel.series().size())
                .parallel()
                .mapToObj(series -> {
                    double sum = 0;
                    for (int day = 0; day < HORIZON; day++) {
                        sum += forecast.mean(series, day) + Arrays.stream(forecast.quantiles(series, day, NINE)).sum();
                    }
                    return sum;
                })
                .toList()
                .stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    private static Panel panel(List<Rates> rates, boolean withColumns) {
        var series = IntStream.range(0, rates.size())
                .parallel()
                .mapToObj(i -> series(rates.get(i), i))
                .toList();
        var known = new ArrayList<KnownColumn>();
        var attributes = new ArrayList<StaticColumn>();
        if (withColumns) {
            known.add(new KnownColumn("price", false, prices(series)));
            known.add(new KnownColumn("event", true, events(series)));
            for (int n = 1; n < NAMES; n++) {
                attributes.add(attribute(rates, n));
            }
        }
        return new Panel(Frequency.DAILY, FIRST, DAYS, HORIZON, series, known, List.of(), attributes);
    }

    /// From its first unit on.
    private static PanelSeries series(Rates rates, int number) {
        var random = new Random(number);
        var units = new float[DAYS];
        int first = DAYS - HORIZON;
        for (int day = DAYS - 1; day >= 0; day--) {
            var date = FIRST.plusDays(day);
            int month = Math.min(MONTHS - 1, (date.getYear() - 2011) * 12 + date.getMonthValue() - 1);
            units[day] = (float) MadeUp.poisson(random, rates.aDay[month] * MadeUp.WEEK[day % MadeUp.WEEK.length]);
            first = units[day] > 0 ? Math.min(first, day) : first;
        }
        return new PanelSeries(rates.id, first, Arrays.copyOfRange(units, first, DAYS));
    }

    private static float[][] prices(List<PanelSeries> series) {
        return IntStream.range(0, series.size())
                .parallel()
                .mapToObj(s -> {
                    var random = new Random(s);
                    var prices = new float[series.get(s).units().length + HORIZON];
                    float price = 1 + random.nextInt(900) / 100f;
                    for (int i = 0; i < prices.length; i++) {
                        price = random.nextInt(200) == 0 ? price * (0.85f + 0.3f * random.nextFloat()) : price;
                        prices[i] = price;
                    }
                    return prices;
                })
                .toArray(float[][]::new);
    }

    private static float[][] events(List<PanelSeries> series) {
        return series.stream()
                .map(one -> {
                    var events = new float[one.units().length + HORIZON];
                    for (int i = 0; i < events.length; i++) {
                        int day = FIRST.plusDays(one.first() + i).getDayOfYear();
                        events[i] = day % 12 == 0 ? day / 12 : 0;
                    }
                    return events;
                })
                .toArray(float[][]::new);
    }

    private static StaticColumn attribute(List<Rates> rates, int name) {
        var words = new ArrayList<String>();
        return new StaticColumn(
                "name" + name,
                rates.stream()
                        .mapToInt(one -> {
                            var word = one.names.get(name);
                            if (!words.contains(word)) {
                                words.add(word);
                            }
                            return words.indexOf(word);
                        })
                        .toArray());
    }

    private static List<Rates> madeUp(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    var random = new Random(-i - 1L);
                    var aDay = new double[MONTHS];
                    double level = Math.exp(-0.2 + 1.2 * random.nextGaussian());
                    Arrays.fill(aDay, random.nextInt(MONTHS / 2), MONTHS, level);
                    var item = "item" + i / 10;
                    var shop = "shop" + i % 10;
                    return new Rates(
                            item + shop,
                            List.of("", item, "d" + i / 10 % 7, "c" + i / 10 % 7 % 3, shop, "s" + i % 10 % 3),
                            aDay);
                })
                .toList();
    }

    /// Spread evenly over the table, so that a thousand are like all.
    private static List<Rates> read(Path file, int count) throws IOException {
        var lines = Files.readAllLines(file);
        return IntStream.range(0, Math.min(count, lines.size() - 1))
                .mapToObj(i -> lines.get(1 + (int) ((long) i * (lines.size() - 1) / count)))
                .map(line -> {
                    var cells = line.split(",", -1);
                    var aDay = new double[MONTHS];
                    for (int month = 0; month < MONTHS; month++) {
                        double days = month == 0 ? 3 : month == MONTHS - 1 ? 24 : DAYS_A_MONTH;
                        aDay[month] = Double.parseDouble(cells[NAMES + month]) / days;
                    }
                    return new Rates(cells[0], List.of(cells).subList(0, NAMES), aDay);
                })
                .toList();
    }

    private static long used() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /// Linux alone tells.
    private static String mostResident() throws IOException {
        var status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return "?";
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .map(line -> Long.toString(Long.parseLong(line.replaceAll("\\D", "")) >> 10))
                .findFirst()
                .orElse("?");
    }
}
