package io.quartermaster.sandbox.retailer;

/// Makes barcodes (GTIN-13) with a right check digit, under the prefix that GS1 keeps for
/// examples.
final class Barcode {

    private static final String EXAMPLES = "952";
    private static final int ODD_WEIGHT = 3;

    private Barcode() {}

    static String of(int number) {
        var twelve = EXAMPLES + "%09d".formatted(4_100_000 + number);
        return twelve + checkDigit(twelve);
    }

    static int checkDigit(String twelve) {
        var sum = 0;
        for (var index = 0; index < twelve.length(); index++) {
            sum += (twelve.charAt(index) - '0') * (index % 2 == 0 ? 1 : ODD_WEIGHT);
        }
        return (10 - sum % 10) % 10;
    }
}
