package io.quartermaster.forecasting.learner;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// LightGBM, native code behind lightgbm4j; settings that we have as well are the same, all
/// others its own.
///
/// Source: G. Ke and others, "LightGBM: a highly efficient gradient boosting decision tree",
/// Advances in Neural Information Processing Systems 30 (2017).
final class LightGbmContestant implements Contestant {

    private static final double ALIKE = 1e-4;

    private final BoosterSettings settings;
    private final String parameters;
    private @Nullable PlainRows learnt;
    private @Nullable LGBMDataset dataset;
    private @Nullable LGBMBooster booster;

    LightGbmContestant(BoosterSettings settings) {
        this.settings = settings;
        parameters = String.format(
                Locale.ROOT,
                "objective=tweedie tweedie_variance_power=%s learning_rate=%s num_leaves=%d min_data_in_leaf=%d"
                        + " lambda_l2=%s bagging_fraction=%s bagging_freq=1 feature_fraction=%s seed=%d"
                        + " num_threads=%d max_bin=255 deterministic=true force_col_wise=true boost_from_average=false"
                        + " metric=none verbosity=-1",
                Contestant.power(settings),
                settings.rate(),
                settings.leaves(),
                settings.leafRows(),
                settings.shrinkage(),
                settings.rowShare(),
                settings.featureShare(),
                settings.seed(),
                settings.threads());
    }

    @Override
    public void bin(PlainRows plain) {
        try {
            learnt = plain;
            var starts = new double[plain.count()];
            for (int r = 0; r < starts.length; r++) {
                starts[r] = plain.rows().get(r).start();
            }
            var made = LGBMDataset.createFromMat(
                    flat(plain), plain.count(), plain.width(), true, parameters, null);
            made.setField("label", plain.came());
            made.setField("init_score", starts);
            dataset = made;
        } catch (LGBMException e) {
            throw new IllegalStateException("LightGBM could not take the rows.", e);
        }
    }

    @Override
    public void grow() {
        try {
            var grown = LGBMBooster.create(Objects.requireNonNull(dataset), parameters);
            booster = grown;
            for (int t = 0; t < settings.trees(); t++) {
                grown.updateOneIter();
            }
        } catch (LGBMException e) {
            throw new IllegalStateException("LightGBM could not learn.", e);
        }
    }

    @Override
    public double[] forecast(PlainRows plain) {
        try {
            double[] sums = Objects.requireNonNull(booster)
                    .predictForMat(
                            flat(plain),
                            plain.count(),
                            plain.width(),
                            true,
                            PredictionType.C_API_PREDICT_RAW_SCORE,
                            "num_threads=" + settings.threads());
            for (int r = 0; r < sums.length; r++) {
                sums[r] = Math.exp(plain.rows().get(r).start() + sums[r]);
            }
            return sums;
        } catch (LGBMException e) {
            throw new IllegalStateException("LightGBM could not forecast.", e);
        }
    }

    /// Checks that the starts were really learnt upon: what LightGBM itself holds of the rows it
    /// learnt from must be what we make of its trees and the starts.
    void requireStarts() {
        try {
            double[] held = Objects.requireNonNull(booster).getPredict(0);
            double[] ours = forecast(Objects.requireNonNull(learnt));
            for (int r = 0; r < held.length; r++) {
                if (Math.abs(held[r] - ours[r]) > ALIKE * (1 + held[r])) {
                    throw new IllegalStateException("Row %d: LightGBM holds %s, its trees and the start say %s."
                            .formatted(r, held[r], ours[r]));
                }
            }
        } catch (LGBMException e) {
            throw new IllegalStateException("LightGBM does not say what it holds.", e);
        }
    }

    private static float[] flat(PlainRows plain) {
        int width = plain.width();
        var flat = new float[plain.count() * width];
        for (int r = 0; r < plain.count(); r++) {
            System.arraycopy(plain.rows().get(r).features(), 0, flat, r * width, width);
        }
        return flat;
    }

    @Override
    public void close() {
        try {
            if (booster != null) {
                booster.close();
            }
            if (dataset != null) {
                dataset.close();
            }
        } catch (LGBMException e) {
            throw new IllegalStateException("LightGBM could not be closed.", e);
        }
    }
}
