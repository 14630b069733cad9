package org.tandem.platform.spreadsheet;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Text with separators: finds out how it is encoded and what separates the cells. */
final class CsvFile {

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final char[] SEPARATORS = {',', ';', '\t'};
    /** Counted before the text is taken apart, because a line of nothing but separators becomes as many cells. */
    private static final int MOST_SEPARATORS = 400_000;

    private CsvFile() {}

    static void read(byte[] content, SheetReader.Gathering gathering) {
        String text = text(content, gathering);
        if (text.length() > SheetReader.MOST_CHARACTERS) {
            throw SheetReader.refused("tooMuchText", SheetReader.MOST_CHARACTERS);
        }
        char separator = separator(text);
        if (text.chars().filter(c -> c == separator).count() > MOST_SEPARATORS) {
            throw SheetReader.refused("tooManyColumns", SheetReader.MOST_COLUMNS);
        }
        int skipped = 0;
        if (text.regionMatches(true, 0, "sep=", 0, 4)) {
            // Excel's own way of saying which separator follows.
            int end = text.indexOf('\n');
            text = end < 0 ? "" : text.substring(end + 1);
            skipped = 1;
        }
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .get();
        long line = 0;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord record : parser) {
                line = record.getRecordNumber() + skipped;
                List<Sheet.Cell> cells = new ArrayList<>();
                record.forEach(cell -> cells.add(Sheet.Cell.of(cell)));
                gathering.line((int) line, cells);
            }
        } catch (UncheckedIOException | IOException | IllegalStateException unreadable) {
            throw SheetReader.refused("quotes", line + 1);
        }
    }

    private static String text(byte[] content, SheetReader.Gathering gathering) {
        if (SheetReader.begins(content, 0xEF, 0xBB, 0xBF)) {
            return strict(content, 3, StandardCharsets.UTF_8).orElseThrow(() -> SheetReader.refused("notText"));
        }
        if (SheetReader.begins(content, 0xFF, 0xFE)) {
            return strict(content, 2, StandardCharsets.UTF_16LE).orElseThrow(() -> SheetReader.refused("notText"));
        }
        if (SheetReader.begins(content, 0xFE, 0xFF)) {
            return strict(content, 2, StandardCharsets.UTF_16BE).orElseThrow(() -> SheetReader.refused("notText"));
        }
        int evenNulls = nulls(content, 0);
        int oddNulls = nulls(content, 1);
        if (evenNulls + oddNulls > 0) {
            return wide(content, evenNulls, oddNulls);
        }
        Optional<String> utf8 = strict(content, 0, StandardCharsets.UTF_8);
        if (utf8.isPresent()) {
            return utf8.get();
        }
        String western = strict(content, 0, WESTERN).orElseThrow(() -> SheetReader.refused("notText"));
        if (western.chars()
                        .filter(c -> Character.isISOControl(c) && "\r\n\t".indexOf(c) < 0)
                        .count()
                > 0) {
            throw SheetReader.refused("notText");
        }
        gathering.notice("western");
        return western;
    }

    /** UTF-16 without a mark: in mostly Latin text every second byte is null; anything else with nulls is no text. */
    private static String wide(byte[] content, int evenNulls, int oddNulls) {
        int pairs = content.length / 2;
        Charset charset = oddNulls > pairs / 2 && evenNulls == 0
                ? StandardCharsets.UTF_16LE
                : evenNulls > pairs / 2 && oddNulls == 0 ? StandardCharsets.UTF_16BE : null;
        if (charset == null) {
            throw SheetReader.refused("notText");
        }
        return strict(content, 0, charset).orElseThrow(() -> SheetReader.refused("notText"));
    }

    private static int nulls(byte[] content, int from) {
        int nulls = 0;
        for (int i = from; i < content.length; i += 2) {
            if (content[i] == 0) {
                nulls++;
            }
        }
        return nulls;
    }

    private static Optional<String> strict(byte[] content, int from, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content, from, content.length - from))
                    .toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    /** The one that stands most often in the first line that has any, outside quotes. */
    private static char separator(String text) {
        if (text.regionMatches(true, 0, "sep=", 0, 4) && text.length() > 4) {
            char said = text.charAt(4);
            if (new String(SEPARATORS).indexOf(said) >= 0) {
                return said;
            }
        }
        int[] counts = new int[SEPARATORS.length];
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == '\n' && counts[0] + counts[1] + counts[2] > 0) {
                break;
            } else if (!quoted) {
                for (int s = 0; s < SEPARATORS.length; s++) {
                    counts[s] += c == SEPARATORS[s] ? 1 : 0;
                }
            }
        }
        int best = 0;
        for (int s = 1; s < SEPARATORS.length; s++) {
            best = counts[s] > counts[best] ? s : best;
        }
        return SEPARATORS[best];
    }
}
