package org.tandem.platform.spreadsheet;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.platform.Refused;

/** Small files that would become large: each is refused with a sentence before it does. */
class HostileFilesTests {

    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String TEXTS = "xl/sharedStrings.xml";

    @ParameterizedTest
    @ValueSource(strings = {"1E999999999", "1E-999999999", "-1e2147483647", "1E51", "0.1E-51"})
    void aNumberOfTooManyDigitsIsNamedByItsCell(String number) {
        Refused refused = refused("number", row("<c r=\"A1\"><v>1</v></c>", "<c r=\"A2\"><v>" + number + "</v></c>"));

        assertThat(refused.words().args().get(0)).hasToString("A2");
    }

    @Test
    void ninesWithoutEndAreTooManyDigits() {
        refused("number", row("<c r=\"A1\"><v>1</v></c>", "<c r=\"A2\"><v>" + "9".repeat(30_000) + "</v></c>"));
    }

    @Test
    void aLongFormulaWithAShortResultIsOneOfTheRowsProblems() {
        Sheet sheet = SheetReader.read(
                row("<c r=\"A1\"><v>1</v></c>", "<c r=\"A2\"><f>" + "A1+".repeat(500) + "A1</f><v>501</v></c>"));

        assertThat(sheet.lines().get(0).cells().get(0).formula()).isTrue();
    }

    @Test
    void usualNumbersAreRead() {
        Sheet sheet = SheetReader.read(row("<c r=\"A1\"><v>1</v></c>", "<c r=\"A2\"><v>1.50E3</v></c>"));

        assertThat(sheet.lines().get(0).cells().get(0).text()).isEqualTo("1500");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2000000000", "100000", "-1", "9999999999", "1.0", "A", " 1", "1<!-- -->99999999"})
    void aSharedTextThatIsNotThereIsDamage(String number) {
        refused("damaged", row("<c r=\"A1\"><v>1</v></c>", "<c r=\"A2\" t=\"s\"><v>" + number + "</v></c>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c r=\"A2\" t=\"s\"><v>2000000000<v>1</v></v></c>",
                "<c r=\"A2\" t=\"s\"><v>20<x/>00000000</v></c>",
                "<c r=\"A2\" t=\"s\"><c t=\"n\"><v>1</v></c><v>2000000000</v></c>",
                "<c r='ZZZZZZ2'><v>1</v></c>",
                "<c r=\"zzzzzz2\"><v>1</v></c>",
                "<c r=\"XFE2\"><v>1</v></c>",
                "<c r=\"A99999999999\"><v>1</v></c>",
                "<c r=\"A2\" t=\"unknown\"><v>1</v></c>",
                "<c r=\"A2\" s=\"-1\"><v>1</v></c>",
                "<c r=\"A2\" s=\"99999999999\"><v>1</v></c>"
            })
    void aCellThatPointsNowhereIsDamage(String cell) {
        refused("damaged", row("<c r=\"A1\"><v>1</v></c>", cell));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483648", "-1", "0", "1", "x"})
    void rowsOutOfOrderAreDamage(String number) {
        refused("damaged", sheet("<row r=\"1\"><c><v>1</v></c></row><row r=\"" + number + "\"><c><v>2</v></c></row>"));
    }

    @Test
    void aWorkbookWithoutTheTextsItNamesIsReadWithoutThem() {
        Map<String, String> parts = parts("<row><c t=\"s\"><v>99999</v></c></row><row><c t=\"s\"><v>0</v></c></row>");

        refused("noLines", zip(parts));
        parts.remove(TEXTS);
        refused("noLines", zip(parts));
    }

    @Test
    void aRowOfEmptyCellsWithoutEndIsDamage() {
        refused("damaged", sheet("<row r=\"1\">" + "<c/>".repeat(20_000) + "</row>"));
        refused("tooManyLines", sheet("<row/>".repeat(40_000)));
    }

    @Test
    void aTextWithoutEndIsTooLong() {
        String flood = "x".repeat(40_000);
        Refused inCell =
                refused("cellTooLongAt", row("<c r=\"B1\" t=\"inlineStr\"><is><t>" + flood + "</t></is></c>", ""));
        assertThat(inCell.words().args().get(0)).isEqualTo("B1");
        refused("cellTooLong", texts("<si><t>" + flood + "</t></si>"));
        refused("cellTooLong", texts("<si>" + "<r><rPr><b/></rPr><t>run of text</t></r>".repeat(4_000) + "</si>"));
        refused("cellTooLong", texts("<si><t>" + "<![CDATA[<<<<]]>".repeat(10_000) + "</t></si>"));
        refused("damaged", texts("<si><t>x</t><si><t>x</t></si></si>"));
    }

    @Test
    void oneTextInEveryCellIsTooMuch() {
        String cells = "<c t=\"s\"><v>0</v></c>".repeat(50);
        Map<String, String> parts = parts("<row>" + cells + "</row>" + ("<row>" + cells + "</row>").repeat(100));
        parts.put(TEXTS, "<sst><si><t>" + "x ".repeat(5_000) + "</t></si></sst>");

        refused("tooMuchText", zip(parts));
    }

    @Test
    void manyFormulasOfManyCellsAreNotWorkedOut() {
        refused(
                "formulas",
                sheet("<row><c><v>1</v></c></row><row>" + "<c><f t=\"array\" ref=\"A1:XFD9\">1</f></c>".repeat(600)
                        + "</row>"));
    }

    @ParameterizedTest
    @CsvSource({
        "<!DOCTYPE x [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]>",
        "<!DOCTYPE x SYSTEM \"http://localhost:9/x.dtd\">"
    })
    void aDocumentTypeIsDamage(String type) {
        refused("damaged", part(SHEET, sheet -> type + sheet));
        refused("damaged", part("xl/workbook.xml", book -> type + book));
        refused("damaged", part("[Content_Types].xml", types -> type + types));
    }

    @Test
    void markupThatGrowsInsteadOfTheListIsDamage() {
        refused("damaged", part(SHEET, sheet -> "<a>".repeat(5_000) + sheet));
        refused("damaged", part(SHEET, sheet -> "<a b=\"" + "x".repeat(300_000) + "\"/>"));
        refused(
                "damaged",
                part(
                        SHEET,
                        sheet -> "<a>"
                                + IntStream.range(0, 5_000)
                                        .mapToObj(i -> "<n" + i + "/>")
                                        .collect(Collectors.joining()) + "</a>"));
        refused(
                "damaged",
                part("xl/workbook.xml", book -> book.replace("<sheets>", "<sheets>" + "<sheet/>".repeat(600))));
        Map<String, byte[]> wide = new LinkedHashMap<>();
        parts("<row><c><v>1</v></c></row>").forEach((name, xml) -> wide.put(name, xml.getBytes(UTF_8)));
        wide.put(SHEET, ("\uFEFF<worksheet><sheetData/></worksheet>").getBytes(UTF_16LE));
        refused("damaged", zipOf(wide));
    }

    @Test
    void anArchiveOfManyOrLargeEntriesIsRefused() {
        Map<String, String> many = parts("<row><c><v>1</v></c></row>");
        IntStream.range(0, 600).forEach(i -> many.put("xl/media/" + i, ""));
        refused("damaged", zip(many));
        Map<String, byte[]> large = new LinkedHashMap<>();
        parts("<row><c><v>1</v></c></row>").forEach((name, xml) -> large.put(name, xml.getBytes(UTF_8)));
        IntStream.range(0, 3).forEach(i -> large.put("xl/media/" + i + ".png", new byte[8 * 1024 * 1024]));
        refused("bomb", zipOf(large));
    }

    @Test
    void textWithoutEndIsRefusedBeforeItIsTakenApart() {
        refused("tooMuchText", ("a,b\n" + "x".repeat(5_000_000)).getBytes(UTF_8));
        refused("tooManyColumns", ("a,b\n" + ",".repeat(1_000_000)).getBytes(UTF_8));
        refused("quotes", ("a,b\n" + "\"".repeat(1_000_001)).getBytes(UTF_8));
        refused("tooManyLines", ("a,b\n" + ",\n".repeat(100_000)).getBytes(UTF_8));
        assertThat(SheetReader.read(("a,b\n" + "\"".repeat(1_000_000) + ",x").getBytes(UTF_8))
                        .lines())
                .hasSize(1);
    }

    private static Refused refused(String why, byte[] content) {
        Refused[] caught = new Refused[1];
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> SheetReader.read(content))
                .satisfies(refused -> {
                    assertThat(refused.words().key()).isEqualTo("platform.import.refused." + why);
                    assertThat(refused.kind()).isEqualTo(Refused.Kind.INVALID);
                    caught[0] = refused;
                });
        return caught[0];
    }

    private static byte[] row(String first, String second) {
        return sheet("<row r=\"1\">" + first + "</row><row r=\"2\">" + second + "</row>");
    }

    private static byte[] sheet(String rows) {
        return zip(parts(rows));
    }

    private static byte[] texts(String items) {
        Map<String, String> parts = parts("<row><c t=\"s\"><v>0</v></c></row>");
        parts.put(TEXTS, "<sst>" + items + "</sst>");
        return zip(parts);
    }

    private static byte[] part(String name, UnaryOperator<String> change) {
        Map<String, String> parts = parts("<row><c><v>1</v></c></row>");
        parts.computeIfPresent(name, (same, xml) -> change.apply(xml));
        return zip(parts);
    }

    /** The least a workbook consists of. */
    private static Map<String, String> parts(String rows) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", """
                <Types><Override PartName="/xl/workbook.xml"\
                 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
                <Override PartName="/xl/sharedStrings.xml"\
                 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>""");
        parts.put("xl/workbook.xml", """
                <workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
                <sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>""");
        parts.put("xl/_rels/workbook.xml.rels", """
                <Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>""");
        parts.put(TEXTS, "<sst><si><t>country</t></si></sst>");
        parts.put(SHEET, "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
        return parts;
    }

    private static byte[] zip(Map<String, String> parts) {
        return zipOf(parts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, part -> part.getValue().getBytes(UTF_8), (a, b) -> a, LinkedHashMap::new)));
    }

    private static byte[] zipOf(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
