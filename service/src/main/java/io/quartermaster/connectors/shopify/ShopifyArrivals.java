package io.quartermaster.connectors.shopify;

import io.quartermaster.connectors.InboundMessage;
import io.quartermaster.connectors.MalformedMessage;
import io.quartermaster.connectors.Translation;
import io.quartermaster.connectors.Translation.Told;
import io.quartermaster.connectors.Translation.Translated;
import io.quartermaster.connectors.WireJson;
import io.quartermaster.retail.Origin;
import io.quartermaster.retail.TransferEvent.TransferReceived;
import io.quartermaster.retail.TransferId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// Transfers of ours that Shopify has completely received.
final class ShopifyArrivals {

    private ShopifyArrivals() {}

    /// The whole of it came in when its last shipment did.
    static Translation transfer(InboundMessage message, WireJson body) {
        var number = body.text("referenceName");
        var at = body.object("shipments").list("nodes").stream()
                .map(shipment -> shipment.instantIfAny("dateReceived"))
                .filter(Objects::nonNull)
                .max(Comparator.<Instant>naturalOrder())
                .orElseThrow(() -> new MalformedMessage("No shipment of %s says when it came in.".formatted(number)));
        var origin = new Origin(message.connection().id(), "transfer-received/" + number, at);
        return new Translated(List.of(Told.of(new TransferReceived(origin, new TransferId(number)))));
    }
}
