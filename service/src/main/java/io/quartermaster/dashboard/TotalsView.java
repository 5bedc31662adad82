package io.quartermaster.dashboard;

import java.util.List;

/// What will be asked for of many things together, as a page draws it.
///
/// @param sentence what is expected of all that is shown, in words; empty if no totals were made
/// @param cuts by which lines it can be cut
/// @param units pieces, kilograms; empty if there is but one
/// @param rows the parts, the largest first
/// @param more further parts, which are folded away
/// @param pictured whose picture it is
/// @param days the table behind the picture
/// @param made when, and of what
record TotalsView(
        String sentence,
        List<Choice> cuts,
        List<Choice> units,
        List<Part> rows,
        List<Part> more,
        String pictured,
        List<Day> days,
        String made) {

    static final TotalsView NONE = new TotalsView("", List.of(), List.of(), List.of(), List.of(), "", List.of(), "");

    boolean isEmpty() {
        return sentence.isEmpty();
    }

    /// Something else to look at.
    record Choice(String label, String address, boolean chosen) {}

    /// One part.
    ///
    /// @param range how sure one can be
    /// @param share of the whole
    /// @param length of its bar, in hundredths of the whole
    record Part(String label, String range, String figure, String share, String length, Choice choice) {}

    /// One row of the table. Empty figures are not known.
    ///
    /// @param t days since 1970
    record Day(long t, String day, String sold, PictureView.Fan fan) {}
}
