package io.quartermaster.skills;

import io.quartermaster.approvals.Evidence;
import io.quartermaster.approvals.Proposal;
import io.quartermaster.demand.Demand;
import io.quartermaster.demand.ForecastReplay;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.RetailAction.OrderFromSupplier;
import io.quartermaster.retail.RetailAction.TellPerson;
import io.quartermaster.retail.RetailAction.TransferStock;
import io.quartermaster.retail.Sku;
import io.quartermaster.retail.VariantId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Finds the forecasts that a proposal was decided on, and makes them again.
///
/// A proposal's evidence says when each forecast was made: that one is taken, however many came
/// after it.
@Component
class DecidedOn {

    private static final String FORECAST = "forecast";

    private final Demand demand;

    DecidedOn(Demand demand) {
        this.demand = demand;
    }

    private record Line(VariantId variant, LocationId location, Sku sku) {}

    /// By SKU; those whose inputs are not kept are left out.
    Map<Sku, ForecastReplay> forecasts(Proposal then) {
        var forecasts = new LinkedHashMap<Sku, ForecastReplay>();
        lines(then)
                .forEach(line -> then.evidence().stream()
                        .filter(evidence -> evidence.group().equals(line.sku.value()))
                        .filter(evidence -> evidence.source().startsWith(FORECAST))
                        .map(Evidence::asOf)
                        .findFirst()
                        .flatMap(madeAt -> demand.replay(line.variant, line.location, madeAt)
                                .filter(replay -> replay.madeAt().equals(madeAt)))
                        .ifPresent(replay -> forecasts.put(line.sku, replay)));
        return forecasts;
    }

    private static Stream<Line> lines(Proposal then) {
        return switch (then.action()) {
            case OrderFromSupplier order ->
                order.lines().stream().map(line -> new Line(line.variant(), order.destination(), line.sku()));
            case TransferStock transfer ->
                transfer.lines().stream().map(line -> new Line(line.variant(), transfer.to(), line.sku()));
            case TellPerson _ -> Stream.empty();
        };
    }

    static List<String> lines(Proposal then, Map<Sku, ForecastReplay> forecasts) {
        return lines(then)
                .map(line -> {
                    var replay = forecasts.get(line.sku);
                    return replay == null
                            ? "Forecast of %s: what it was made from is no longer kept.".formatted(line.sku)
                            : "Forecast of %s from %s, made %s, %d bytes with hash %s: %s"
                                    .formatted(
                                            line.sku,
                                            replay.firstDay(),
                                            replay.madeAt(),
                                            replay.inputsBytes(),
                                            replay.inputsHash(),
                                            replay.inWords());
                })
                .toList();
    }
}
