package io.quartermaster.sandbox.retailer;

import io.quartermaster.sandbox.retailer.Site.Platform;
import io.quartermaster.sandbox.till.Place;
import java.time.ZoneId;
import java.util.List;

/// Saltmarsh & Co: three shops, and a web shop with a warehouse.
public final class Chain {

    public static final String NAME = "Saltmarsh & Co";
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    public static final List<Site> SITES = List.of(
            site("high-street", "LHS4TQ8M2XKVA", "High Street", "14 High Street", "Aldermouth", Platform.SQUARE, 1.15),
            site("station-road", "LSR9WZ3C7PBND", "Station Road", "2 Station Road", "Wexcombe", Platform.SQUARE, 0.8),
            site("harbour", "70210000001", "Harbour Shop", "9 Quay Lane", "Saltmarsh", Platform.SHOPIFY, 0.95),
            new Site(
                    new Place(
                            "warehouse",
                            "70210000002",
                            "Warehouse & Web",
                            new Place.Address("Unit 3, Brine Park", "Saltmarsh", "ZZ9 4XX", "GB"),
                            ZONE,
                            true),
                    "warehouse",
                    Platform.SHOPIFY,
                    0.85));

    private Chain() {}

    private static Site site(
            String id, String platformId, String name, String street, String city, Platform platform, double trade) {
        var address = new Place.Address(street, city, "ZZ9 1XX", "GB");
        return new Site(new Place(id, platformId, name, address, ZONE, false), id, platform, trade);
    }

    public static List<Place> placesOn(Platform platform) {
        return SITES.stream()
                .filter(site -> site.platform() == platform)
                .map(Site::place)
                .toList();
    }
}
