package io.quartermaster.dashboard;

import io.quartermaster.dashboard.StockRows.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/// Where will I run dry, and where does money lie still?
@Controller
class StockPage implements Framed {

    private final StockRows rows;
    private final Surroundings surroundings;

    StockPage(StockRows rows, Surroundings surroundings) {
        this.rows = rows;
        this.surroundings = surroundings;
    }

    @GetMapping("/stock")
    ModelAndView show(@ModelAttribute StockQuery query, HttpServletRequest request) {
        var user = surroundings.user(request);
        var page = rows.find(query, user, surroundings.words());
        var places = surroundings.locations(user).stream()
                .map(place -> new Chip(
                        place.name(),
                        query.at(place.id().value()).address(),
                        query.at().equals(place.id().value())))
                .toList();
        var shows = List.of(
                new Chip(
                        "Runs dry first", query.show("").address(), query.show().isEmpty()),
                new Chip("Empty", query.show("empty").address(), query.show().equals("empty")),
                new Chip(
                        "Below zero",
                        query.show("negative").address(),
                        query.show().equals("negative")),
                new Chip(
                        "Lies still",
                        query.show("still").address(),
                        query.show().equals("still")),
                new Chip(
                        "Not listed",
                        query.show("unlisted").address(),
                        query.show().equals("unlisted")),
                new Chip("All", query.show("all").address(), query.show().equals("all")));
        var view = new StockView(title(query, page), query, places, shows, page);
        return new ModelAndView("stock", Map.of("view", view));
    }

    /// What is seen, as a file.
    @GetMapping("/stock.csv")
    ResponseEntity<String> csv(@ModelAttribute StockQuery query, HttpServletRequest request) {
        var csv = new Csv(
                "Product", "SKU", "Location", "On hand", "Committed", "Coming", "Sold in 30 days", "Days of cover");
        rows.find(query, surroundings.user(request), surroundings.words())
                .rows()
                .forEach(row -> csv.line(
                        row.name(),
                        row.sku(),
                        row.location(),
                        row.onHand(),
                        row.committed(),
                        row.coming(),
                        row.sold(),
                        row.cover()));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"stock.csv\"")
                .body(csv.text());
    }

    private static String title(StockQuery query, Page page) {
        var dry = page.dry();
        return switch (query.show()) {
            case "empty" -> page.rows().isEmpty() ? "No shelf is empty" : "Shelves that are empty";
            case "negative" -> page.rows().isEmpty() ? "No stock is below zero" : "Sold more than was there";
            case "still" -> "Where money lies still";
            case "unlisted" -> page.rows().isEmpty() ? "All that is sold is listed" : "Sold, but listed by no shop";
            case "all" -> "All stock";
            default ->
                dry == 0
                        ? "Nothing runs dry within a week"
                        : Words.plural(dry, "shelf runs", "shelves run") + " dry within a week";
        };
    }

    record StockView(String title, StockQuery query, List<Chip> places, List<Chip> shows, Page page) {}

    /// @param address the same page with this chip chosen
    record Chip(String name, String address, boolean chosen) {}
}
