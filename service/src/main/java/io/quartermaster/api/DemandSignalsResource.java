package io.quartermaster.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quartermaster.books.sales.DemandSignalRow;
import io.quartermaster.books.sales.Sales;
import io.quartermaster.retail.DemandSignal;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Demand, a signal a line of each sale, whatever till it came from.
@RestController
@Tag(name = "demand")
final class DemandSignalsResource {

    private final Sales sales;

    DemandSignalsResource(Sales sales) {
        this.sales = sales;
    }

    record SignalView(
            @JsonProperty("event_type") String eventType,
            String sku,
            BigDecimal quantity,
            @JsonProperty("store_id") String storeId,
            Instant timestamp,
            String source) {

        static SignalView of(DemandSignalRow row) {
            var signal = row.signal();
            return new SignalView(
                    DemandSignal.EVENT_TYPE,
                    signal.sku(),
                    signal.quantity().amount(),
                    signal.store().value(),
                    signal.timestamp(),
                    DemandSignal.SOURCE);
        }
    }

    /// In the order in which sales were recorded. All signals of a sale stand on one page. Only an
    /// empty page has no cursor: a reader keeps the one before it, and comes back for what is sold
    /// next.
    ///
    /// @param limit of how many sales at most
    @GetMapping("/v1/demand-signals")
    Page<SignalView> signals(
            @RequestParam(defaultValue = "") String cursor, @RequestParam(defaultValue = Page.LIMIT_USUAL) int limit) {
        var place = Page.open(cursor);
        long after = place.isEmpty() ? 0 : Asked.read("cursor", () -> Long.valueOf(place));
        var rows = sales.signals(after, Page.limit(limit));
        return new Page<>(
                rows.stream().map(SignalView::of).toList(),
                rows.isEmpty() ? null : Page.seal(String.valueOf(rows.getLast().sequence())));
    }
}
