package io.quartermaster.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HiddenTests {

    private final Hidden hidden = new Hidden();

    @Test
    void showsGoodsAndHidesPersonsWhereverTheyStand() {
        var shown = hidden.of("""
                {"id": 7, "email": "ana@example.com", "note": "for Ana Petrova",
                 "customer": {"first_name": "Ana", "phone": 442079460000},
                 "line_items": [{"sku": "MUG-1", "quantity": 2, "properties": ["Ana"]}]}""");

        assertThat(shown).contains("MUG-1", "\"quantity\" : 2", "first_name");
        assertThat(shown).doesNotContain("Ana\"", "Petrova", "ana@example.com", "442079460000");
    }

    @Test
    void showsNothingOfWhatIsNoJson() {
        assertThat(hidden.of("name=Ana Petrova")).doesNotContain("Ana").contains("16 characters");
    }
}
