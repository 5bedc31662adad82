package io.quartermaster.demand;

import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.VariantId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Lists of what forecasts are kept, location by location.
@Component
class KeptForecasts {

    private static final int PAGE = 5_000;
    private static final int PAGES_MAX = 200;

    private final JdbcTemplate jdbc;

    KeptForecasts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// The variants of each location; a location with more than a million shows the first.
    Map<LocationId, List<VariantId>> byLocation() {
        var found = new LinkedHashMap<LocationId, List<VariantId>>();
        jdbc.queryForList("SELECT DISTINCT location FROM demand.forecast ORDER BY location", String.class)
                .forEach(location -> found.put(new LocationId(location), variants(location)));
        return found;
    }

    private List<VariantId> variants(String location) {
        var all = new ArrayList<VariantId>();
        for (int i = 0; i < PAGES_MAX; i++) {
            var page = jdbc.queryForList(
                    """
                    SELECT variant FROM demand.forecast WHERE location = ? AND variant > ?
                    ORDER BY variant LIMIT ?""",
                    String.class,
                    location,
                    all.isEmpty() ? "" : all.getLast().value(),
                    PAGE);
            page.forEach(variant -> all.add(new VariantId(variant)));
            if (page.size() < PAGE) {
                break;
            }
        }
        return all;
    }
}
