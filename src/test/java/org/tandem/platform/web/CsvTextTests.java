package org.tandem.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a spreadsheet would run, it gets as a text: in every column, and in the names of the columns. */
class CsvTextTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "＝1+1",
                "＋1",
                "－1",
                "＠SUM(A1)",
                "﹦1",
                " =1",
                "\u00A0=1",
                "\u200B=1",
                "\uFEFF=1",
                "\u202E=1",
                "\u0007=1",
                "\t=1",
                "\t1",
                "\r1",
                "\n1",
                " \u3000＝1"
            })
    void aFormulaBecomesAText(String cell) {
        assertThat(written(List.of("name", cell), List.of(cell, "x")).lines().toList())
                .isEqualTo(written(List.of("name", "'" + cell), List.of("'" + cell, "x"))
                        .lines()
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a=1", "Côte d’Ivoire", "3-4", "'=1", "« = »", "ក=1", "\u200B"})
    void everythingElseStaysAsItIs(String cell) {
        assertThat(written(List.of(cell), List.of("x")))
                .doesNotContain("'" + cell + "\r")
                .contains(cell);
    }

    private static String written(List<String> header, List<String> row) {
        return new String(CsvText.of(header, List.of(row)), StandardCharsets.UTF_8);
    }
}
