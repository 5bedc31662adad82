package io.quartermaster.dashboard;

/// What a movement belongs to, as people say it: `sale/shopify-main/1001` is sale 1001 at
/// shopify-main.
final class Papers {

    private Papers() {}

    static String say(String paper) {
        var parts = paper.split("/", 3);
        return switch (parts[0]) {
            case "purchase-order", "transfer" -> parts.length > 1 ? parts[1] : paper;
            case "report" -> parts.length > 1 ? "told by " + parts[1] : paper;
            default -> parts.length == 3 ? "%s at %s".formatted(parts[2], parts[1]) : paper;
        };
    }
}
