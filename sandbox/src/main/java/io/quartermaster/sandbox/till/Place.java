package io.quartermaster.sandbox.till;

import java.time.ZoneId;

/// A shop or a warehouse, as a platform lists it.
///
/// @param id the retailer's own name for it, used in the sandbox only
/// @param platformId what the platform calls it on the wire
/// @param online whether web orders leave from here
public record Place(String id, String platformId, String name, Address address, ZoneId zone, boolean online) {

    public record Address(String street, String city, String postcode, String country) {}
}
