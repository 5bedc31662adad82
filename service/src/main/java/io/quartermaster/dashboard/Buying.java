package io.quartermaster.dashboard;

import io.quartermaster.access.User;
import io.quartermaster.books.purchasing.OrderFilter;
import io.quartermaster.books.purchasing.PurchaseOrder;
import io.quartermaster.books.purchasing.Purchasing;
import io.quartermaster.books.suppliers.Suppliers;
import io.quartermaster.books.suppliers.SupplyTerms;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.VariantId;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// From whom a variant is bought, and what of it is on its way.
@Component
class Buying {

    private static final int ORDERS_MAX = 20;

    private final Suppliers suppliers;
    private final Purchasing purchasing;
    private final Names names;

    Buying(Suppliers suppliers, Purchasing purchasing, Names names) {
        this.suppliers = suppliers;
        this.purchasing = purchasing;
        this.names = names;
    }

    List<VariantView.Terms> terms(VariantId variant) {
        return Stream.concat(
                        suppliers.termsOf(variant).stream().map(terms -> terms(terms, true)),
                        suppliers.otherTermsOf(variant).stream().map(terms -> terms(terms, false)))
                .toList();
    }

    private VariantView.Terms terms(SupplyTerms terms, boolean preferred) {
        var contract = terms.contractPrice();
        return new VariantView.Terms(
                names.supplier(terms.supplier()),
                Links.supplier(terms.supplier()),
                Words.cost(terms.unitCost()),
                contract == null ? "" : Words.cost(contract),
                Words.quantity(terms.casePack()),
                Words.quantity(terms.minimumOrder()),
                preferred);
    }

    List<VariantView.Order> open(VariantId variant, User user, Words words) {
        var open = OrderFilter.open();
        var filter = new OrderFilter(open.states(), user.locations(), null, variant, open.sort());
        return purchasing.orders(filter, ORDERS_MAX).stream()
                .map(order -> order(order, variant, words))
                .toList();
    }

    private VariantView.Order order(PurchaseOrder order, VariantId variant, Words words) {
        var coming = order.lines().stream()
                .filter(line -> line.variant().equals(variant))
                .map(PurchaseOrder.Line::open)
                .reduce(Quantity::plus)
                .orElse(Quantity.NONE);
        return new VariantView.Order(
                order.id().value(),
                Links.order(order.id()),
                names.supplier(order.supplier()),
                Words.quantity(coming),
                words.day(order.expectedOn()),
                order.expectedOn().isBefore(words.today()));
    }
}
