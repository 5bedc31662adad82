package io.quartermaster.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTests {

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://x\")", "+1+1", "-cmd|' /C calc'!A0", "@SUM(A1)", "\t=1"})
    void aNameThatLooksLikeAFormulaBecomesText(String name) {
        var csv = new Csv("Product");

        csv.line(name);

        assertThat(csv.text()).contains("\"'" + name.replace("\"", "\"\"") + "\"");
    }

    @Test
    void figuresStayFigures() {
        var csv = new Csv("On hand", "Change");

        csv.line("1,204", "-3.5");

        assertThat(csv.text()).endsWith("1204,-3.5\r\n");
    }
}
