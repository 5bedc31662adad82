package io.quartermaster.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quartermaster.books.sales.RefusedRow;
import io.quartermaster.books.sales.Sales;
import io.quartermaster.books.sales.SkuTotal;
import io.quartermaster.demand.Demand;
import io.quartermaster.demand.ForecastAccuracy;
import io.quartermaster.retail.ConnectionId;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What a connection sold, and what of it was not counted: figures to hold against the till's
/// own.
@RestController
@Tag(name = "reports")
final class ReportsResource {

    private final Sales sales;
    private final Demand demand;

    ReportsResource(Sales sales, Demand demand) {
        this.sales = sales;
        this.demand = demand;
    }

    /// What was sold under one label.
    ///
    /// @param sku the label exactly as told
    /// @param revenue paid for what was sold, less what was given back
    record SkuRow(
            String sku,
            @JsonProperty("units_sold") BigDecimal unitsSold,
            @JsonProperty("units_returned") BigDecimal unitsReturned,
            String unit,
            Amount revenue) {

        static SkuRow of(SkuTotal total) {
            return new SkuRow(
                    total.label(),
                    total.unitsSold().amount(),
                    total.unitsReturned().amount(),
                    total.unitsSold().unit().name(),
                    Amount.of(total.revenue()));
        }
    }

    /// A line that was not counted.
    ///
    /// @param returned whether it came back, so that its quantity and money count the other way
    /// @param quantity as told
    /// @param reason such as `NO_SKU`, `NOT_MERCHANDISE`, `RETURN_WITHOUT_SALE`
    record RefusedView(
            String receipt,
            String line,
            boolean returned,
            String sku,
            String quantity,
            Amount amount,
            String reason,
            String detail) {

        static RefusedView of(RefusedRow row) {
            return new RefusedView(
                    row.receipt(),
                    row.line(),
                    row.returned(),
                    row.label(),
                    row.quantity(),
                    Amount.of(row.amount()),
                    row.reason(),
                    row.detail());
        }
    }

    /// How good the forecasts of one class of demand were at one location in the last four weeks.
    ///
    /// @param forecasts variants and days that were looked at; days without stock are left out
    /// @param bias expected less sold, over sold
    /// @param error absolute error over sold
    /// @param coverage95 share that sold no more than the 95 % quantile
    /// @param drifting whether the errors lean to one side more than chance would have it
    record AccuracyView(
            String location,
            @JsonProperty("demand_class") String demandClass,
            int days,
            int forecasts,
            double expected,
            double sold,
            double bias,
            double error,
            double coverage95,
            boolean drifting) {

        static AccuracyView of(ForecastAccuracy one) {
            return new AccuracyView(
                    one.location().value(),
                    one.demandClass(),
                    one.days(),
                    one.forecasts(),
                    one.expected(),
                    one.sold(),
                    one.bias(),
                    one.error(),
                    one.coverage95(),
                    one.drifts());
        }
    }

    record Accuracy(List<AccuracyView> items) {}

    @GetMapping("/v1/reports/forecast-accuracy")
    Accuracy forecastAccuracy() {
        return new Accuracy(demand.accuracy().stream().map(AccuracyView::of).toList());
    }

    @GetMapping("/v1/reports/sales-by-sku")
    Page<SkuRow> salesBySku(
            @RequestParam String connection,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = Page.LIMIT_USUAL) int limit) {
        var id = Asked.read("connection", () -> new ConnectionId(connection));
        var rows = Asked.read("cursor", () -> sales.totalsBySku(id, Page.open(cursor), Page.limit(limit) + 1));
        return Page.of(rows, limit, SkuRow::of, SkuTotal::cursor);
    }

    @GetMapping("/v1/reports/refused-lines")
    Page<RefusedView> refusedLines(
            @RequestParam String connection,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = Page.LIMIT_USUAL) int limit) {
        var id = Asked.read("connection", () -> new ConnectionId(connection));
        var rows = Asked.read("cursor", () -> sales.refusedLines(id, Page.open(cursor), Page.limit(limit) + 1));
        return Page.of(rows, limit, RefusedView::of, RefusedRow::cursor);
    }
}
