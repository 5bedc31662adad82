package io.quartermaster.forecasting;

/// Level, damped trend and season as states that each error corrects: exponential smoothing, the
/// form and the smoothing constants chosen by likelihood.
///
/// ```
/// ANN, AAdN, ANA, AAdA:  ŷ = l + φb + s     l += φb + α·e    b = φb + β·e    s += γ·e
/// MNM:                   ŷ = l · s          l += α·e / s                     s += γ·e / l
/// ```
///
/// All candidates run side by side and each remembers its squared errors; whoever has the least
/// `n · ln(Σe²/n) + 2 · constants` when asked is the fit. So no optimiser runs, and a backtest
/// fits nothing again. New states learn as plain means until their constant takes over.
///
/// Source: R. J. Hyndman, A. B. Koehler, R. D. Snyder, S. Grose, "A state space framework for
/// automatic forecasting using exponential smoothing methods", International Journal of
/// Forecasting 18 (2002) 439-454; the few forms: F. Petropoulos, Y. Grushka-Cockayne, E.
/// Siemsen, E. Spiliotis, "Wielding Occam's razor: fast and frugal retail forecasting", arXiv
/// 2102.13209.
final class Ets implements ForecastModel {

    /// The forms that are tried.
    enum Form {
        ANN(false, false, false),
        AADN(true, false, false),
        ANA(false, true, false),
        AADA(true, true, false),
        MNM(false, true, true);

        private final boolean trend;
        private final boolean season;
        private final boolean multiplied;

        Form(boolean trend, boolean season, boolean multiplied) {
            this.trend = trend;
            this.season = season;
            this.multiplied = multiplied;
        }
    }

    private static final double[] ALPHAS = {0.02, 0.06, 0.15, 0.35};
    private static final double[] ALPHAS_WITH_TREND = {0.06, 0.2};
    private static final double[] GAMMAS = {0.01, 0.05, 0.15};
    private static final double[] GAMMAS_WITH_TREND = {0.03};
    private static final double BETA_SHARE = 0.1;
    private static final double DAMPING = 0.95;
    private static final int SEASONS_LEAST = 2;

    private final Form[] forms;

    Ets() {
        this(Form.values());
    }

    Ets(Form... forms) {
        this.forms = forms;
    }

    @Override
    public String name() {
        return "ETS";
    }

    @Override
    public boolean suits(DemandClass demandClass, Frequency frequency) {
        return frequency != Frequency.DAILY;
    }

    @Override
    public Memory begin(Frequency frequency) {
        return new Pool(forms, frequency.season());
    }

    private static final class Pool implements Memory {

        private final Candidates[] forms;
        private final int season;
        private int periods;
        private int seen;
        private int tried;

        Pool(Form[] forms, int season) {
            this.season = season;
            this.forms = new Candidates[forms.length];
            for (int f = 0; f < forms.length; f++) {
                this.forms[f] = new Candidates(forms[f], season);
            }
        }

        @Override
        public void observe(double units) {
            int phase = periods % season;
            boolean counts = periods >= SEASONS_LEAST * season;
            for (var form : forms) {
                form.observe(units, phase, seen, periods / season, counts);
            }
            tried += counts ? 1 : 0;
            seen++;
            periods++;
        }

        @Override
        public void skip() {
            periods++;
        }

        @Override
        public double ahead(int steps) {
            return seen == 0 ? 0 : Math.max(0, best().ahead(steps, (periods + steps - 1) % season));
        }

        @Override
        public double[] levels(int steps, int season) {
            var levels = new double[steps];
            if (seen > 0) {
                best().levels(levels, season);
            }
            return levels;
        }

        private Candidates best() {
            var best = forms[0];
            double least = Double.POSITIVE_INFINITY;
            for (var form : forms) {
                double criterion = form.criterion(tried);
                if (criterion < least) {
                    least = criterion;
                    best = form;
                }
            }
            return best;
        }
    }

    /// One form with several smoothing constants, each with states of its own.
    private static final class Candidates {

        private final Form form;
        private final double[] alphas;
        private final double[] gammas;
        private final double[] level;
        private final double[] trend;
        private final double[] seasons;
        private final double[] squares;

        Candidates(Form form, int season) {
            this.form = form;
            double[] levels = form.trend ? ALPHAS_WITH_TREND : ALPHAS;
            double[] factors = form.season ? form.trend ? GAMMAS_WITH_TREND : GAMMAS : new double[] {0};
            int count = levels.length * factors.length;
            alphas = new double[count];
            gammas = new double[count];
            for (int c = 0; c < count; c++) {
                alphas[c] = levels[c % levels.length];
                gammas[c] = factors[c / levels.length];
            }
            level = new double[count];
            trend = new double[count];
            squares = new double[count];
            seasons = new double[form.season ? count * season : count];
            java.util.Arrays.fill(seasons, form.multiplied ? 1 : 0);
        }

        private int at(int phase) {
            return form.season ? phase * level.length : 0;
        }

        void observe(double units, int phase, int seen, int cycles, boolean counts) {
            double early = 1.0 / (seen + 1);
            double earlySeason = form.season ? 0.5 / (cycles + 1) : 0;
            int at = at(phase);
            for (int c = 0; c < level.length; c++) {
                double alpha = Math.max(alphas[c], early);
                double gamma = form.season ? Math.max(gammas[c], earlySeason) : 0;
                double error;
                if (form.multiplied) {
                    double factor = seasons[at + c];
                    double before = level[c];
                    error = units - before * factor;
                    level[c] = Math.max(0, before + alpha * error / Math.max(factor, 0.2));
                    if (before > 0) {
                        seasons[at + c] = Math.clamp(factor + gamma * error / before, 0, 20);
                    }
                } else {
                    double moved = level[c] + DAMPING * trend[c];
                    error = units - moved - seasons[at + c];
                    level[c] = moved + alpha * error;
                    seasons[at + c] += gamma * error;
                    if (form.trend) {
                        trend[c] = DAMPING * trend[c] + BETA_SHARE * alphas[c] * error;
                    }
                }
                squares[c] += counts ? error * error : 0;
            }
        }

        private int best() {
            int best = 0;
            for (int c = 1; c < squares.length; c++) {
                best = squares[c] < squares[best] ? c : best;
            }
            return best;
        }

        double criterion(int tried) {
            int constants = 1 + (form.trend ? 2 : 0) + (form.season ? seasons.length / level.length : 0);
            return tried <= constants + 2 ? constants : tried * Math.log(squares[best()] / tried) + 2.0 * constants;
        }

        double ahead(int steps, int phase) {
            int c = best();
            double moved = moved(c, steps);
            return form.multiplied ? moved * seasons[at(phase) + c] : moved + seasons[at(phase) + c];
        }

        private double moved(int c, int steps) {
            double damped = DAMPING * (1 - Math.pow(DAMPING, steps)) / (1 - DAMPING);
            return level[c] + damped * trend[c];
        }

        /// Level and trend, with the mean of a whole season.
        void levels(double[] into, int season) {
            int c = best();
            double usual = 0;
            for (int phase = 0; phase < season; phase++) {
                usual += seasons[at(phase) + c] / season;
            }
            for (int i = 0; i < into.length; i++) {
                double moved = moved(c, i + 1);
                into[i] = Math.max(0, form.multiplied ? moved * usual : moved + usual);
            }
        }
    }
}
