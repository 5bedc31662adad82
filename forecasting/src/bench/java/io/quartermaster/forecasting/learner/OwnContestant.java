package io.quartermaster.forecasting.learner;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The library's own booster.
final class OwnContestant implements Contestant {

    private final BoosterSettings settings;
    private final ForkJoinPool pool;
    private @Nullable Rows rows;
    private @Nullable Booster booster;

    OwnContestant(BoosterSettings settings) {
        this.settings = settings;
        this.pool = new ForkJoinPool(settings.threads());
    }

    @Override
    public void bin(PlainRows plain) {
        var weight = new float[plain.count()];
        Arrays.fill(weight, 1);
        rows = Rows.of(plain.features(), plain.came(), plain.starts(), weight);
    }

    @Override
    public void grow() {
        booster = Booster.fit(Objects.requireNonNull(rows), settings);
    }

    @Override
    public double[] forecast(PlainRows plain) {
        var trees = Objects.requireNonNull(booster);
        return pool.submit(() -> IntStream.range(0, plain.count())
                        .parallel()
                        .mapToDouble(r -> {
                            var row = plain.rows().get(r);
                            var bins = new byte[row.features().length];
                            trees.borders().bin(row.features(), bins);
                            return Math.exp(row.start() + trees.at(bins));
                        })
                        .toArray())
                .join();
    }

    @Override
    public void close() {
        pool.close();
    }
}
