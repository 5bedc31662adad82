package io.quartermaster.api;

import io.quartermaster.retail.Money;
import io.quartermaster.retail.UnitCost;

/// Money on the wire.
///
/// @param amount exact, as text: `12.34`
/// @param currency by ISO 4217
record Amount(String amount, String currency) {

    static Amount of(Money money) {
        return new Amount(money.amount().toPlainString(), money.currency().getCurrencyCode());
    }

    static Amount of(UnitCost cost) {
        return new Amount(cost.amount().toPlainString(), cost.currency().getCurrencyCode());
    }
}
