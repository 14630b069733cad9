package org.tandem.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that are not what they say, or more than they say, by what is wrong with them. */
final class HostileFiles {

    private static final String SHEET = "xl/worksheets/sheet1.xml";

    private HostileFiles() {}

    static Map<String, byte[]> all() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("empty", new byte[0]);
        files.put("one byte", new byte[] {0});
        files.put("pdf that is a page", bytes("%PDF-1.7\n<html><" + HostileTexts.MARK + "><script>alert(1)</script>"));
        files.put("pdf of six bytes", bytes("%PDF-1"));
        files.put("page", bytes("<!doctype html><" + HostileTexts.MARK + ">"));
        files.put("picture that runs", bytes("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"));
        files.put("program", bytes("MZ\u0090\u0000\u0003"));
        files.put("noise", noise(200_000));
        files.put("zeros", new byte[300_000]);
        files.put("half of a character", new byte[] {(byte) 0xC3, 0x28, (byte) 0xF0, (byte) 0x9F});
        files.put("utf-16 with an odd byte", new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0, 'b'});
        files.put("one endless line", bytes("framework," + "x".repeat(2_000_000)));
        files.put("a million columns", bytes(",".repeat(1_000_000)));
        files.put("quotes that never end", bytes("framework,country\n\"" + "\"\"".repeat(200_000)));
        files.put("a million lines", bytes("a\n".repeat(1_000_000)));
        files.put("rows of hostile text", rows());
        files.put("packed file with nothing in it", zip(Map.of()));
        files.put("packed file cut", cut(workbook("<sheetData/>", "")));
        files.put("workbook bomb", workbook("<sheetData>" + " ".repeat(60_000_000) + "</sheetData>", ""));
        files.put("number of a thousand million digits", workbook(cell("<c r=\"A1\"><v>1E999999999</v></c>"), ""));
        files.put("small number of as many", workbook(cell("<c r=\"A1\"><v>-1E-999999999</v></c>"), ""));
        files.put("shared string far away", workbook(cell("<c r=\"A1\" t=\"s\"><v>2000000000</v></c>"), ""));
        files.put("shared string before the first", workbook(cell("<c r=\"A1\" t=\"s\"><v>-1</v></c>"), ""));
        files.put(
                "cell far away",
                workbook(
                        "<sheetData><row r=\"2147483647\"><c r=\"ZZZZZZ2147483647\" "
                                + "t=\"inlineStr\"><is><t>x</t></is></c></row></sheetData>",
                        ""));
        files.put("entities that grow", workbook(cell("<c r=\"A1\" t=\"inlineStr\"><is><t>&j;</t></is></c>"), bomb()));
        files.put(
                "entity from elsewhere",
                workbook(
                        cell("<c r=\"A1\" t=\"inlineStr\"><is><t>&x;</t></is></c>"),
                        "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"));
        files.put("deep nesting", workbook("<a>".repeat(100_000), ""));
        files.put("not xml", workbook("<<<", ""));
        return files;
    }

    private static byte[] rows() {
        StringBuilder csv = new StringBuilder("framework,country,areas,entry_point,reasons,gains,no_collaboration\n");
        for (String text : HostileTexts.ALL) {
            String quoted = "\"" + text.replace("\"", "\"\"") + "\"";
            csv.append("FFA,VNM,A3,").append(quoted).append(',').append(quoted).append(",A3=COHERENCE,");
            csv.append(quoted).append('\n');
        }
        return bytes(csv.toString());
    }

    private static String cell(String cell) {
        return "<sheetData><row r=\"1\">" + cell + "</row></sheetData>";
    }

    private static String bomb() {
        StringBuilder entities = new StringBuilder("<!DOCTYPE w [<!ENTITY a \"0123456789\">");
        for (char name = 'b'; name <= 'j'; name++) {
            entities.append("<!ENTITY ").append(name).append(" \"");
            entities.append(("&" + (char) (name - 1) + ";").repeat(10)).append("\">");
        }
        return entities.append("]>").toString();
    }

    private static byte[] workbook(String sheet, String prolog) {
        String main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        String relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String packaged = "http://schemas.openxmlformats.org/package/2006/";
        String spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"" + packaged + "content-types\"><Default Extension=\"rels\" ContentType=\""
                        + "application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\""
                        + "/xl/workbook.xml\" ContentType=\"" + spreadsheet + "sheet.main+xml\"/><Override PartName=\"/"
                        + SHEET + "\" ContentType=\"" + spreadsheet + "worksheet+xml\"/></Types>");
        parts.put(
                "_rels/.rels",
                "<Relationships xmlns=\"" + packaged + "relationships\"><Relationship Id=\"r1\" Type=\"" + relation
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"" + packaged + "relationships\"><Relationship Id=\"r1\" Type=\"" + relation
                        + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        parts.put(
                "xl/workbook.xml",
                "<workbook " + main + " xmlns:r=\"" + relation + "\"><sheets><sheet name=\"a\" sheetId=\"1\" "
                        + "r:id=\"r1\"/></sheets></workbook>");
        parts.put(SHEET, "<?xml version=\"1.0\"?>" + prolog + "<worksheet " + main + ">" + sheet + "</worksheet>");
        return zip(parts);
    }

    private static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(bytes(part.getValue()));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] cut(byte[] whole) {
        return java.util.Arrays.copyOf(whole, whole.length / 2);
    }

    private static byte[] noise(int size) {
        byte[] noise = new byte[size];
        new Random(7).nextBytes(noise);
        return noise;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
