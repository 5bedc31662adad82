package io.quartermaster.forecasting.panel;

/// Something that never changes for a series: its category, its shop.
///
/// @param codes a number for each series' word, from zero on
public record StaticColumn(String name, int[] codes) {

    /// How many different words there are.
    public int distinct() {
        int most = -1;
        for (int code : codes) {
            most = Math.max(most, code);
        }
        return most + 1;
    }
}
