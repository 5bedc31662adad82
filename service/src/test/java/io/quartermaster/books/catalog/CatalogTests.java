package io.quartermaster.books.catalog;

import static io.quartermaster.books.Events.HIGH_STREET;
import static io.quartermaster.books.Events.SHOP;
import static io.quartermaster.books.Events.at;
import static io.quartermaster.books.Events.item;
import static io.quartermaster.books.Events.listed;
import static io.quartermaster.books.Events.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quartermaster.books.TestBooks;
import io.quartermaster.retail.CatalogEvent.VariantsMerged;
import io.quartermaster.retail.Item;
import io.quartermaster.retail.ItemRef;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.RetailEvent;
import io.quartermaster.retail.Sku;
import io.quartermaster.retail.UserId;
import io.quartermaster.retail.VariantId;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogTests {

    private static final Instant NOON = at("2026-02-10T12:00:00Z");
    private static final UserId EVE = new UserId("eve");

    private final TestBooks books = new TestBooks();

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void labelsThatDifferInCaseWidthAndSpacesMeanOneVariant() {
        assertThat(id(item(" a-1  Blue"))).isEqualTo(id(item("A-1 BLUE"))).isNotEqualTo(id(item("00A-1 BLUE")));
    }

    @Test
    void whatIsSoldBeforeItIsListedStandsOnTheWorkListUntilItIs() {
        books.tell(sale("R1", NOON, "A", 1));
        assertThat(books.catalog().unmapped(10)).extracting(Variant::sku).containsExactly(new Sku("A"));

        books.tell(listed("101", "A", NOON, true));
        assertThat(books.catalog().unmapped(10)).isEmpty();
        assertThat(id(item("A"))).isEqualTo(id(own("101")));
    }

    @Test
    void anItemWithoutALabelIsKnownByItsNumber() {
        var nameless = new Item(List.of(ItemRef.own(SHOP, "variant", "101")), null, "a thing");

        assertThat(books.catalog().variant(id(nameless)).orElseThrow().sku())
                .isEqualTo(new Sku("shopify-main:variant:101"));
    }

    @Test
    void aListingUnitesWhatWasSoldUnderItsNumberAndUnderItsLabel() {
        books.tell(sale("R1", NOON, "A", 2));
        var number = id(own("101"));
        var label = id(item("A"));
        assertThat(number).isNotEqualTo(label);

        books.tell(listed("101", "A", NOON, true));

        assertThat(id(own("101"))).isEqualTo(id(item("A")));
        assertThat(books.catalog().variant(number)).isEqualTo(books.catalog().variant(label));
        assertThat(books.stock().positionsOf(id(item("A"))))
                .singleElement()
                .satisfies(it -> assertThat(it.onHand()).isEqualTo(Quantity.each(-2)));
        assertThat(books.journal().entries())
                .extracting(it -> it.event())
                .hasAtLeastOneElementOfType(VariantsMerged.class);
    }

    @Test
    void oneLabelOnTwoThingsOfAShopIsShownAndNotUnited() {
        books.tell(listed("101", "A", NOON, true), listed("102", "A", NOON, true));

        assertThat(id(own("101"))).isNotEqualTo(id(own("102")));
        assertThat(books.catalog().duplicateSkus(10))
                .singleElement()
                .satisfies(it -> assertThat(it.sku()).isEqualTo(new Sku("A")))
                .satisfies(it -> assertThat(it.listings())
                        .containsExactly("shopify-main:variant:101", "shopify-main:variant:102"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aThingThatIsDeletedAndMadeAnewIsTheSameThing(long seed) {
        var story = new ArrayList<RetailEvent>(List.of(
                listed("101", "A", NOON, true),
                listed("101", "A", NOON.plusSeconds(60), false),
                listed("102", "A", NOON.plusSeconds(90), true)));
        Collections.shuffle(story, new Random(seed));
        books.deliver(story, new Random(seed), 1);

        assertThat(id(own("101"))).isEqualTo(id(own("102"))).isEqualTo(id(item("A")));
        assertThat(books.catalog().duplicateSkus(10)).isEmpty();
        assertThat(books.catalog().variant(id(item("A"))).orElseThrow().active())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aLabelThatWandersFollowsTheNewestListing(long seed) {
        var story = new ArrayList<RetailEvent>(List.of(
                listed("101", "A", NOON, true),
                listed("102", "B", NOON, true),
                listed("102", "C", NOON.plusSeconds(60), true),
                listed("101", "B", NOON.plusSeconds(90), true)));
        Collections.shuffle(story, new Random(seed));
        books.deliver(story, new Random(seed), 2);

        assertThat(id(own("101"))).isNotEqualTo(id(own("102")));
        assertThat(id(item("B"))).isEqualTo(id(own("101")));
        assertThat(id(item("C"))).isEqualTo(id(own("102")));
    }

    @Test
    void anOlderListingThatComesLateChangesNothing() {
        books.tell(listed("101", "NEW", NOON.plusSeconds(60), true), listed("101", "OLD", NOON, true));

        assertThat(books.catalog().variant(id(own("101"))).orElseThrow().sku()).isEqualTo(new Sku("NEW"));
    }

    @Test
    void aPersonMayUniteTwoVariants() {
        books.tell(sale("R1", NOON, "A", 1), sale("R2", NOON, "A-OLD", 2));
        var old = id(item("A-OLD"));

        books.catalog().merge(old, id(item("A")), EVE);
        books.catchUp(new Random(1), 10);

        assertThat(id(item("A-OLD"))).isEqualTo(id(item("A")));
        assertThat(books.stock()
                        .position(id(item("A")), HIGH_STREET)
                        .orElseThrow()
                        .onHand())
                .isEqualTo(Quantity.each(-3));
        assertThat(books.stock().positionsOf(old)).isEmpty();
        assertThatExceptionOfType(UnknownVariant.class)
                .isThrownBy(() -> books.catalog().merge(new VariantId("nobody"), id(item("A")), EVE));
    }

    @Test
    void findsByAPartOfTheNameTheLabelOrTheBarcode() {
        books.tell(listed("101", "BLUE-1", NOON, true), listed("102", "RED-1", NOON, true));

        assertThat(books.catalog().search("blue", 5)).extracting(Variant::sku).containsExactly(new Sku("BLUE-1"));
        assertThat(books.catalog().search("%", 5)).isEmpty();
        assertThat(books.catalog().bySku(new Sku("red-1"))).contains(id(own("102")));
    }

    @Test
    void placesThatOnlyEventsNameAreKnownInTheHousesZone() {
        books.tell(sale("R1", NOON, "A", 1));

        assertThat(books.catalog().location(HIGH_STREET).orElseThrow().zone()).isEqualTo(ZoneId.of("UTC"));
    }

    @Test
    void aPlaceThatAPersonSavesIsKnownAtOnceAndStandsInTheJournal() {
        var place = new Location(
                new LocationId("dock"), "The dock", ZoneId.of("Europe/Paris"), LocalTime.of(5, 0), "[email protected]");
        books.catalog().saveLocation(place, EVE);

        assertThat(books.catalog().location(place.id())).contains(place);
        books.catchUp(new Random(1), 10);
        assertThat(books.catalog().locations()).containsExactly(place);
        assertThat(books.journal().head()).isEqualTo(1);
    }

    private VariantId id(Item item) {
        return books.catalog().resolve(item);
    }

    private static Item own(String number) {
        return new Item(List.of(ItemRef.own(SHOP, "variant", number)), null, "");
    }
}
