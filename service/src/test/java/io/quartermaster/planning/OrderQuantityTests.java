package io.quartermaster.planning;

import static io.quartermaster.retail.Quantity.each;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quartermaster.planning.OrderQuantity.Packs;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.Unit;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderQuantityTests {

    private static final double A_YEAR = 1_000;

    /// By hand: 57.8 in twelves is 4.8 packs, so 5 packs, 60; a minimum of 100 makes 9 packs, 108.
    @ParameterizedTest
    @CsvSource({
        "57.8, 12,   0,  60",
        "57.8, 12, 100, 108",
        "57.8,  1,   0,  58",
        "57.8,  0,   0,  58",
        "57.8, -6,   0,  58",
        "60.0, 12,   0,  60",
        "60.0000000000001, 12, 0, 60",
        "0.2,   1,   0,   1",
        "0,    12,  24,   0",
        "-3,   12,  24,   0"
    })
    void roundsUpToPacksAndTheSuppliersMinimum(double need, long pack, long minimum, long quantity) {
        assertThat(OrderQuantity.of(need, packs(pack, minimum), A_YEAR).quantity())
                .isEqualTo(each(quantity));
    }

    @Test
    void keepsWhatWasNeededBeforeRounding() {
        assertThat(OrderQuantity.of(57.8, packs(12, 0), A_YEAR).needed()).isEqualTo(each(new BigDecimal("57.8")));
    }

    @Test
    void flagsAMinimumAboveAYearsDemand() {
        assertThat(OrderQuantity.of(2, packs(1, 100), 99).moreThanAYear()).isTrue();
        assertThat(OrderQuantity.of(2, packs(1, 100), 100).moreThanAYear()).isFalse();
    }

    @Test
    void weighsCheeseInGrams() {
        var cheese =
                new Packs(new Quantity(BigDecimal.ZERO, Unit.KILOGRAM), new Quantity(BigDecimal.ZERO, Unit.KILOGRAM));

        assertThat(OrderQuantity.of(1.23456, cheese, A_YEAR).quantity())
                .isEqualTo(new Quantity(new BigDecimal("1.235"), Unit.KILOGRAM));
    }

    @Test
    void refusesWhatIsNotANumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrderQuantity.of(Double.NaN, packs(1, 0), A_YEAR))
                .withMessage("The need (NaN) is beyond any shop.");
    }

    private static Packs packs(long pack, long minimum) {
        return new Packs(each(pack), each(minimum));
    }
}
