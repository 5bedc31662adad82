package io.quartermaster.forecasting;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// A whole forecast of one series of 1,941 days, and what is asked of it.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class ForecasterBenchmark {

    private static final int DAYS = 1_941;
    private static final int SERIES = 64;
    private static final double[] NINE = {.005, .025, .165, .25, .5, .75, .835, .975, .995};

    private DemandSeries[] series = {};
    private Forecast[] forecasts = {};
    private int next;

    /// Draws the series.
    @Setup
    public void setUp() {
        series = IntStream.range(0, SERIES).mapToObj(i -> MadeUp.series(i, DAYS)).toArray(DemandSeries[]::new);
        forecasts = IntStream.range(0, SERIES)
                .mapToObj(i -> Forecaster.standard().forecast(series[i], 28))
                .toArray(Forecast[]::new);
    }

    /// All models that suit it, weighed by their backtest.
    @Benchmark
    public Forecast wholeForecast() {
        return Forecaster.standard().forecast(series[next++ % SERIES], 28);
    }

    /// Nine quantiles of one day.
    @Benchmark
    public double[] nineQuantilesOfADay() {
        return forecasts[next++ % SERIES].over(next % 28, 1).quantiles(NINE);
    }

    /// A reorder point: one quantile of two weeks.
    @Benchmark
    public double quantileOfTwoWeeks() {
        return forecasts[next++ % SERIES].over(0, 14).quantile(0.95);
    }
}
