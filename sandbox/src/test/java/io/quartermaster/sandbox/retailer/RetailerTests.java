package io.quartermaster.sandbox.retailer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.sandbox.retailer.Site.Platform;
import io.quartermaster.sandbox.till.Article;
import io.quartermaster.sandbox.till.Place;
import io.quartermaster.sandbox.till.Sale;
import io.quartermaster.sandbox.till.Till;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RetailerTests {

    private static final Instant OPENING = Instant.parse("2026-07-01T05:00:00Z");
    private static final Assortment ASSORTMENT = Assortment.read();

    @Test
    void livesTheSameLifeForTheSameSeed() {
        assertThat(told(7, 30)).isEqualTo(told(7, 30));
        assertThat(told(8, 30)).isNotEqualTo(told(7, 30));
    }

    @Test
    void stockBalancesBetweenTheTillsAndTheLedger() {
        var tills = tills();
        var retailer = retailer(7, tills, 60);
        retailer.liveUntil(OPENING.plus(Duration.ofDays(60)));

        for (var site : Chain.SITES) {
            for (var article : ASSORTMENT.articles()) {
                assertThat(retailer.ledger().balance(site.ours(), article.sku()))
                        .as("%s at %s", article.sku(), site.ours())
                        .isEqualTo(till(tills, site.platform()).available(site.ours(), article.sku()))
                        .isNotNegative();
            }
        }
    }

    @Test
    void losesSalesWhenShelvesAreEmpty() {
        var retailer = retailer(7, tills(), 10);

        retailer.liveUntil(OPENING.plus(Duration.ofDays(60))); // nobody has ordered for fifty days

        assertThat(retailer.ledger().unitsLost())
                .isGreaterThan(retailer.ledger().unitsAsked() / 4);
    }

    @Test
    void toldInStepsOrAtOnceIsTheSame() {
        var tills = tills();
        var retailer = retailer(7, tills, 30);
        for (var hour = 1; hour <= 30 * 24; hour++) {
            retailer.liveUntil(OPENING.plus(Duration.ofHours(hour)));
        }

        assertThat(story(tills)).isEqualTo(told(7, 30));
    }

    @Test
    void saturdaysAreBusierThanTuesdays() {
        var demand = new Demand(7, ASSORTMENT);
        var shop = Chain.SITES.getFirst();
        var saturdays = 0;
        var tuesdays = 0;
        for (var day = LocalDate.of(2026, 1, 2); day.getYear() == 2026; day = day.plusDays(1)) {
            var visits = demand.visits(shop, day).size();
            saturdays += day.getDayOfWeek() == DayOfWeek.SATURDAY ? visits : 0;
            tuesdays += day.getDayOfWeek() == DayOfWeek.TUESDAY ? visits : 0;
        }
        assertThat(saturdays).isGreaterThan(tuesdays * 5 / 4);
    }

    /// An offer lifts demand to about double; all things and days of a year together say so.
    @Test
    void offersSell() {
        var demand = new Demand(7, ASSORTMENT);
        var shop = Chain.SITES.getFirst();
        var offered = new double[2];
        var usual = new double[2];
        for (var day = LocalDate.of(2026, 1, 2); day.getYear() == 2026; day = day.plusDays(1)) {
            var visits = demand.visits(shop, day);
            for (var what : ASSORTMENT.stocked().values()) {
                var sums = demand.promotionPercent(what, day) > 0 ? offered : usual;
                sums[0] += visits.stream()
                        .mapToInt(visit -> visit.wanted().getOrDefault(what.sku(), 0))
                        .sum();
                sums[1] += demand.ordinary(what, shop)
                        * shop.weekday(day)
                        * what.season().factor(day);
            }
        }

        assertThat(offered[0] / offered[1]).isBetween(1.7, 2.5);
        assertThat(usual[0] / usual[1]).isBetween(0.9, 1.15);
    }

    @Test
    void barcodesHaveRightCheckDigits() {
        assertThat(Barcode.checkDigit("400638133393")).isEqualTo(1); // a well-known pen: 4006381333931
        assertThat(ASSORTMENT.articles())
                .extracting(Article::barcode)
                .doesNotHaveDuplicates()
                .allSatisfy(barcode -> {
                    assertThat(barcode).matches("952\\d{10}");
                    assertThat(Barcode.checkDigit(barcode.substring(0, 12))).isEqualTo(barcode.charAt(12) - '0');
                });
    }

    private static List<String> told(long seed, int days) {
        var tills = tills();
        retailer(seed, tills, days).liveUntil(OPENING.plus(Duration.ofDays(days)));
        return story(tills);
    }

    private static List<String> story(Map<Platform, NotingTill> tills) {
        return till(tills, Platform.SQUARE).story;
    }

    private static NotingTill till(Map<Platform, NotingTill> tills, Platform platform) {
        return Objects.requireNonNull(tills.get(platform), platform.name());
    }

    private static Map<Platform, NotingTill> tills() {
        return Map.of(Platform.SHOPIFY, new NotingTill(), Platform.SQUARE, new NotingTill());
    }

    @Test
    void movesWhatIsThereFromOneShopToAnother() {
        var tills = Map.of(Platform.SHOPIFY, new NotingTill(), Platform.SQUARE, new NotingTill());
        var retailer = retailer(1, tills, 1);
        var from = Retailer.site("high-street").orElseThrow();
        var to = Retailer.site("harbour").orElseThrow();
        var sku = ASSORTMENT.articles().getFirst().sku();
        var there = tills.get(Platform.SQUARE).available("high-street", sku);
        var before = tills.get(Platform.SHOPIFY).available("harbour", sku);

        retailer.move(from, to, Map.of(sku, there + 5), OPENING);

        assertThat(tills.get(Platform.SQUARE).available("high-street", sku)).isZero();
        assertThat(tills.get(Platform.SHOPIFY).available("harbour", sku)).isEqualTo(before + there);
        assertThat(retailer.ledger().balance("high-street", sku)).isZero();
        assertThat(retailer.ledger().balance("harbour", sku)).isEqualTo(before + there);
    }

    private static Retailer retailer(long seed, Map<Platform, NotingTill> tills, int oldBuyerDays) {
        var retailer = new Retailer(seed, ASSORTMENT, Map.copyOf(tills), OPENING.plus(Duration.ofDays(oldBuyerDays)));
        retailer.open(OPENING);
        return retailer;
    }

    /// A till that does its sums in the plainest way and writes down all that happens.
    private static final class NotingTill implements Till {

        private final List<String> story = new ArrayList<>();
        private final Map<String, Integer> stock = new HashMap<>();
        private final Map<String, Sale> sales = new HashMap<>();

        @Override
        public void open(List<Place> places, List<Article> articles, Instant at) {
            story.add("open " + at);
        }

        @Override
        public void chatter(Chatter chatter) {}

        @Override
        public int onHand(String place, String sku) {
            return stock.getOrDefault(place + sku, 0);
        }

        @Override
        public int available(String place, String sku) {
            return stock.getOrDefault(place + sku, 0);
        }

        @Override
        public String sell(Sale sale) {
            var order = Integer.toString(sales.size());
            sales.put(order, sale);
            story.add(sale.toString());
            sale.lines().forEach(line -> change(sale.place(), line.sku(), -line.quantity()));
            return order;
        }

        @Override
        public void fulfil(String order, Instant at) {
            story.add("fulfil " + order);
        }

        @Override
        public void cancel(String order, Instant at) {
            var sale = sale(order);
            sale.lines().forEach(line -> change(sale.place(), line.sku(), line.quantity()));
        }

        @Override
        public void takeBack(String order, String sku, int quantity, Instant at) {
            story.add("back %s %s %s".formatted(order, sku, at));
            change(sale(order).place(), sku, quantity);
        }

        @Override
        public void receive(String place, Map<String, Integer> units, Instant at) {
            story.add("receive %s %s %s".formatted(place, units, at));
            units.forEach((sku, quantity) -> change(place, sku, quantity));
        }

        @Override
        public void sendOff(String place, Map<String, Integer> units, Instant at) {
            story.add("send off %s %s %s".formatted(place, units, at));
            units.forEach((sku, quantity) -> change(place, sku, -quantity));
        }

        @Override
        public void tellLevels(Instant at) {}

        private Sale sale(String order) {
            return Objects.requireNonNull(sales.get(order), order);
        }

        private void change(String place, String sku, int change) {
            stock.merge(place + sku, change, Integer::sum);
        }
    }
}
