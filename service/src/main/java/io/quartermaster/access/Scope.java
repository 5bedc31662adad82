package io.quartermaster.access;

import java.util.Arrays;
import java.util.Optional;

/// What a program may do with its API key.
public enum Scope {
    INVENTORY_READ("inventory:read"),
    PURCHASE_ORDER_WRITE("purchase_order:write"),
    CONNECTIONS_WRITE("connections:write"),
    REPORTS_READ("reports:read"),
    /// Everything, now and later.
    ADMIN("admin");

    private final String word;

    Scope(String word) {
        this.word = word;
    }

    /// The scope as it is written: `inventory:read`.
    public String word() {
        return word;
    }

    public static Optional<Scope> of(String word) {
        return Arrays.stream(values()).filter(scope -> scope.word.equals(word)).findFirst();
    }
}
