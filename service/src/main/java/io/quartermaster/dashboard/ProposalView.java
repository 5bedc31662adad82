package io.quartermaster.dashboard;

import java.util.List;

/// A proposal, as its page shows it.
///
/// @param sentence what would be done
/// @param problem why the last click did nothing; empty if it did
/// @param paper where its order lies once it is approved; empty before
record ProposalView(
        String id,
        int revision,
        String sentence,
        String because,
        Status status,
        Decide decide,
        String problem,
        List<Line> lines,
        List<MadeOfView> madeOf,
        List<Facts> facts,
        List<Flag> flags,
        List<Alternative> alternatives,
        List<Step> history,
        List<Figure> figures,
        WhatIf whatIf,
        String correlation,
        String paper) {

    record Status(String word, String tone, String icon, boolean waiting, boolean cameBack, String outcome) {}

    /// What this person may do about it.
    ///
    /// @param whyNot why this person may not approve it; empty if they may
    /// @param mayRefuse whether they may say no to it
    /// @param undoUntil until when it can be undone; empty if it cannot
    record Decide(boolean may, String whyNot, boolean mayRefuse, String who, String expires, String undoUntil) {}

    /// @param field the name of its quantity in the form
    record Line(
            String variant,
            String link,
            String field,
            String name,
            String sku,
            String quantity,
            String unit,
            String cost,
            String amount,
            boolean byPerson) {}

    /// @param open whether it is unfolded from the start
    record Facts(String about, boolean open, List<Fact> list) {}

    record Fact(String label, String value, String source, String age, boolean unknown) {}

    record Flag(String rule, String detail) {}

    record Alternative(String what, String cost) {}

    record Step(String icon, String tone, String what, String who, String when, String exact, String notes) {}

    record Figure(String label, String value, String small) {}

    /// What the quantities in the form would lead to.
    ///
    /// @param total what it would cost; empty if nothing is bought
    /// @param problem why the quantities cannot be taken; empty if they can
    record WhatIf(String id, List<Choice> choices, List<Picture> pictures, String total, String problem) {}

    record Choice(String variant, String name, boolean chosen) {}

    record Picture(String name, PictureView view) {}
}
