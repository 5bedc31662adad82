package io.quartermaster.dashboard;

import io.quartermaster.dashboard.ProposalView.Figure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A variant, as its page shows it.
///
/// @param place the location that the picture and the movements are of
/// @param picture null while there is no forecast
/// @param madeOf what the forecast is made of; null while there is none that can say
/// @param goodness how good the forecast was, in sentences
/// @param last what Quartermaster last did or suggested about it; null if nothing
record VariantView(
        String title,
        String sku,
        List<Figure> figures,
        String place,
        List<Position> positions,
        @Nullable PictureView picture,
        @Nullable MadeOfView madeOf,
        List<Figure> goodness,
        List<Figure> velocity,
        List<Movement> movements,
        List<Terms> terms,
        List<Order> orders,
        Rows.@Nullable DoneRow last,
        boolean unlisted) {

    record Position(
            String location,
            String link,
            boolean chosen,
            String onHand,
            String committed,
            String coming,
            String available,
            String age) {}

    record Movement(String what, String paper, String change, String others, String when, String exact, String story) {}

    record Terms(
            String supplier,
            String link,
            String cost,
            String contract,
            String pack,
            String minimum,
            boolean preferred) {}

    record Order(String id, String link, String supplier, String quantity, String expected, boolean late) {}
}
