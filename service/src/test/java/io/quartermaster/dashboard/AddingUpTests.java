package io.quartermaster.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AddingUpTests {

    /// 418.6, 410.4 and 274.6 are 1,103.6, shown as 1,104.
    @Test
    void partsAreRoundedToAddUpToTheRoundedWhole() {
        assertThat(rounded("418.6", "410.4", "274.6")).containsExactly("419", "410", "275");
        assertThat(rounded("0.4", "0.4", "0.4")).containsExactly("1", "0", "0");
        assertThat(rounded("3.5", "3.5")).containsExactly("4", "3");
        assertThat(rounded()).isEmpty();
    }

    private static List<String> rounded(String... parts) {
        return AddingUp.rounded(Stream.of(parts).map(BigDecimal::new).toList()).stream()
                .map(BigDecimal::toPlainString)
                .toList();
    }
}
