package io.quartermaster.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The numbers are the well-known test numbers of the card networks.
class CardMaskTests {

    @ParameterizedTest
    @CsvSource({
        "{\"note\":\"4111111111111111\"}, {\"note\":\"************1111\"}",
        "{\"note\":\"card 4111 1111 1111 1111.\"}, {\"note\":\"card **** **** **** 1111.\"}",
        "{\"note\":\"5555-5555-5555-4444 please\"}, {\"note\":\"****-****-****-4444 please\"}",
        "{\"note\":\"378282246310005\"}, {\"note\":\"***********0005\"}",
        "{\"a\":\"say \\\"hi\\\" 6011111111111117\"}, {\"a\":\"say \\\"hi\\\" ************1117\"}",
    })
    void hidesAllButTheLastFourDigits(String body, String hidden) {
        assertThat(hide(body)).isEqualTo(hidden);
    }

    @ParameterizedTest
    @CsvSource({
        "{\"id\":4111111111111111}",
        "{\"note\":\"4111111111111112\"}",
        "{\"id\":\"gid://shopify/Order/4111111111111111\"}",
        "{\"phone\":\"+4111111111111111\"}",
        "{\"barcode\":\"4006381333931\"}",
        "{\"order\":\"A4111111111111111\"}",
        "{\"note\":\"9999999999999995\"}",
    })
    void leavesOtherNumbersAlone(String body) {
        assertThat(hide(body)).isEqualTo(body);
    }

    private static String hide(String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        CardMask.hide(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
