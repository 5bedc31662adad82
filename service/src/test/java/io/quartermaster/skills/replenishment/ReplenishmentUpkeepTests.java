package io.quartermaster.skills.replenishment;

import static io.quartermaster.retail.Quantity.each;
import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.retail.Sku;
import io.quartermaster.skills.Watched;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// What happens between sales: new days, the work list, pictures; in the service itself.
class ReplenishmentUpkeepTests extends ShopInTheService {

    @Test
    void aNewDayLooksAtEverythingAgain() {
        var shop = shop(HIGH_STREET, "DAWN");
        AShop.terms(suppliers, "DAWN", "N-1");
        shop.lists("N-1");
        shop.hasSold("N-1", 5);
        shop.holds("N-1", 500, clock.instant());
        Awaitility.await().atMost(PATIENCE).until(() -> watched("DAWN") == 1);
        database.sql("UPDATE skills.watch SET turnover = -1 WHERE subject = 'DAWN'")
                .update();

        database.sql("UPDATE demand.forecast SET first_day = first_day - 1").update();

        Awaitility.await().atMost(PATIENCE).until(() -> watched("DAWN") == 1);
    }

    private long watched(String supplier) {
        return database.sql("SELECT count(*) FROM skills.watch WHERE subject = ? AND turnover > 0")
                .param(supplier)
                .query(Long.class)
                .single();
    }

    @Test
    void whatNobodySuppliesStandsOnTheWorkListUntilSomebodyDoes() {
        var shop = shop(HIGH_STREET, "LATE");
        shop.lists("L-1");
        shop.hasSold("L-1", 5);
        shop.holds("L-1", 3, clock.instant());
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(skills.workList("", 200))
                        .filteredOn(one -> one.variant()
                                .equals(catalog.bySku(new Sku("L-1")).orElseThrow()))
                        .singleElement()
                        .extracting(Watched::detail)
                        .isEqualTo("No supplier is known for it."));

        AShop.terms(suppliers, "LATE", "L-1");

        assertThat(lines(awaitOrder("LATE"))).hasSize(1);
    }

    @Test
    void aPictureShowsPastAndFutureForAnyQuantity() {
        var shop = shop(HIGH_STREET, "DRAW");
        shop.lists("D-1");
        shop.hasSold("D-1", 5);
        shop.holds("D-1", 500, clock.instant());
        AShop.terms(suppliers, "DRAW", "D-1");
        quiet();
        shop.sells("D-1", 490);
        var item = awaitOrder("DRAW");
        var variant = lines(item).getFirst().variant();

        var picture = skills.picture(item.id(), variant, each(100)).orElseThrow();

        assertThat(picture.past()).hasSize(60);
        assertThat(picture.fan()).hasSameSizeAs(picture.without().levels());
        assertThat(picture.fan()).allSatisfy(day -> assertThat(day.high95()).isGreaterThanOrEqualTo(day.low5()));
        assertThat(picture.without().stockOut()).isNotNull();
        var arrival = picture.arrival();
        assertThat(arrival).isNotNull();
        var day = (int) (arrival.toEpochDay() - picture.today().toEpochDay());
        assertThat(picture.with().levels().get(day) - picture.without().levels().get(day))
                .isGreaterThan(80);
    }
}
