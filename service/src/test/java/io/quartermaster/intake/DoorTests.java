package io.quartermaster.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.retail.SaleEvent.SaleRecorded;
import org.junit.jupiter.api.Test;

/// What comes in at the door, and what becomes of it.
class DoorTests extends WithIntake {

    @Test
    void turnsASignedOrderIntoAnEntryOfTheJournal() {
        var answer = sender.shopify("orders/create", "e-1", Messages.order(1001));
        untilQuiet();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(events())
                .filteredOn(SaleRecorded.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(SaleRecorded.class, sale -> {
                    assertThat(sale.receipt().value()).isEqualTo("1001");
                    assertThat(sale.location().value()).isEqualTo("shop/77");
                    assertThat(sale.lines())
                            .singleElement()
                            .satisfies(
                                    line -> assertThat(line.amount().toString()).isEqualTo("19.98 GBP"));
                });
    }
}
