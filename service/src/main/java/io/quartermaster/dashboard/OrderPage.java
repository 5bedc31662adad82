package io.quartermaster.dashboard;

import io.quartermaster.access.Role;
import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.catalog.Location;
import io.quartermaster.books.purchasing.PurchaseOrder;
import io.quartermaster.books.purchasing.Purchasing;
import io.quartermaster.books.suppliers.Suppliers;
import io.quartermaster.retail.PurchaseOrderId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// One purchase order: a document that prints well.
@Controller
class OrderPage implements Framed {

    private final Purchasing purchasing;
    private final Suppliers suppliers;
    private final Catalog catalog;
    private final Names names;
    private final Surroundings surroundings;

    OrderPage(Purchasing purchasing, Suppliers suppliers, Catalog catalog, Names names, Surroundings surroundings) {
        this.purchasing = purchasing;
        this.suppliers = suppliers;
        this.catalog = catalog;
        this.names = names;
        this.surroundings = surroundings;
    }

    @GetMapping("/order")
    ModelAndView show(@RequestParam String id, HttpServletRequest request) {
        var user = surroundings.user(request);
        var order = purchasing
                .order(new PurchaseOrderId(id))
                .filter(it -> user.worksAt(it.destination()))
                .orElseThrow(() -> new NotHere("purchase order"));
        var words = catalog.location(order.destination())
                .map(Location::zone)
                .map(surroundings::wordsAt)
                .orElseGet(surroundings::words);
        return new ModelAndView("order", Map.of("view", view(order, user.atLeast(Role.CLERK), words)));
    }

    private OrderView view(PurchaseOrder order, boolean mayReceive, Words words) {
        var sent = order.sentAt();
        return new OrderView(
                OrderRow.of(order, names, words),
                suppliers
                        .supplier(order.supplier())
                        .map(supplier -> supplier.email() == null ? "" : supplier.email())
                        .orElse(""),
                words.exact(order.approvedAt()),
                sent == null ? "not yet" : words.exact(sent),
                order.lines().stream().map(OrderPage::line).toList(),
                Links.story(
                        order.correlation(),
                        "purchase-order/" + order.id().value(),
                        "proposal/" + order.proposal().value()),
                Links.proposal(order.proposal()),
                Links.supplier(order.supplier()),
                order.isOpen() && mayReceive);
    }

    static Line line(PurchaseOrder.Line line) {
        return new Line(
                Links.variant(line.variant()),
                line.name().isBlank() ? line.sku().value() : line.name(),
                line.sku().value(),
                Words.quantity(line.ordered()),
                Words.quantity(line.received()),
                line.open().amount().toPlainString(),
                Words.cost(line.unitCost()),
                Words.money(line.unitCost().times(line.ordered())),
                line.isOverReceived(),
                Typed.FIELD + line.variant().value());
    }

    record OrderView(
            OrderRow row,
            String email,
            String approved,
            String sent,
            List<Line> lines,
            String story,
            String proposal,
            String supplier,
            boolean receivable) {}

    record Line(
            String link,
            String name,
            String sku,
            String ordered,
            String received,
            String open,
            String cost,
            String amount,
            boolean over,
            String field) {}
}
