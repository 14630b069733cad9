package org.tandem.models.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.models.ModelFiles;

/** Does every input find its answer, and only one where only one is allowed? */
class TablesTests {

    @Test
    void tablesOfTheHouseHaveNeitherGapsNorOverlaps() {
        List<TableReport> reports = ModelFiles.in(Path.of(".")).contents().entrySet().stream()
                .filter(file -> file.getKey().endsWith(".dmn"))
                .flatMap(file ->
                        Tables.of(file.getKey(), Dmn.readModelFromStream(new ByteArrayInputStream(file.getValue())))
                                .stream())
                .toList();

        assertThat(reports).isNotEmpty().allMatch(TableReport::isProven);
    }

    @Test
    void coversNumbersWithoutAGap() {
        assertThat(problems("UNIQUE", "double", "< 10", "[10..20]", "> 20")).isEmpty();
        assertThat(problems("UNIQUE", "double", "< 10", "]10..20]", "> 20")).containsExactly("no rule answers x = 10.");
        assertThat(problems("UNIQUE", "double", "< 10", "[10..20]", ">= 20"))
                .containsExactly("rules r1 and r2 both answer x = 20.");
        assertThat(problems("UNIQUE", "double", "< 10", "> 20"))
                .containsExactly("no rule answers x = 10 or > 10 and < 20 or = 20.");
    }

    @Test
    void knowsThatNothingLiesBetweenTwoWholeNumbers() {
        assertThat(problems("UNIQUE", "integer", "<= 3", ">= 4")).isEmpty();
        assertThat(problems("UNIQUE", "double", "<= 3", ">= 4")).containsExactly("no rule answers x > 3 and < 4.");
    }

    @Test
    void readsListsAndNegationsOfWords() {
        assertThat(problems("UNIQUE", "string", "\"A\", \"B\"", "not(\"A\",\"B\")"))
                .isEmpty();
        assertThat(problems("UNIQUE", "string", "\"A\"", "\"B\"")).containsExactly("no rule answers x anything else.");
        assertThat(problems("UNIQUE", "string", "\"A\"", "-")).containsExactly("rules r0 and r1 both answer x \"A\".");
    }

    @Test
    void readsDates() {
        assertThat(problems("UNIQUE", "date", "< date(\"2026-01-01\")", ">= date(\"2026-01-01\")"))
                .isEmpty();
        assertThat(problems("UNIQUE", "date", "<= date(\"2026-01-01\")", ">= date(\"2026-01-03\")"))
                .containsExactly("no rule answers x > 2026-01-01 and < 2026-01-03.");
    }

    @Test
    void heedsTheHitPolicy() {
        assertThat(problems("FIRST", "boolean", "true", "-")).isEmpty();
        assertThat(problems("FIRST", "boolean", "-", "true"))
                .containsExactly("rule r1 never gets its turn: earlier rules answer everything it would.");
        assertThat(problems("ANY", "boolean", "true", "-")).containsExactly("rules r0 and r1 both answer x true.");
        assertThat(problems("COLLECT", "boolean", "true", "true")).isEmpty();
        assertThat(problems("RULE ORDER", "boolean", "true")).isEmpty();
    }

    @Test
    void findsAGapInATableWithoutRules() {
        assertThat(problems("UNIQUE", "boolean")).containsExactly("no rule answers any input.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x > y", "date and time(\"2026-01-01T00:00:00\")", "null", "\"A", "< \"A\"", "[1..", "1 2"})
    void claimsNothingAboutWhatItDoesNotUnderstand(String entry) {
        TableReport report = look(table("UNIQUE", "string", entry));

        assertThat(report.isProven()).isFalse();
        assertThat(report.findings()).isEmpty();
        assertThat(report.summary())
                .isEqualTo("not checked for gaps and overlaps: “" + entry + "” in rule r0 was not understood");
    }

    @Test
    void saysTheSameAsTryingEveryInput() {
        Random random = new Random(1);
        for (int round = 0; round < 300; round++) {
            int[][] ranges = IntStream.range(0, 1 + random.nextInt(5))
                    .mapToObj(rule -> IntStream.range(0, 4)
                            .map(bound -> random.nextInt(6))
                            .toArray())
                    .toArray(int[][]::new);
            Stream<String> rules = Stream.of(ranges)
                    .map(range -> "[%d..%d]|[%d..%d]".formatted(range[0], range[1], range[2], range[3]));
            List<TableFlaw> found = look(table("UNIQUE", "integer", rules.toArray(String[]::new))).findings().stream()
                    .map(TableFinding::flaw)
                    .toList();

            assertThat(found.contains(TableFlaw.OVERLAP)).isEqualTo(anyAnsweredTwice(ranges));
            assertThat(found).contains(TableFlaw.GAP);
        }
    }

    private static boolean anyAnsweredTwice(int[][] ranges) {
        return IntStream.range(0, 36)
                .anyMatch(input -> Stream.of(ranges)
                                .filter(range -> range[0] <= input / 6
                                        && input / 6 <= range[1]
                                        && range[2] <= input % 6
                                        && input % 6 <= range[3])
                                .count()
                        > 1);
    }

    private static List<String> problems(String policy, String type, String... entries) {
        TableReport report = look(table(policy, type, entries));
        assertThat(report.unknown()).isEmpty();
        return report.findings().stream().map(TableFinding::problem).toList();
    }

    private static TableReport look(String xml) {
        return Tables.of(
                        "t.dmn",
                        Dmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))))
                .get(0);
    }

    /** Columns are parted by a bar. */
    private static String table(String policy, String type, String... rules) {
        StringBuilder xml = new StringBuilder("""
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="definitions" name="Sample" namespace="https://tandem.example/samples">
                  <decision id="sample" name="Sample">
                    <decisionTable id="table" hitPolicy="%s">
                """.formatted(policy));
        int columns = rules.length == 0 ? 1 : rules[0].split("\\|").length;
        for (int column = 0; column < columns; column++) {
            xml.append(
                    "<input id=\"i%d\"><inputExpression id=\"e%d\" typeRef=\"%s\"><text>%s</text></inputExpression></input>"
                            .formatted(column, column, type, "xyz".charAt(column)));
        }
        xml.append("<output id=\"o\" name=\"o\" typeRef=\"string\" />");
        for (int rule = 0; rule < rules.length; rule++) {
            xml.append("<rule id=\"r%d\">".formatted(rule));
            for (String entry : rules[rule].split("\\|")) {
                xml.append("<inputEntry id=\"n%d%d\"><text><![CDATA[%s]]></text></inputEntry>"
                        .formatted(rule, xml.length(), entry));
            }
            xml.append("<outputEntry id=\"u%d\"><text>\"%d\"</text></outputEntry></rule>".formatted(rule, rule));
        }
        return xml.append("</decisionTable></decision></definitions>").toString();
    }
}
