package io.quartermaster.sandbox.retailer;

import io.quartermaster.sandbox.till.Buyer;
import io.quartermaster.sandbox.till.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// The customers who told the shop who they are. Names are drawn, telephone numbers are of the
/// range kept for drama, mail goes to domains kept for examples.
final class Buyers {

    private static final int HOW_MANY = 400;
    private static final List<String> FIRST = List.of(
            "Amara", "Beth", "Callum", "Dilys", "Ewan", "Farah", "Gwen", "Hari", "Isla", "Jonas", "Kezia", "Lorcan",
            "Maeve", "Nikhil", "Orla", "Piotr", "Rhian", "Samir", "Tamsin", "Wren");
    private static final List<String> LAST = List.of(
            "Abernathy",
            "Blackwood",
            "Carrow",
            "Dunmore",
            "Ellery",
            "Farrow",
            "Greaves",
            "Holloway",
            "Iqbal",
            "Jessop",
            "Kaplan",
            "Loxley",
            "Marchetti",
            "Nakamura",
            "Okafor",
            "Pemberton",
            "Quayle",
            "Rowntree",
            "Szabo",
            "Trevanion");
    private static final List<String> STREETS =
            List.of("Elm Grove", "Mill Lane", "Chapel Street", "Orchard Way", "Castle Terrace", "Ferry Road");
    private static final List<String> DOMAINS = List.of("example.org", "example.com", "example.net");

    private final List<Buyer> buyers = new ArrayList<>();

    Buyers(long seed) {
        var random = new Random(seed);
        for (var number = 1; number <= HOW_MANY; number++) {
            buyers.add(drawn(number, random));
        }
    }

    Buyer any(Random random) {
        return buyers.get(random.nextInt(buyers.size()));
    }

    private static Buyer drawn(int number, Random random) {
        var first = one(FIRST, random);
        var last = one(LAST, random);
        var email = "%s.%s%d@%s"
                .formatted(first, last, number, one(DOMAINS, random))
                .toLowerCase(Locale.ROOT);
        var phone = "+447700900%03d".formatted(random.nextInt(1000));
        var street = "%d %s".formatted(1 + random.nextInt(80), one(STREETS, random));
        return new Buyer(number, first, last, email, phone, new Place.Address(street, "Saltmarsh", "ZZ9 2XX", "GB"));
    }

    private static String one(List<String> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
