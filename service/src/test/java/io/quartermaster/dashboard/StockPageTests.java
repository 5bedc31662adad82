package io.quartermaster.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// All screens answer, for somebody who may see them and on an empty house too.
class StockPageTests extends WholeHouse {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/stock",
                "/stock?show=all",
                "/stock?show=still",
                "/stock?show=unlisted",
                "/stock?q=mug",
                "/orders",
                "/orders?show=done",
                "/receive",
                "/suppliers",
                "/journal",
                "/connections",
                "/connections/edit",
                "/quarantine",
                "/people",
                "/keys",
                "/policy",
                "/set-up",
                "/more"
            })
    void everyScreenTeachesTheNextStepWhenItIsEmpty(String path) throws Exception {
        var answer = somebody(Role.ADMIN).get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<h1>", "Skip to content").doesNotContain("null</");
    }

    @Test
    void whatIsTypedIntoTheSearchIsShownAsTextAndNeverAsMarkup() throws Exception {
        var answer = somebody(Role.CLERK).get("/stock?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E");

        assertThat(answer.body()).doesNotContain("<script>alert").contains("&lt;script");
    }

    @Test
    void theFileOfWhatIsSeenIsForSpreadsheets() throws Exception {
        var answer = somebody(Role.CLERK).get("/stock.csv?show=all");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(it -> assertThat(it).startsWith("text/csv"));
        assertThat(answer.body()).contains("\"Product\",\"SKU\",\"Location\"");
    }

    @Test
    void anAddressThatLeadsNowhereSaysSo() throws Exception {
        var clerk = somebody(Role.CLERK);

        assertThat(clerk.get("/variants?id=VNOBODY").statusCode()).isEqualTo(404);
        assertThat(clerk.get("/order?id=PO-0").statusCode()).isEqualTo(404);
        assertThat(clerk.get("/connections/edit").statusCode()).isEqualTo(404);
    }
}
