package io.quartermaster.dashboard;

import io.quartermaster.access.User;
import io.quartermaster.books.purchasing.OrderFilter;
import io.quartermaster.books.purchasing.PurchaseOrder;
import io.quartermaster.books.purchasing.Purchasing;
import io.quartermaster.books.purchasing.Transfer;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What is coming, and what is late?
@Controller
class OrdersPage implements Framed {

    private static final int ORDERS_MAX = 200;
    private static final int TRANSFERS_MAX = 50;

    private final Purchasing purchasing;
    private final Names names;
    private final Surroundings surroundings;

    OrdersPage(Purchasing purchasing, Names names, Surroundings surroundings) {
        this.purchasing = purchasing;
        this.names = names;
        this.surroundings = surroundings;
    }

    @GetMapping("/orders")
    ModelAndView show(@RequestParam(defaultValue = "open") String show, HttpServletRequest request) {
        var user = surroundings.user(request);
        var words = surroundings.words();
        var orders = rows(show, user, words);
        var transfers = purchasing.transfers(TRANSFERS_MAX).stream()
                .filter(transfer -> user.worksAt(transfer.from()) || user.worksAt(transfer.to()))
                .filter(transfer -> isShown(transfer, show))
                .map(transfer -> TransferRow.of(transfer, names, words))
                .filter(row -> !show.equals("late") || row.late())
                .toList();
        var late = orders.stream().filter(OrderRow::late).count();
        var view = new OrdersView(title(show, orders.size(), late), show, orders, transfers);
        return new ModelAndView("orders", Map.of("view", view));
    }

    @GetMapping("/orders.csv")
    ResponseEntity<String> csv(@RequestParam(defaultValue = "open") String show, HttpServletRequest request) {
        var csv = new Csv("Order", "Supplier", "For", "State", "Amount", "Expected");
        rows(show, surroundings.user(request), surroundings.words())
                .forEach(row -> csv.line(
                        row.id(), row.supplier(), row.destination(), row.state(), row.money(), row.expected()));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"orders.csv\"")
                .body(csv.text());
    }

    private List<OrderRow> rows(String show, User user, Words words) {
        return purchasing.orders(filter(show, user), ORDERS_MAX).stream()
                .map(order -> OrderRow.of(order, names, words))
                .filter(row -> !show.equals("late") || row.late())
                .toList();
    }

    private static OrderFilter filter(String show, User user) {
        var base =
                switch (show) {
                    case "open", "late" -> OrderFilter.open();
                    case "done" ->
                        new OrderFilter(
                                Set.of(PurchaseOrder.State.RECEIVED, PurchaseOrder.State.CANCELLED),
                                Set.of(),
                                null,
                                null,
                                OrderFilter.Sort.NEWEST_FIRST);
                    default -> OrderFilter.everything();
                };
        return new OrderFilter(base.states(), user.locations(), null, null, base.sort());
    }

    private static boolean isShown(Transfer transfer, String show) {
        return switch (show) {
            case "open", "late" -> transfer.isOpen();
            case "done" -> !transfer.isOpen();
            default -> true;
        };
    }

    private static String title(String show, int count, long late) {
        return switch (show) {
            case "open" ->
                count == 0
                        ? "No goods are on their way"
                        : late == 0
                                ? Words.plural(count, "order is on its way", "orders are on their way")
                                : "%s, %s late"
                                        .formatted(
                                                Words.plural(count, "order is on its way", "orders are on their way"),
                                                Words.number(late));
            case "late" -> count == 0 ? "No order is late" : Words.plural(count, "order is late", "orders are late");
            case "done" -> "Orders that are closed";
            default -> "All purchase orders";
        };
    }

    record OrdersView(String title, String show, List<OrderRow> orders, List<TransferRow> transfers) {}
}
