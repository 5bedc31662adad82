package io.quartermaster.approvals;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import io.quartermaster.retail.ConnectionId;
import io.quartermaster.retail.DeskEvent;
import io.quartermaster.retail.HouseEvent;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.ProposalId;
import io.quartermaster.retail.PurchaseEvent;
import io.quartermaster.retail.PurchaseOrderId;
import io.quartermaster.retail.RetailAction;
import io.quartermaster.retail.RetailEvent;
import io.quartermaster.retail.SkillId;
import io.quartermaster.retail.Sku;
import io.quartermaster.retail.SupplierId;
import io.quartermaster.retail.TransferEvent;
import io.quartermaster.retail.TransferId;
import io.quartermaster.retail.UserId;
import io.quartermaster.retail.VariantId;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// How the desk keeps proposals, and what the journal must still be told, as text.
final class DeskJson {

    private static final List<Class<?>> IDS = List.of(
            ConnectionId.class,
            LocationId.class,
            ProposalId.class,
            PurchaseOrderId.class,
            SkillId.class,
            Sku.class,
            SupplierId.class,
            TransferId.class,
            UserId.class,
            VariantId.class);

    private static final JsonMapper MAPPER = mapper();

    private DeskJson() {}

    static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static <T> T read(String text, Class<T> type) {
        return MAPPER.readValue(text, type);
    }

    static String events(List<RetailEvent> events) {
        return MAPPER.writeValueAsString(events.toArray(new RetailEvent[0]));
    }

    static List<RetailEvent> events(String text) {
        return List.of(MAPPER.readValue(text, RetailEvent[].class));
    }

    private static JsonMapper mapper() {
        var builder = JsonMapper.builder()
                .addMixIn(RetailAction.class, Kinds.class)
                .addMixIn(RetailEvent.class, Tellings.class);
        IDS.forEach(id -> builder.addMixIn(id, OneText.class));
        return builder.build();
    }

    private abstract static class OneText {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        OneText(@SuppressWarnings("unused") String value) {}

        @JsonValue
        abstract String value();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = RetailAction.OrderFromSupplier.class, name = "order-from-supplier"),
        @JsonSubTypes.Type(value = RetailAction.TransferStock.class, name = "transfer-stock"),
        @JsonSubTypes.Type(value = RetailAction.TellPerson.class, name = "tell-person")
    })
    private interface Kinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = DeskEvent.ProposalMade.class, name = "proposal-made"),
        @JsonSubTypes.Type(value = DeskEvent.ProposalDecided.class, name = "proposal-decided"),
        @JsonSubTypes.Type(value = PurchaseEvent.PurchaseOrderApproved.class, name = "purchase-order-approved"),
        @JsonSubTypes.Type(value = PurchaseEvent.PurchaseOrderCancelled.class, name = "purchase-order-cancelled"),
        @JsonSubTypes.Type(value = TransferEvent.TransferApproved.class, name = "transfer-approved"),
        @JsonSubTypes.Type(value = TransferEvent.TransferCancelled.class, name = "transfer-cancelled"),
        @JsonSubTypes.Type(value = HouseEvent.SettingChanged.class, name = "setting-changed")
    })
    private interface Tellings {}
}
