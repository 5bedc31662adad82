package io.quartermaster.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.catalog.Location;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.UserId;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Places that hold stock.
@RestController
@Tag(name = "locations")
final class LocationsResource {

    private static final LocalTime MIDNIGHT = LocalTime.MIDNIGHT;

    private final Catalog catalog;

    LocationsResource(Catalog catalog) {
        this.catalog = catalog;
    }

    /// A location as it is told to us.
    ///
    /// @param zone by IANA: `Europe/London`
    /// @param dayStart when its business day begins, `HH:mm`; midnight if left out
    /// @param email where its manager reads
    record LocationBody(
            @Nullable String name,
            @Nullable String zone,
            @JsonProperty("day_start") @Nullable String dayStart,
            @Nullable String email) {

        Location of(String id) {
            var place = new LocationId(id);
            return new Location(
                    place,
                    Asked.required("name", name),
                    Asked.read("zone", () -> ZoneId.of(Asked.required("zone", zone))),
                    Asked.read("day_start", () -> dayStart == null ? MIDNIGHT : LocalTime.parse(dayStart)),
                    email);
        }
    }

    /// A location as we know it.
    record LocationView(
            String id,
            String name,
            String zone,
            @JsonProperty("day_start") String dayStart,
            @Nullable String email) {

        static LocationView of(Location location) {
            return new LocationView(
                    location.id().value(),
                    location.name(),
                    location.zone().getId(),
                    location.dayStart().toString(),
                    location.email());
        }
    }

    @GetMapping("/v1/locations")
    Page<LocationView> locations() {
        return Page.whole(catalog.locations().stream().map(LocationView::of).toList());
    }

    @GetMapping("/v1/locations/{id}")
    LocationView location(@PathVariable String id) {
        return catalog.location(Asked.read("id", () -> new LocationId(id)))
                .map(LocationView::of)
                .orElseThrow(() -> new NotFound("location", id));
    }

    @PutMapping("/v1/locations/{id}")
    LocationView save(@PathVariable String id, @RequestBody LocationBody body, Principal caller) {
        var location = Asked.read("location", () -> body.of(id));
        catalog.saveLocation(location, new UserId(caller.getName()));
        return LocationView.of(location);
    }
}
