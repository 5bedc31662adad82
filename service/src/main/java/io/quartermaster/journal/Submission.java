package io.quartermaster.journal;

import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.RetailEvent;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// What one caller wants appended, already as text, and where its answer goes.
record Submission(List<Item> items, CompletableFuture<List<Appended>> answer) {

    static Submission of(List<Draft> drafts) {
        return new Submission(drafts.stream().map(Item::of).toList(), new CompletableFuture<>());
    }

    record Item(RetailEvent event, CorrelationId correlation, String kind, String payload) {

        static Item of(Draft draft) {
            return new Item(
                    draft.event(),
                    draft.correlation(),
                    EventCodec.kind(draft.event()),
                    EventCodec.write(draft.event()));
        }

        TellerKey key() {
            return new TellerKey(event.origin().source().value(), event.origin().sourceKey());
        }
    }

    /// What counts once.
    record TellerKey(String source, String sourceKey) {}
}
