package io.quartermaster.books.catalog;

import io.quartermaster.retail.Item;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Sku;
import io.quartermaster.retail.UserId;
import io.quartermaster.retail.VariantId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What the retailer sells and where: asks and answers in names that people and systems use.
@Component
public class Catalog {

    /// Whom an item means. It never fails: an item that no shop has listed yet becomes a provisional
    /// variant, which stands on the work list until a listing or a person says what it is.
    public VariantId resolve(Item item) {
        throw new UnsupportedOperationException();
    }

    public Map<Item, VariantId> resolveAll(Collection<Item> items) {
        throw new UnsupportedOperationException();
    }

    /// The variant; for one that was merged into another, that other.
    public Optional<Variant> variant(VariantId id) {
        throw new UnsupportedOperationException();
    }

    public Map<VariantId, Variant> variants(Collection<VariantId> ids) {
        throw new UnsupportedOperationException();
    }

    public Optional<VariantId> bySku(Sku sku) {
        throw new UnsupportedOperationException();
    }

    /// By a part of the name, SKU or barcode.
    public List<Variant> search(String text, int limit) {
        throw new UnsupportedOperationException();
    }

    /// The work list: names that no shop has listed yet.
    public List<Variant> unmapped(int limit) {
        throw new UnsupportedOperationException();
    }

    /// Labels that one shop gave to several of its active variants.
    public List<DuplicateSku> duplicateSkus(int limit) {
        throw new UnsupportedOperationException();
    }

    public List<String> categories() {
        throw new UnsupportedOperationException();
    }

    public void merge(VariantId from, VariantId into, UserId by) {
        throw new UnsupportedOperationException();
    }

    public Optional<Location> location(LocationId id) {
        throw new UnsupportedOperationException();
    }

    public List<Location> locations() {
        throw new UnsupportedOperationException();
    }

    public void saveLocation(Location location, UserId by) {
        throw new UnsupportedOperationException();
    }
}
