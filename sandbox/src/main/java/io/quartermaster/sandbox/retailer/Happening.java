package io.quartermaster.sandbox.retailer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/// Something that will happen at a known time.
sealed interface Happening {

    Instant at();

    /// A day begins everywhere: its visits are drawn, and the old buyer looks at the shelves.
    record DayBegins(Instant at, LocalDate day) implements Happening {}

    record Visited(Instant at, Site site, Visit visit) implements Happening {}

    record Fulfilled(Instant at, Site site, String order) implements Happening {}

    record Cancelled(Instant at, Site site, String order, Map<String, Integer> units) implements Happening {}

    record TakenBack(Instant at, Site site, String order, String sku, int quantity) implements Happening {}

    /// A delivery that the old buyer ordered, before the service came.
    record Delivered(Instant at, Site site, Map<String, Integer> units) implements Happening {}

    /// Anything else that somebody asked to be done at that time.
    record Errand(Instant at, Runnable what) implements Happening {}
}
