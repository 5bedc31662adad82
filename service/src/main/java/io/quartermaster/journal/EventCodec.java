package io.quartermaster.journal;

import io.quartermaster.retail.RetailEvent;

/// How an event stands in the journal: as [CanonicalJson], which says its own kind.
final class EventCodec {

    private EventCodec() {}

    static String write(RetailEvent event) {
        return CanonicalJson.write(event);
    }

    static RetailEvent read(String payload) {
        return CanonicalJson.read(payload, RetailEvent.class);
    }

    /// What sort of event it is: the simple name of its record, such as `SaleRecorded`.
    static String kind(RetailEvent event) {
        return event.getClass().getSimpleName();
    }
}
