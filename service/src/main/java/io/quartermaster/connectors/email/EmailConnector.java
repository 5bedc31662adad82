package io.quartermaster.connectors.email;

import io.quartermaster.connectors.Authenticity;
import io.quartermaster.connectors.Capabilities;
import io.quartermaster.connectors.Capabilities.Access;
import io.quartermaster.connectors.Capabilities.Capability;
import io.quartermaster.connectors.Connection;
import io.quartermaster.connectors.Connector;
import io.quartermaster.connectors.Delivery;
import io.quartermaster.connectors.FetchRequest;
import io.quartermaster.connectors.Fetched;
import io.quartermaster.connectors.IdempotencyKey;
import io.quartermaster.connectors.InboundMessage;
import io.quartermaster.connectors.Outcome;
import io.quartermaster.connectors.Outcome.Call;
import io.quartermaster.connectors.Outcome.Refused;
import io.quartermaster.connectors.RawMessage;
import io.quartermaster.connectors.Translation;
import io.quartermaster.retail.RetailAction;
import java.util.List;
import org.springframework.stereotype.Component;

/// Sends what was approved as mail. A mail cannot be asked for twice without being sent twice, so
/// an attempt whose end is unknown is left to a person.
@Component
class EmailConnector implements Connector {

    private final PostOffice office;

    EmailConnector(PostOffice office) {
        this.office = office;
    }

    @Override
    public String platform() {
        return "email";
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(List.of(
                new Capability("purchase orders", Access.READ_AND_WRITE, "sent to the supplier's address"),
                new Capability("transfers", Access.READ_AND_WRITE, "the sending location is asked by mail"),
                new Capability("messages to people", Access.READ_AND_WRITE, ""),
                new Capability("sales", Access.NONE, ""),
                new Capability("stock levels", Access.NONE, "")));
    }

    @Override
    public Authenticity authenticate(RawMessage message, Connection connection) {
        return new Authenticity.Forged("A mail connection has no webhooks.");
    }

    @Override
    public Translation translate(InboundMessage message) {
        return new Translation.Malformed("A mail connection has no messages to understand.");
    }

    @Override
    public Fetched fetch(FetchRequest request, Connection connection) {
        return new Fetched.Nothing("A mail connection has nothing to fetch.");
    }

    @Override
    public Outcome perform(RetailAction action, IdempotencyKey key, Connection connection) {
        return new Refused("A mail needs an address.", Call.NONE);
    }

    @Override
    public Outcome deliver(Delivery delivery, Connection connection) {
        try {
            return office.send(Letter.about(delivery), delivery, MailSettings.of(connection));
        } catch (MailNotPossible fault) {
            return new Refused(fault.why(), Call.NONE);
        }
    }

    @Override
    public boolean recognisesRepeats() {
        return false;
    }
}
