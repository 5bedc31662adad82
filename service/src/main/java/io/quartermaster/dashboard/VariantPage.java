package io.quartermaster.dashboard;

import io.quartermaster.access.User;
import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.catalog.Location;
import io.quartermaster.books.catalog.Variant;
import io.quartermaster.books.stock.Stock;
import io.quartermaster.books.stock.StockPosition;
import io.quartermaster.retail.VariantId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What is the story of this thing?
@Controller
class VariantPage implements Framed {

    private final Catalog catalog;
    private final Stock stock;
    private final VariantViews views;
    private final Surroundings surroundings;

    VariantPage(Catalog catalog, Stock stock, VariantViews views, Surroundings surroundings) {
        this.catalog = catalog;
        this.stock = stock;
        this.views = views;
        this.surroundings = surroundings;
    }

    @GetMapping("/variants")
    ModelAndView show(@RequestParam String id, @RequestParam(defaultValue = "") String at, HttpServletRequest request) {
        var user = surroundings.user(request);
        var variant = catalog.variant(new VariantId(id)).orElseThrow(() -> new NotHere("product"));
        var positions = stock.positionsOf(variant.id()).stream()
                .filter(position -> user.worksAt(position.location()))
                .toList();
        return new ModelAndView(
                "variant", Map.of("view", views.of(variant, positions, place(at, positions, user), user)));
    }

    /// The location asked for, else the one that holds most, else the first of one's own.
    private Location place(String at, List<StockPosition> positions, User user) {
        var mine = surroundings.locations(user);
        return mine.stream()
                .filter(place -> place.id().value().equals(at))
                .findFirst()
                .or(() -> positions.stream()
                        .max((one, other) ->
                                one.onHand().amount().compareTo(other.onHand().amount()))
                        .flatMap(position -> catalog.location(position.location())))
                .or(() -> mine.stream().findFirst())
                .orElseThrow(() -> new NotHere("location"));
    }

    static String called(Variant variant) {
        return variant.name().isBlank() ? variant.sku().value() : variant.name();
    }
}
