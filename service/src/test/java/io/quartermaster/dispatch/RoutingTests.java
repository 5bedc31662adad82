package io.quartermaster.dispatch;

import static io.quartermaster.approvals.Proposals.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.approvals.Proposals;
import io.quartermaster.connectors.Connection;
import io.quartermaster.connectors.Connections;
import io.quartermaster.connectors.Connector;
import io.quartermaster.connectors.Delivery.Recipient;
import io.quartermaster.connectors.IdempotencyKey;
import io.quartermaster.dispatch.Route.ByHand;
import io.quartermaster.dispatch.Route.OnDesk;
import io.quartermaster.dispatch.Route.Via;
import io.quartermaster.retail.ConnectionId;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.ProposalId;
import io.quartermaster.retail.RetailAction;
import io.quartermaster.retail.RetailAction.TellPerson;
import io.quartermaster.retail.SupplierId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Who is asked to do what.
class RoutingTests {

    private static final LocationId HIGH_STREET = new LocationId("high-street");
    private static final Connection MAIL = connection("mail", "email", Map.of());

    private final List<Connection> connections = new ArrayList<>();
    private final Map<SupplierId, String> suppliers = new HashMap<>(Map.of(Proposals.ACME, "sales@acme.example"));
    private final Map<LocationId, String> places = new HashMap<>();

    @Test
    void anOrderGoesToTheSuppliersAddress() {
        connections.add(connection("zz-mail", "email", Map.of()));
        connections.add(MAIL);

        var via = (Via) route(anOrder().made().action());

        assertThat(via.connection()).isEqualTo(MAIL);
        assertThat(via.delivery().to()).isEqualTo(new Recipient("Supplier ACME", "sales@acme.example"));
        assertThat(via.delivery().key()).isEqualTo(new IdempotencyKey("P-1"));
        assertThat(via.delivery().nameOf(HIGH_STREET)).isEqualTo("The high-street shop");
    }

    @Test
    void withoutMailOrAddressAPersonIsToldWhatToDo() {
        assertThat(route(anOrder().made().action()))
                .isInstanceOfSatisfying(ByHand.class, it -> assertThat(it.why()).contains("Maybe set one up"));
        connections.add(MAIL);
        suppliers.put(Proposals.ACME, "");
        assertThat(route(anOrder().made().action()))
                .isInstanceOfSatisfying(ByHand.class, it -> assertThat(it.why()).contains("has no e-mail address"));
        suppliers.clear();
        assertThat(route(anOrder().made().action()))
                .isInstanceOfSatisfying(ByHand.class, it -> assertThat(it.why()).contains("not known any more"));
    }

    @Test
    void aTransferGoesToThePlatformThatServesBothPlaces() {
        var shop = connection("shopify-main", "shopify", Map.of("locations", "1=warehouse, 2=high-street"));
        connections.add(MAIL);
        connections.add(shop);

        assertThat(((Via) route(Proposals.aTransfer(1).action())).connection()).isEqualTo(shop);
    }

    @Test
    void aTransferBetweenPlatformsIsAskedForByMail() {
        connections.add(MAIL);
        connections.add(connection("shopify-main", "shopify", Map.of("locations", "1=warehouse")));
        connections.add(connection("shopify-two", "shopify", Map.of("locations", "1=high-street")));
        places.put(new LocationId("warehouse"), "warehouse@shop.example");

        var via = (Via) route(Proposals.aTransfer(1).action());

        assertThat(via.connection()).isEqualTo(MAIL);
        assertThat(via.delivery().to().address()).isEqualTo("warehouse@shop.example");
    }

    @Test
    void aTransferThatNobodyCanBeToldOfIsAPersonsTask() {
        connections.add(MAIL);

        assertThat(route(Proposals.aTransfer(1).action())).isInstanceOf(ByHand.class);
    }

    @Test
    void newsWithoutAnAddressIsReadOnTheDesk() {
        connections.add(MAIL);
        var news = new TellPerson(HIGH_STREET, "Look at the till", "It has been quiet for a day.");

        assertThat(route(news)).isInstanceOf(OnDesk.class);
        places.put(HIGH_STREET, "shop@shop.example");
        assertThat(route(news)).isInstanceOf(Via.class);
    }

    private Route route(RetailAction action) {
        return new Routing(new Known(), new Addresses()).route(new ProposalId("P-1"), action);
    }

    private static Connection connection(String id, String platform, Map<String, String> settings) {
        return new Connection(new ConnectionId(id), platform, List.of(), "", "", "", settings);
    }

    private final class Addresses implements AddressBook {

        @Override
        public Optional<Recipient> supplier(SupplierId id) {
            return Optional.ofNullable(suppliers.get(id)).map(address -> new Recipient("Supplier " + id, address));
        }

        @Override
        public Recipient location(LocationId id) {
            return new Recipient("The %s shop".formatted(id), places.getOrDefault(id, ""));
        }
    }

    private final class Known implements Connections {

        @Override
        public Optional<Connection> find(ConnectionId id) {
            return all().stream().filter(it -> it.id().equals(id)).findFirst();
        }

        @Override
        public List<Connection> all() {
            return connections;
        }

        @Override
        public void save(Connection connection) {
            connections.add(connection);
        }

        @Override
        public Connector connectorOf(Connection connection) {
            throw new UnsupportedOperationException("Nobody is called here.");
        }
    }
}
