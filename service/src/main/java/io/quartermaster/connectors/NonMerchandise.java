package io.quartermaster.connectors;

import io.quartermaster.retail.Sku;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Codes that stand on receipts and are no goods: postage, bank charges, gift wrapping. A
/// connection
/// lists them in its setting `non-merchandise`: `POST, M, GIFT*`.
///
/// @param codes upper case; one that ends in `*` means all that begin so
public record NonMerchandise(List<String> codes) {

    private static final String SETTING = "non-merchandise";

    public NonMerchandise {
        codes = codes.stream()
                .map(code -> code.strip().toUpperCase(Locale.ROOT))
                .filter(code -> !code.isEmpty())
                .toList();
    }

    public static NonMerchandise of(Connection connection) {
        return new NonMerchandise(
                Arrays.asList(connection.setting(SETTING).orElse("").split(",")));
    }

    public boolean contains(Sku sku) {
        var label = sku.normalised();
        return codes.stream()
                .anyMatch(code -> code.endsWith("*")
                        ? label.startsWith(code.substring(0, code.length() - 1))
                        : label.equals(code));
    }
}
