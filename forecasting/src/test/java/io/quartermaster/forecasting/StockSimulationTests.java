package io.quartermaster.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a forecast is for: how much stock it takes to sell nearly all that is asked for.
/// Walmart's articles, ordered every evening up to the window quantile, there after three whole
/// days or on the third morning; what is not there is lost; forecasts frozen for four weeks, on
/// three dates. Skipped where there are no data.
class StockSimulationTests {

    /// An order of Monday evening is there on Friday morning, after three whole days …
    private static final int WHOLE_DAYS = 4;
    /// … or on Thursday, the third morning. Either is what the order must last for, to the next.
    private static final int THIRD_MORNING = 3;
    private static final int DAYS = 28;
    private static final int CUTS = 3;
    private static final int KNOWN_LEAST = 60;
    private static final int PRICE = 3;
    private static final double[] LEVELS = {0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.98, 0.99};
    private static final Path DATA = Path.of(
                    Objects.requireNonNullElse(System.getenv("QUARTERMASTER_SHARED"), "../../shared"))
            .resolve("forecast/data/m5open.csv.gz");

    private record Article(List<Double> units, List<Double> prices) {}

    /// Value asked for, sold, and on the shelf in the evenings, added up.
    private static final class Books {

        private double asked;
        private double sold;
        private double held;

        double fill() {
            return sold / asked;
        }

        double daysOfStock() {
            return held / asked;
        }
    }

    private static Map<String, Article> articles = Map.of();

    @BeforeAll
    static void readSales() throws IOException {
        assumeTrue(Files.exists(DATA), "No sales at %s: set QUARTERMASTER_SHARED.".formatted(DATA));
        var read = new LinkedHashMap<String, Article>();
        try (var in = new GZIPInputStream(Files.newInputStream(DATA));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines()) {
            lines.skip(1).map(line -> line.split(",", -1)).forEach(cells -> {
                var article = read.computeIfAbsent(cells[0], _ -> new Article(new ArrayList<>(), new ArrayList<>()));
                article.units.add(Double.parseDouble(cells[2]));
                article.prices.add(cells[PRICE].isEmpty() ? 0 : Double.parseDouble(cells[PRICE]));
            });
        }
        articles = read;
    }

    private static double[] array(List<Double> list, int from, int to) {
        return list.subList(from, to).stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// What the histories before each cut, the last one first, teach of windows.
    private static List<TailCalibration> learnt() {
        return IntStream.rangeClosed(1, CUTS)
                .mapToObj(k -> {
                    var learning = new TailLearning(Frequency.DAILY);
                    articles.values().stream()
                            .filter(article -> article.units.size() - k * DAYS >= KNOWN_LEAST)
                            .map(article -> array(article.units, 0, article.units.size() - k * DAYS))
                            .map(units -> DemandSeries.daily(LocalDate.of(2011, 1, 29), units))
                            .forEach(history -> Forecaster.standard().forecast(history, DAYS, learning));
                    return learning.calibration();
                })
                .toList();
    }

    private static Books[] trade(Forecaster forecaster, int window) {
        return trade(forecaster, window, Collections.nCopies(CUTS, TailCalibration.NONE));
    }

    private static Books[] trade(Forecaster forecaster, int window, List<TailCalibration> tails) {
        var books = new Books[LEVELS.length];
        Arrays.setAll(books, _ -> new Books());
        for (var article : articles.values()) {
            for (int k = 1; k <= CUTS; k++) {
                int cut = article.units.size() - k * DAYS;
                if (cut < KNOWN_LEAST
                        || Arrays.stream(array(article.units, cut - DAYS, cut)).sum() == 0) {
                    continue;
                }
                var history = DemandSeries.daily(LocalDate.of(2011, 1, 29), array(article.units, 0, cut));
                var forecast = forecaster.forecast(history, DAYS + window);
                for (int level = 0; level < LEVELS.length; level++) {
                    sell(
                            books[level],
                            forecast,
                            tails.get(k - 1).level(forecast.demandClass(), window, LEVELS[level]),
                            window,
                            array(article.units, cut, cut + DAYS),
                            array(article.prices, cut, cut + DAYS));
                }
            }
        }
        return books;
    }

    /// Begins with a full shelf and nothing on its way, as if the first order had just come.
    private static void sell(
            Books books, Forecast forecast, double level, int window, double[] asked, double[] prices) {
        var coming = new double[asked.length + window + 1];
        double stock = forecast.over(0, window).quantile(level);
        double ordered = 0;
        for (int day = 0; day < asked.length; day++) {
            stock += coming[day];
            ordered -= coming[day];
            double sold = Math.min(stock, asked[day]);
            stock -= sold;
            double order = Math.max(0, forecast.over(day + 1, window).quantile(level) - stock - ordered);
            coming[day + window] += order;
            ordered += order;
            books.asked += asked[day] * prices[day];
            books.sold += sold * prices[day];
            books.held += stock * prices[day];
        }
    }

    /// Days of sales on the shelf at which so large a share of what is asked for is sold.
    private static double stockFor(double fill, Books[] books) {
        for (int level = 1; level < books.length; level++) {
            if (books[level].fill() >= fill) {
                var below = books[level - 1];
                var above = books[level];
                double share = (fill - below.fill()) / (above.fill() - below.fill());
                return below.daysOfStock() + share * (above.daysOfStock() - below.daysOfStock());
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    @Test
    void sellsNearlyAllThatIsAskedForFromAFewDaysOfStock() {
        needs(WHOLE_DAYS, 2.7);
        needs(THIRD_MORNING, 2.2);
    }

    private static void needs(int window, double daysOfStock) {
        double together = stockFor(0.95, trade(Forecaster.standard(), window));
        double yardstick = stockFor(0.95, trade(Forecaster.of(List.of(new SeasonalNaive())), window));

        double moved = stockFor(0.95, trade(Forecaster.standard(), window, learnt()));

        System.out.printf(
                "days of stock for 95 %%, there %d mornings on: %.3f, levels moved %.3f, seasonal naive %.2f%n",
                window, together, moved, yardstick);
        assertThat(together).isLessThan(daysOfStock).isLessThan(0.9 * yardstick);
        assertThat(moved).isLessThan(daysOfStock).isLessThan(1.02 * together);
    }
}
