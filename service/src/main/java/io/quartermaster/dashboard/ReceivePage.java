package io.quartermaster.dashboard;

import io.quartermaster.access.User;
import io.quartermaster.books.purchasing.OrderFilter;
import io.quartermaster.books.purchasing.PurchaseOrder;
import io.quartermaster.books.purchasing.Purchasing;
import io.quartermaster.retail.PurchaseOrderId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What stands at the dock? Goods are received here, with a phone in one hand.
@Controller
class ReceivePage implements Framed {

    private static final int ORDERS_MAX = 100;
    private static final int TRANSFERS_MAX = 200;

    private final Purchasing purchasing;
    private final Dock dock;
    private final Names names;
    private final Surroundings surroundings;

    ReceivePage(Purchasing purchasing, Dock dock, Names names, Surroundings surroundings) {
        this.purchasing = purchasing;
        this.dock = dock;
        this.names = names;
        this.surroundings = surroundings;
    }

    @GetMapping("/receive")
    ModelAndView list(@RequestParam(required = false) @Nullable String received, HttpServletRequest request) {
        var user = surroundings.user(request);
        var words = surroundings.words();
        var open = OrderFilter.open();
        var orders =
                purchasing
                        .orders(new OrderFilter(open.states(), user.locations(), null, null, open.sort()), ORDERS_MAX)
                        .stream()
                        .map(order -> OrderRow.of(order, names, words))
                        .toList();
        var transfers = purchasing.transfers(TRANSFERS_MAX).stream()
                .filter(transfer -> transfer.isOpen() && user.worksAt(transfer.to()))
                .map(transfer -> TransferRow.of(transfer, names, words))
                .toList();
        var expected = orders.size() + transfers.size();
        var title = expected == 0
                ? "No delivery is expected"
                : Words.plural(expected, "delivery is expected", "deliveries are expected");
        return new ModelAndView(
                "receive", Map.of("view", new ReceiveView(title, orders, transfers, received == null ? "" : received)));
    }

    @GetMapping("/receive/order")
    ModelAndView form(@RequestParam String id, HttpServletRequest request) {
        return form(order(id, surroundings.user(request)), "");
    }

    /// @param once the same for one filled-in form, so that a double tap counts once
    @PostMapping("/receive/order")
    ModelAndView receive(@RequestParam String id, @RequestParam String once, HttpServletRequest request) {
        var user = surroundings.user(request);
        var order = order(id, user);
        try {
            dock.receive(order, request.getParameterMap(), once, user.id());
        } catch (IllegalArgumentException fault) {
            var page = form(order, String.valueOf(fault.getMessage()));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        return new ModelAndView(
                "redirect:/receive?received=" + Links.encoded(order.id().value()));
    }

    private ModelAndView form(PurchaseOrder order, String problem) {
        var view = new ReceiveFormView(
                OrderRow.of(order, names, surroundings.words()),
                order.lines().stream().map(OrderPage::line).toList(),
                UUID.randomUUID().toString(),
                problem);
        return new ModelAndView("receiveForm", Map.of("view", view));
    }

    private PurchaseOrder order(String id, User user) {
        return purchasing
                .order(new PurchaseOrderId(id))
                .filter(order -> user.worksAt(order.destination()))
                .filter(PurchaseOrder::isOpen)
                .orElseThrow(() -> new NotHere("open purchase order"));
    }

    /// @param received the order or transfer whose goods were just received; empty if none
    record ReceiveView(String title, List<OrderRow> orders, List<TransferRow> transfers, String received) {}

    record ReceiveFormView(OrderRow row, List<OrderPage.Line> lines, String once, String problem) {}
}
