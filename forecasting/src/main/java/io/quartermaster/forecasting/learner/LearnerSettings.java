package io.quartermaster.forecasting.learner;

/// How a panel is learnt from.
///
/// @param rowsMost the most rows that are learnt from; of larger panels a part is picked by
/// chance
/// @param rowsWanted of small panels each period is learnt from for several origins, up to so
/// many
record LearnerSettings(int rowsMost, int rowsWanted, BoosterSettings booster) {

    static LearnerSettings standard() {
        return new LearnerSettings(300_000, 150_000, BoosterSettings.standard());
    }
}
