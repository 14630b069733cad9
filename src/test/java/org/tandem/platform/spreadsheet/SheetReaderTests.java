package org.tandem.platform.spreadsheet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.platform.Message;
import org.tandem.platform.Refused;

/** What people's spreadsheets do to a file, and what others do to it on purpose. */
class SheetReaderTests {

    private static final String TABLE = "country,reasons\nCôte d’Ivoire,\"Floors, and more\"\nVNM,Réforme\n";

    @Test
    void readsUtf8WithAndWithoutMark() {
        assertTable(SheetReader.read(TABLE.getBytes(UTF_8)));
        assertTable(SheetReader.read(("\uFEFF" + TABLE).getBytes(UTF_8)));
    }

    @Test
    void readsUtf16WithAndWithoutMark() {
        assertTable(SheetReader.read(("\uFEFF" + TABLE).getBytes(UTF_16LE)));
        assertTable(SheetReader.read(("\uFEFF" + TABLE).getBytes(UTF_16BE)));
        String plain = TABLE.replace("’", "'");
        assertThat(SheetReader.read(plain.getBytes(UTF_16LE)).lines()).hasSize(2);
        assertThat(SheetReader.read(plain.getBytes(UTF_16BE)).lines()).hasSize(2);
    }

    @Test
    void readsWindows1252AndSaysSo() {
        Sheet sheet = SheetReader.read(TABLE.getBytes(Charset.forName("windows-1252")));

        assertTable(sheet);
        assertThat(sheet.notices()).extracting(Message::key).containsExactly("platform.import.notice.western");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", ","})
    void findsTheSeparator(String separator) {
        Sheet sheet =
                SheetReader.read(("country" + separator + "reasons\nVNM" + separator + "\"a,b;c\td\"").getBytes(UTF_8));

        assertThat(sheet.header()).containsExactly("country", "reasons");
        assertThat(texts(sheet)).containsExactly(List.of("VNM", "a,b;c\td"));
    }

    @Test
    void heedsTheSeparatorExcelNames() {
        Sheet sheet = SheetReader.read("sep=;\r\ncountry;reasons\r\nVNM;a, b, c\r\n".getBytes(UTF_8));

        assertThat(texts(sheet)).containsExactly(List.of("VNM", "a, b, c"));
        assertThat(sheet.lines().get(0).number()).isEqualTo(3);
    }

    @Test
    void countsRowsAsTheSpreadsheetDoes() {
        Sheet sheet = SheetReader.read(
                "\n\ncountry,reasons\n,\n# VNM,an example\nVNM,\"two\nlines\"\n,,\nLAO,x\n".getBytes(UTF_8));

        assertThat(sheet.lines()).extracting(Sheet.Line::number).containsExactly(6, 8);
        assertThat(sheet.notices())
                .extracting(Message::key, words -> words.args().get(0))
                .containsExactly(
                        tuple("platform.import.notice.emptyLines", 4), tuple("platform.import.notice.comments", 1));
    }

    @Test
    void marksWhatASpreadsheetWouldRun() {
        Sheet sheet = SheetReader.read("a,b,c,d,e\n=1+1,+1,-1,@SUM(A1), =HYPERLINK(1)\n".getBytes(UTF_8));

        assertThat(sheet.lines().get(0).cells()).allMatch(Sheet.Cell::formula);
    }

    @Test
    void refusesWhatIsNoTable() {
        assertRefused("empty", new byte[0]);
        assertRefused("noLines", "country,reasons\n".getBytes(UTF_8));
        assertRefused("noLines", "\n\n\n".getBytes(UTF_8));
        assertRefused("notText", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13});
        assertRefused("notText", "%PDF-1.7\n\u0000\u0001\u0002binary".getBytes(ISO_8859_1));
        assertRefused("notText", new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, (byte) 0xC3, 'x'});
        assertRefused("quotes", "country,reasons\nVNM,\"never closed\n".getBytes(UTF_8));
        assertRefused("quotes", "country,reasons\nVNM,\"closed\" and more\n".getBytes(UTF_8));
        assertRefused("oldExcel", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1});
        assertRefused("tooManyColumns", ("a" + ",a".repeat(200) + "\n1").getBytes(UTF_8));
        assertRefused("tooManyLines", ("a,b\n" + "x,y\n".repeat(1_501)).getBytes(UTF_8));
        assertRefused("tooManyLines", ("a,b\n" + "\n".repeat(30_000)).getBytes(UTF_8));
        assertThat(SheetReader.read(("a,b\n" + "x,y\n".repeat(1_500)).getBytes(UTF_8))
                        .lines())
                .hasSize(1_500);
    }

    @Test
    void readsAWorkbook() {
        Sheet sheet = SheetReader.read(workbook(book -> {
            Worksheet first = book.newWorksheet("Mine");
            first.value(0, 0, "country");
            first.value(0, 1, "areas");
            first.value(2, 0, "Côte d’Ivoire");
            first.value(2, 1, 3);
            first.value(5, 0, "VNM");
            first.formula(5, 1, "1+2");
            first.value(6, 0, "=not run");
            first.range(2, 0, 3, 0).merge();
            book.newWorksheet("Codes").value(0, 0, "other");
        }));

        assertThat(sheet.header()).containsExactly("country", "areas");
        assertThat(sheet.lines()).extracting(Sheet.Line::number).containsExactly(3, 6, 7);
        assertThat(texts(sheet).get(0)).containsExactly("Côte d’Ivoire", "3");
        assertThat(sheet.lines().get(1).cells().get(1).formula()).isTrue();
        assertThat(sheet.lines().get(2).cells().get(0).formula()).isTrue();
        assertThat(sheet.notices())
                .extracting(Message::key)
                .contains("platform.import.notice.merged", "platform.import.notice.firstSheet");
    }

    @Test
    void refusesWorkbooksThatAreNone() {
        assertRefused("otherZip", zip("letter.txt", "hello".getBytes(UTF_8)));
        assertRefused("damaged", zip("xl/workbook.xml", "hello".getBytes(UTF_8)));
        byte[] whole = workbook(book -> book.newWorksheet("a").value(0, 0, "x"));
        assertRefused("damaged", Arrays.copyOf(whole, whole.length / 2));
    }

    @Test
    void refusesWorkbooksThatGrow() {
        assertRefused("bomb", zip("xl/worksheets/sheet1.xml", new byte[70 * 1024 * 1024]));
        assertRefused(
                "damaged",
                zip(
                        "xl/worksheets/sheet1.xml",
                        "<worksheet><sheetData><row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row></sheetData></worksheet>"
                                .getBytes(UTF_8)));
        assertRefused("tooManyColumns", workbook(book -> {
            Worksheet sheet = book.newWorksheet("a");
            sheet.value(0, 0, "x");
            sheet.value(1, 16_000, "far out");
        }));
        assertRefused("tooManyLines", workbook(book -> {
            Worksheet sheet = book.newWorksheet("a");
            for (int i = 0; i < 1_502; i++) {
                sheet.value(i, 0, "x");
            }
        }));
    }

    @Test
    void doesNotFollowEntities() {
        byte[] evil = withSheet("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY f SYSTEM \"file:///etc/hostname\">]>"
                + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c></row>"
                + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>&f;&a;</t></is></c></row></sheetData></worksheet>");

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> SheetReader.read(evil));
    }

    private static void assertTable(Sheet sheet) {
        assertThat(sheet.header()).containsExactly("country", "reasons");
        assertThat(texts(sheet))
                .containsExactly(List.of("Côte d’Ivoire", "Floors, and more"), List.of("VNM", "Réforme"));
    }

    private static List<List<String>> texts(Sheet sheet) {
        return sheet.lines().stream()
                .map(line -> line.cells().stream().map(Sheet.Cell::text).toList())
                .toList();
    }

    private static void assertRefused(String why, byte[] content) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> SheetReader.read(content))
                .satisfies(refused -> {
                    assertThat(refused.words().key()).isEqualTo("platform.import.refused." + why);
                    assertThat(refused.field()).isEqualTo("file");
                });
    }

    private static byte[] workbook(Consumer<Workbook> filling) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", "1.0")) {
            filling.accept(book);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String name, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A real workbook whose only sheet is replaced. */
    private static byte[] withSheet(String xml) {
        byte[] real = workbook(book -> book.newWorksheet("a").value(0, 0, "x"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile in = ZipFile.builder().setByteArray(real).get();
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                boolean sheet = entry.getName().equals("xl/worksheets/sheet1.xml");
                out.write(sheet ? xml.getBytes(UTF_8) : in.getInputStream(entry).readAllBytes());
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
