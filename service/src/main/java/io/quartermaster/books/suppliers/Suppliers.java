package io.quartermaster.books.suppliers;

import io.quartermaster.retail.SupplierId;
import io.quartermaster.retail.UserId;
import io.quartermaster.retail.VariantId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Whom we buy from, and on which terms.
@Component
public class Suppliers {

    public Optional<Supplier> supplier(SupplierId id) {
        throw new UnsupportedOperationException();
    }

    public List<Supplier> all(int limit) {
        throw new UnsupportedOperationException();
    }

    public void save(Supplier supplier, UserId by) {
        throw new UnsupportedOperationException();
    }

    /// The terms of the supplier whom we prefer for it: one that we chose, else an approved one, else
    /// the cheapest.
    public Optional<SupplyTerms> termsOf(VariantId variant) {
        throw new UnsupportedOperationException();
    }

    public Map<VariantId, SupplyTerms> termsOf(Collection<VariantId> variants) {
        throw new UnsupportedOperationException();
    }

    public List<SupplyTerms> termsOf(SupplierId supplier, int limit) {
        throw new UnsupportedOperationException();
    }

    /// The terms of all other suppliers, the next best first.
    public List<SupplyTerms> otherTermsOf(VariantId variant) {
        throw new UnsupportedOperationException();
    }

    /// @throws UnknownSupplier if a line names a supplier that was not saved
    public void saveTerms(List<TermsLine> lines, UserId by) {
        throw new UnsupportedOperationException();
    }

    /// From now on buy this variant there.
    public void prefer(VariantId variant, SupplierId supplier, UserId by) {
        throw new UnsupportedOperationException();
    }
}
