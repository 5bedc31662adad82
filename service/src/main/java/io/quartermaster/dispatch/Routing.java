package io.quartermaster.dispatch;

import io.quartermaster.connectors.Connection;
import io.quartermaster.connectors.Connections;
import io.quartermaster.connectors.Delivery;
import io.quartermaster.connectors.Delivery.Recipient;
import io.quartermaster.connectors.IdempotencyKey;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.ProposalId;
import io.quartermaster.retail.RetailAction;
import io.quartermaster.retail.RetailAction.OrderFromSupplier;
import io.quartermaster.retail.RetailAction.TellPerson;
import io.quartermaster.retail.RetailAction.TransferStock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Finds who can carry an action out: the supplier's post, the platform of both shops, a person.
@Component
class Routing {

    private static final String MAIL = "email";
    private static final String SHOPIFY = "shopify";

    private final Connections connections;
    private final AddressBook addresses;

    Routing(Connections connections, AddressBook addresses) {
        this.connections = connections;
        this.addresses = addresses;
    }

    Route route(ProposalId proposal, RetailAction action) {
        return switch (action) {
            case OrderFromSupplier order -> order(proposal, order);
            case TransferStock transfer -> transfer(proposal, transfer);
            case TellPerson tell -> tell(proposal, tell);
        };
    }

    private Route order(ProposalId proposal, OrderFromSupplier order) {
        var supplier = addresses.supplier(order.supplier()).orElse(null);
        if (supplier == null) {
            return new Route.ByHand("The supplier (%s) is not known any more.".formatted(order.supplier()));
        }
        if (supplier.address().isEmpty()) {
            return new Route.ByHand("""
                    The supplier (%s) has no e-mail address.
                    Maybe add it on the supplier's page, then try again.""".formatted(supplier.name()));
        }
        return byMail(proposal, order, supplier);
    }

    private Route transfer(ProposalId proposal, TransferStock transfer) {
        var shop = connections.all().stream()
                .filter(it -> it.platform().equals(SHOPIFY))
                .filter(it -> serves(it, transfer.from()) && serves(it, transfer.to()))
                .min(Comparator.comparing(it -> it.id().value()));
        if (shop.isPresent()) {
            return new Route.Via(shop.get(), delivery(proposal, transfer, Recipient.NOBODY));
        }
        return addressOf(transfer.from())
                .map(to -> byMail(proposal, transfer, to))
                .orElseGet(() -> new Route.ByHand("""
                        No platform serves both locations, and %s has no e-mail address.
                        Maybe tell them yourself, then say that it is done.""".formatted(nameOf(transfer.from()))));
    }

    private Route tell(ProposalId proposal, TellPerson tell) {
        var to = addressOf(tell.location());
        return to.isPresent() && mail().isPresent()
                ? byMail(proposal, tell, to.get())
                : new Route.OnDesk("read on the desk");
    }

    private Route byMail(ProposalId proposal, RetailAction action, Recipient to) {
        return mail().<Route>map(connection -> new Route.Via(connection, delivery(proposal, action, to)))
                .orElseGet(() -> new Route.ByHand("""
                        There is no connection that sends mail.
                        Maybe set one up (platform `email`), then try again."""));
    }

    private Optional<Connection> mail() {
        return connections.all().stream()
                .filter(it -> it.platform().equals(MAIL))
                .min(Comparator.comparing(it -> it.id().value()));
    }

    private Delivery delivery(ProposalId proposal, RetailAction action, Recipient to) {
        return new Delivery(action, new IdempotencyKey(proposal.value()), to, places(action));
    }

    private Map<LocationId, String> places(RetailAction action) {
        var names = new HashMap<LocationId, String>();
        switch (action) {
            case OrderFromSupplier order -> names.put(order.destination(), nameOf(order.destination()));
            case TransferStock transfer -> {
                names.put(transfer.from(), nameOf(transfer.from()));
                names.put(transfer.to(), nameOf(transfer.to()));
            }
            case TellPerson tell -> names.put(tell.location(), nameOf(tell.location()));
        }
        return names;
    }

    private String nameOf(LocationId location) {
        return addresses.location(location).name();
    }

    private Optional<Recipient> addressOf(LocationId location) {
        return Optional.of(addresses.location(location))
                .filter(it -> !it.address().isEmpty());
    }

    /// Whether a location of ours is one of that platform's: by its mapping, or by its name.
    private static boolean serves(Connection connection, LocationId ours) {
        if (ours.value().startsWith(connection.id().value() + "/")) {
            return true;
        }
        for (var pair : connection.setting("locations").orElse("").split(",", -1)) {
            var equals = pair.indexOf('=');
            if (equals > 0 && pair.substring(equals + 1).strip().equals(ours.value())) {
                return true;
            }
        }
        return false;
    }
}
