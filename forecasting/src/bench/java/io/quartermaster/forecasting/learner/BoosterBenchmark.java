package io.quartermaster.forecasting.learner;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
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

/// Fifty trees of 63 leaves on 50,000 made-up rows of 30 features, on one thread.
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 4)
@Fork(1)
public class BoosterBenchmark {

    private static final int ROWS = 50_000;
    private static final int FEATURES = 30;

    private Rows rows = Rows.of(new float[0][], new float[0], new float[0], new float[0]);

    /// Draws the rows.
    @Setup
    public void setUp() {
        var random = new Random(7);
        var features = new float[ROWS][FEATURES];
        var target = new float[ROWS];
        for (int r = 0; r < ROWS; r++) {
            double log = 0;
            for (int f = 0; f < FEATURES; f++) {
                features[r][f] = random.nextFloat();
                log += f < 5 ? features[r][f] * (f - 2) : 0;
            }
            target[r] = (float) Math.floor(Math.exp(log) * -Math.log(1 - random.nextDouble()));
        }
        var weight = new float[ROWS];
        Arrays.fill(weight, 1);
        rows = Rows.of(features, target, new float[ROWS], weight);
    }

    /// Learns.
    @Benchmark
    public int fiftyTrees() {
        return Booster.fit(rows, BoosterSettings.standard().withTrees(50).withThreads(1)).trees();
    }
}
