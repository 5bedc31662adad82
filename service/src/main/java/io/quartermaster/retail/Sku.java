package io.quartermaster.retail;

import java.text.Normalizer;
import java.util.Locale;

/// The retailer's own label for a variant, as it was told.
///
/// A label, not an identity: it is reused and retyped. Two labels that differ only in case, width
/// or spaces mean the same; leading zeros count. [#normalised] is what is compared.
public record Sku(String value) implements Id {

    public Sku {
        value = Id.require("SKU", value);
    }

    /// The label as it is compared: compatibility forms folded, invisible marks gone, upper case,
    /// runs of spaces made one.
    public String normalised() {
        var folded = Normalizer.normalize(value, Normalizer.Form.NFKC);
        var visible = new StringBuilder(folded.length());
        folded.codePoints()
                .filter(point -> Character.getType(point) != Character.FORMAT)
                .forEach(visible::appendCodePoint);
        return visible.toString().strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
