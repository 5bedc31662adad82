package io.quartermaster.forecasting.command;

import io.quartermaster.forecasting.Forecaster;
import io.quartermaster.forecasting.Frequency;
import io.quartermaster.forecasting.learner.Voices;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the command line asks for.
record ForecastOrder(Path train, Path future, Path out, int horizon, Frequency frequency, Voices voices) {

    static final String USAGE = """
            ./quartermaster forecast --train train.csv --future future.csv --out out.csv
                                     --horizon 28 --season 7 --freq D [--models portfolio|learner|all]

              train.csv   unique_id, ds, y, then columns known ahead, static or realised ones
              future.csv  unique_id, ds and the columns known ahead, a row for each period to forecast
              out.csv     unique_id, ds, mean and twelve quantiles
              --freq      D (days), W-MON … W-SUN (weeks) or MS (months)
              --season    periods of a season: 7, 52 or 12, as the frequency has it""";

    private static final List<String> NAMES =
            List.of("--train", "--future", "--out", "--horizon", "--season", "--freq", "--models");

    static ForecastOrder of(String... arguments) {
        var given = new HashMap<String, String>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!NAMES.contains(arguments[i]) || i + 1 == arguments.length) {
                throw new BadTable("'%s' is not known, or has no value.\n%s".formatted(arguments[i], USAGE));
            }
            given.put(arguments[i], arguments[i + 1]);
        }
        var frequency = frequency(require(given, "--freq"));
        int season = number(given.getOrDefault("--season", Integer.toString(frequency.season())), "--season");
        if (season != frequency.season()) {
            throw new BadTable("--season (%d) must be %d for --freq %s."
                    .formatted(season, frequency.season(), given.get("--freq")));
        }
        int horizon = number(require(given, "--horizon"), "--horizon");
        if (horizon < 1 || horizon > Forecaster.HORIZON_MAX) {
            throw new BadTable("--horizon (%d) must be between 1 and %d.".formatted(horizon, Forecaster.HORIZON_MAX));
        }
        return new ForecastOrder(
                Path.of(require(given, "--train")),
                Path.of(require(given, "--future")),
                Path.of(require(given, "--out")),
                horizon,
                frequency,
                voices(given.getOrDefault("--models", "all")));
    }

    private static String require(Map<String, String> given, String name) {
        var value = given.get(name);
        if (value == null) {
            throw new BadTable("%s is missing.\n%s".formatted(name, USAGE));
        }
        return value;
    }

    private static int number(String value, String name) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new BadTable("%s (%s) must be a whole number.".formatted(name, value));
        }
    }

    private static Frequency frequency(String value) {
        if (value.equals("D")) {
            return Frequency.DAILY;
        }
        if (value.equals("W") || value.startsWith("W-")) {
            return Frequency.WEEKLY;
        }
        if (value.equals("MS")) {
            return Frequency.MONTHLY;
        }
        throw new BadTable("--freq (%s) must be D, W-MON … W-SUN or MS.".formatted(value));
    }

    private static Voices voices(String value) {
        for (var voices : Voices.values()) {
            if (voices.name().toLowerCase(Locale.ROOT).equals(value)) {
                return voices;
            }
        }
        throw new BadTable("--models (%s) must be portfolio, learner or all.".formatted(value));
    }
}
