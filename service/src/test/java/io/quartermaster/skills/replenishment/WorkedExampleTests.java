package io.quartermaster.skills.replenishment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.planning.Costs;
import io.quartermaster.planning.DemandFigures;
import io.quartermaster.planning.DemandOutlook;
import io.quartermaster.planning.DemandOutlook.Point;
import io.quartermaster.planning.OrderPlan;
import io.quartermaster.planning.OrderQuantity.Packs;
import io.quartermaster.planning.OrderUpTo.Cover;
import io.quartermaster.retail.Quantity;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Reads the worked example of the skill's page and reckons it again: a page that is wrong fails.
class WorkedExampleTests {

    private static final Path PAGE = Path.of("../docs/skills/replenishment.md");
    private static final Pattern ROW = Pattern.compile("^\\| ([^|`]+) \\| ([0-9.]+) \\|$", Pattern.MULTILINE);

    @Test
    void thePageReckonsAsWeDo() throws IOException {
        var page = figures(Files.readString(PAGE));

        var plan = plan(page);

        assertThat(plan.reorderPoint()).isEqualTo(each(page, "reorder point"));
        assertThat(plan.safetyStock()).isEqualTo(each(page, "safety stock"));
        assertThat(plan.orderUpTo()).isEqualTo(each(page, "order up to"));
        assertThat(plan.order().needed().amount().setScale(1, RoundingMode.HALF_UP))
                .isEqualByComparingTo(page.get("needed"));
        assertThat(plan.order().quantity()).isEqualTo(each(page, "order quantity"));
    }

    private static OrderPlan plan(Map<String, BigDecimal> page) {
        var days = page.get("protection interval, days").intValueExact();
        var daily = of(page, "daily demand");
        var outlook = new DemandOutlook(
                days,
                daily * days,
                List.of(
                        new Point(0.5, of(page, "50 % quantile")),
                        new Point(0.95, of(page, "95 % quantile")),
                        new Point(0.999, of(page, "99.9 % quantile"))));
        var costs = new Costs(
                of(page, "unit cost"),
                of(page, "holding rate a year"),
                of(page, "order line cost"),
                of(page, "stock-out cost"));
        var terms = new OrderPlan.Terms(
                of(page, "service level"),
                costs,
                new Cover(1, 365),
                new Packs(each(page, "pack"), each(page, "minimum order")));
        var position = each(page, "inventory position");
        return OrderPlan.of(
                new OrderPlan.Holding(position, position),
                new DemandFigures(outlook, List.of(daily), List.of(), 1, daily * 365, 0.9, 10),
                terms,
                LocalDate.of(2026, 11, 21));
    }

    private static Map<String, BigDecimal> figures(String page) {
        var figures = new HashMap<String, BigDecimal>();
        var rows = ROW.matcher(page);
        while (rows.find()) {
            figures.put(rows.group(1), new BigDecimal(rows.group(2)));
        }
        return figures;
    }

    private static double of(Map<String, BigDecimal> page, String name) {
        return page.get(name).doubleValue();
    }

    private static Quantity each(Map<String, BigDecimal> page, String name) {
        return Quantity.each(page.get(name));
    }
}
