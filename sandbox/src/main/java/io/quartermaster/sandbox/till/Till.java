package io.quartermaster.sandbox.till;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A shop's platform from the retailer's side of the counter: what it sells here, the platform
/// tells the world in its own format.
///
/// Quantities are whole units. Places are named by the retailer's own id.
public interface Till {

    /// Opens the account: its places, its articles, all stock at zero.
    void open(List<Place> places, List<Article> articles, Instant at);

    /// Whether the platform tells every little thing, as it does in life, or only what a long
    /// history needs.
    void chatter(Chatter chatter);

    /// What the platform believes may still be sold.
    int available(String place, String sku);

    /// What is there, sold to a web customer or not.
    int onHand(String place, String sku);

    /// Rings up a sale.
    ///
    /// @return the platform's id of the order
    String sell(Sale sale);

    /// Hands a web order to the carrier.
    void fulfil(String order, Instant at);

    /// Cancels an order that was not handed over, and puts its goods back.
    void cancel(String order, Instant at);

    /// Takes goods back over the counter, refunds them, and puts them back on the shelf.
    void takeBack(String order, String sku, int quantity, Instant at);

    /// Goods arrived: the platform's own stock rises.
    void receive(String place, Map<String, Integer> units, Instant at);

    /// Goods left for another place: the platform's own stock falls.
    default void sendOff(String place, Map<String, Integer> units, Instant at) {
        var less = new LinkedHashMap<String, Integer>();
        units.forEach((sku, quantity) -> less.put(sku, -quantity));
        receive(place, less, at);
    }

    /// Tells the level of every article at every place once.
    void tellLevels(Instant at);

    enum Chatter {
        BRIEF,
        FULL
    }
}
