package io.quartermaster.forecasting;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// One model reads 1,750 days of one series, backtest origins included, and looks 28 days ahead.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class ModelBenchmark {

    private static final int DAYS = 1_750;
    private static final int SERIES = 64;

    /// The library's models, and ETS(A,N,A) for itself.
    @Param({
        "moving average",
        "seasonal naive",
        "same-weekday mean",
        "smoothing with weekday profile",
        "Croston SBA",
        "TSB",
        "ETS",
        "ETS(A,N,A)",
        "Theta",
        "ADIDA",
        "iMAPA",
        "Croston"
    })
    public String model = "";

    private ForecastModel chosen = new MovingAverage();
    private LearnableDemand[] demand = {};
    private int next;

    /// Finds the model and draws the series.
    @Setup
    public void setUp() {
        chosen = ForecastModel.all().stream()
                .filter(each -> each.name().equals(model))
                .findFirst()
                .orElseGet(() -> new Ets(Ets.Form.ANA));
        demand = IntStream.range(0, SERIES)
                .mapToObj(i -> LearnableDemand.of(MadeUp.series(i, DAYS)))
                .toArray(LearnableDemand[]::new);
    }

    /// Reads and looks ahead; a series after the other, so that none is learnt by heart.
    @Benchmark
    public double oneSeries() {
        var backtest = new Backtest(java.util.List.of(chosen), Frequency.DAILY, demand[next++ % SERIES], 28);
        return backtest.ahead(0)[0];
    }
}
