package io.quartermaster.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.retail.PersonalData.Identifier;
import io.quartermaster.retail.PersonalData.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[email protected]",
                "[email&#160;protected]",
                "email protected",
                "email@protected.com",
                "none@none.com",
                "noemail@shop.com",
                "no-email@shop.com",
                "test@test",
                "test@test.com",
                "noreply@shop.com",
                "n***@shop.com",
                "@",
                "a@b",
                ""
            })
    void takesNoPlaceholderForAnAddress(String told) {
        assertThat(Identifiers.normalised(new Identifier(Kind.EMAIL, told))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000000000", "1111111", "12345", "1234567890", "+1 *** *** 1234", "none"})
    void takesNoPlaceholderForATelephone(String told) {
        assertThat(Identifiers.normalised(new Identifier(Kind.PHONE, told))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"c:0", "c:null", "c:", "guest", " "})
    void takesNoPlaceholderForANumber(String told) {
        assertThat(Identifiers.normalised(new Identifier(Kind.PLATFORM_ID, told)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "EMAIL, ' Anna.Canary@Shop.UK ', anna.canary@shop.uk",
        "EMAIL, anna+books@shop.uk, anna+books@shop.uk",
        "PHONE, +44 7700 900123, 447700900123",
        "PHONE, 0044 7700 900123, 447700900123",
        "LOYALTY_ID, CUST_456, CUST_456"
    })
    void makesIdentifiersComparable(Kind kind, String told, String normalised) {
        assertThat(Identifiers.normalised(new Identifier(kind, told))).contains(normalised);
    }
}
