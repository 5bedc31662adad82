package io.quartermaster.forecasting.learner;

import com.sun.management.OperatingSystemMXBean;
import io.quartermaster.forecasting.Frequency;
import io.quartermaster.forecasting.command.HiddenEnd;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/// Our own booster beside LightGBM: the same rows, features, starts and settings, judged by sales
/// that both have not seen.
///
/// `./quartermaster bench booster --sets frat,m5open --boosters own,lightgbm --seeds 3
/// --seed 20201 --threads 2 --data FOLDER`; the folder holds `frat.csv.gz` and so on. With
/// `--first 20000` each booster learns from that many made-up rows in a process of its own, and
/// nothing else is done.
final class BoosterBench {

    private static final Map<String, Cut> CUTS =
            Map.of("frat", new Cut(Frequency.WEEKLY, 8), "m5open", new Cut(Frequency.DAILY, 28));
    private static final long SEED_STEP = 7_919;
    private static final int FORECAST_ROWS = 100_000;
    private static final double NANOS = 1e9;

    private record Cut(Frequency frequency, int horizon) {}

    /// Seconds of the wall and of the processors.
    private record Spent(double wall, double processor) {
        static Spent on(Runnable work) {
            long wall = System.nanoTime();
            long processor = processorNanos();
            work.run();
            return new Spent((System.nanoTime() - wall) / NANOS, (processorNanos() - processor) / NANOS);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.1f / %.1f", wall, processor);
        }
    }

    private BoosterBench() {}

    /// Runs the comparison.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var given = new HashMap<>(Map.of(
                "--sets", "frat,m5open",
                "--boosters", "own,lightgbm",
                "--seeds", "3",
                "--seed", "20201",
                "--threads", "2",
                "--rows", "300000",
                "--data", "../shared/forecast/data"));
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            given.put(arguments[i], arguments[i + 1]);
        }
        var settings = single(Integer.parseInt(given.get("--threads"))).withSeed(Long.parseLong(given.get("--seed")));
        if (given.containsKey("--child")) {
            learnOnce(given.get("--child"), Integer.parseInt(given.get("--first")), settings);
            return;
        }
        var names = List.of(given.get("--boosters").split(","));
        if (given.containsKey("--first")) {
            first(names, given.get("--first"), given.get("--threads"));
            return;
        }
        for (var set : given.get("--sets").split(",")) {
            var file = Path.of(given.get("--data"), set + ".csv.gz");
            if (!CUTS.containsKey(set)) {
                System.out.printf("Skipped: the set (%s) is not known; try frat or m5open.%n", set);
            } else if (!Files.exists(file)) {
                System.out.printf("Skipped: there is no %s; say where it lies with --data.%n", file);
            } else {
                compare(set, file, names, Integer.parseInt(given.get("--seeds")), settings, given.get("--rows"));
            }
        }
    }

    /// What a forecast is learnt with, but for one bag in place of several.
    private static BoosterSettings single(int threads) {
        var standard = BoosterSettings.standard();
        return new BoosterSettings(
                1,
                standard.trees(),
                standard.leaves(),
                standard.rate(),
                standard.leafRows(),
                standard.shrinkage(),
                standard.loss(),
                standard.rowShare(),
                standard.featureShare(),
                standard.seed(),
                threads);
    }

    private static void compare(
            String set, Path file, List<String> names, int seeds, BoosterSettings settings, String most)
            throws IOException {
        var cut = CUTS.get(set);
        var end = HiddenEnd.read(file, cut.frequency(), cut.horizon());
        var surroundings = new Surroundings(end.panel(), end.panel().periods());
        var past = PlainRows.past(surroundings, Integer.parseInt(most));
        var hidden = PlainRows.hidden(surroundings, end);
        System.out.printf(
                Locale.ROOT,
                "%n%s: %,d rows of %d features to learn from, %,d hidden ones, %d threads; wall / CPU seconds%n",
                set,
                past.count(),
                past.width(),
                hidden.count(),
                settings.threads());
        System.out.println("| booster | seed | deviance | RMSE | bias | bin | grow | forecast 100,000 rows |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        double[] starts = hidden.rows().stream().mapToDouble(row -> Math.exp(row.start())).toArray();
        System.out.println("| no trees | | " + judge(hidden, starts, Contestant.power(settings)) + " | | | |");
        var together = new HashMap<String, double[]>();
        for (int seed = 0; seed < seeds; seed++) {
            for (var name : names) {
                double[] said = run(name, past, hidden, settings.withSeed(settings.seed() + seed * SEED_STEP));
                double[] logs = together.computeIfAbsent(name, _ -> new double[said.length]);
                Arrays.setAll(logs, r -> logs[r] + Math.log(said[r]) / seeds);
            }
        }
        for (var name : names) {
            double[] said = Arrays.stream(together.get(name)).map(Math::exp).toArray();
            System.out.printf("| %s | all, averaged | %s | | | |%n", name, judge(hidden, said, Contestant.power(settings)));
        }
    }

    /// Answers what it says of the hidden rows.
    private static double[] run(String name, PlainRows past, PlainRows hidden, BoosterSettings settings) {
        var many = new PlainRows(IntStream.range(0, FORECAST_ROWS)
                .mapToObj(r -> past.rows().get(r % past.count()))
                .toList());
        try (var booster = Contestant.named(name, settings)) {
            var bin = Spent.on(() -> booster.bin(past));
            var grow = Spent.on(booster::grow);
            double[] said = booster.forecast(hidden); // and so what comes next is compiled
            var forecast = Spent.on(() -> booster.forecast(many));
            if (booster instanceof LightGbmContestant light) {
                light.requireStarts();
            }
            var judged = judge(hidden, said, Contestant.power(settings));
            System.out.printf("| %s | %d | %s | %s | %s | %s |%n", name, settings.seed(), judged, bin, grow, forecast);
            return said;
        }
    }

    /// Mean Tweedie deviance, root mean squared error, and how far the sum is off.
    private static String judge(PlainRows rows, double[] said, double power) {
        double deviance = 0;
        double squares = 0;
        double came = 0;
        double expected = 0;
        for (int r = 0; r < said.length; r++) {
            double y = rows.rows().get(r).came();
            deviance += 2
                    * (Math.pow(y, 2 - power) / ((1 - power) * (2 - power))
                            - y * Math.pow(said[r], 1 - power) / (1 - power)
                            + Math.pow(said[r], 2 - power) / (2 - power));
            squares += (y - said[r]) * (y - said[r]);
            came += y;
            expected += said[r];
        }
        return String.format(
                Locale.ROOT,
                "%.4f | %.4f | %+.1f %%",
                deviance / said.length,
                Math.sqrt(squares / said.length),
                100 * (expected / came - 1));
    }

    /// Starts a process for each booster, twice: the second time its files are in memory.
    private static void first(List<String> names, String rows, String threads)
            throws IOException, InterruptedException {
        System.out.println("| booster | process from start to end, s | of that |");
        System.out.println("|---|---|---|");
        for (int round = 0; round < 2; round++) {
            for (var name : names) {
                long began = System.nanoTime();
                var process = child(name, rows, threads);
                var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                process.waitFor();
                System.out.printf(
                        Locale.ROOT, "| %s | %.2f | %s |%n", name, (System.nanoTime() - began) / NANOS, said.strip());
            }
        }
    }

    private static Process child(String name, String rows, String threads) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var folder = "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir");
        var order = new ArrayList<>(List.of(java, "--enable-native-access=ALL-UNNAMED", folder, "-cp"));
        order.addAll(List.of(System.getProperty("java.class.path"), BoosterBench.class.getName()));
        order.addAll(List.of("--child", name, "--first", rows, "--threads", threads));
        return new ProcessBuilder(order)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void learnOnce(String name, int count, BoosterSettings settings) {
        var rows = PlainRows.madeUp(count);
        var learnt = Spent.on(() -> {
            try (var booster = Contestant.named(name, settings)) {
                booster.bin(rows);
                booster.grow();
            }
        });
        System.out.printf(
                Locale.ROOT, "learning %s s (wall / CPU), process %.1f CPU s%n", learnt, processorNanos() / NANOS);
    }

    private static long processorNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
