package org.tandem.platform.spreadsheet;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.Message;
import org.tandem.platform.Refused;

/** Reads CSV and XLSX files; which of the two a file is, its content says and not its name. */
public final class SheetReader {

    /** Lines after the header, empty ones and comments not counted. */
    public static final int MOST_LINES = 1_500;

    static final int MOST_COLUMNS = 100;
    /** Lines of any kind: enough for a long file with gaps, and no more. */
    private static final int MOST_LINES_OF_ANY_KIND = 20_000;

    /** In all cells together: more than any list that people fill in, and little enough to be kept in memory. */
    static final int MOST_CHARACTERS = 4_000_000;

    private static final String FIELD = "file";

    private SheetReader() {}

    /** @throws Refused saying what is wrong with the file and what to do */
    public static Sheet read(byte[] content) {
        if (content.length == 0) {
            throw refused("empty");
        }
        Gathering gathering = new Gathering();
        if (begins(content, 'P', 'K', 3, 4)) {
            XlsxFile.read(content, gathering);
        } else if (begins(content, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw refused("oldExcel");
        } else {
            CsvFile.read(content, gathering);
        }
        return gathering.sheet();
    }

    static Refused refused(String why, Object... args) {
        return Refused.invalid(FIELD, "platform.import.refused." + why, args);
    }

    static boolean begins(byte[] content, int... bytes) {
        if (content.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((content[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Takes the lines as they come and stops when it is too much. */
    static final class Gathering {

        private @Nullable List<String> header;
        private final List<Sheet.Line> lines = new ArrayList<>();
        private final List<Message> notices = new ArrayList<>();
        private int empty;
        private int comments;
        private int last;
        private long characters;

        void notice(String key, Object... args) {
            notices.add(Message.of("platform.import.notice." + key, args));
        }

        void line(int number, List<Sheet.Cell> cells) {
            if (cells.size() > MOST_COLUMNS) {
                throw refused("tooManyColumns", MOST_COLUMNS);
            }
            if (number <= last) {
                throw refused("damaged");
            }
            last = number;
            characters += cells.stream().mapToLong(cell -> cell.text().length()).sum();
            if (characters > MOST_CHARACTERS) {
                throw refused("tooMuchText", MOST_CHARACTERS);
            }
            if (cells.stream().allMatch(Sheet.Cell::isEmpty)) {
                empty++;
            } else if (header == null) {
                header = cells.stream().map(Sheet.Cell::text).toList();
            } else if (cells.get(0).text().startsWith("#")) {
                comments++;
            } else {
                lines.add(new Sheet.Line(number, List.copyOf(cells)));
            }
            if (lines.size() > MOST_LINES || empty + comments > MOST_LINES_OF_ANY_KIND) {
                throw refused("tooManyLines", MOST_LINES);
            }
        }

        Sheet sheet() {
            if (header == null || lines.isEmpty()) {
                throw refused("noLines");
            }
            if (empty > 0) {
                notice("emptyLines", empty);
            }
            if (comments > 0) {
                notice("comments", comments);
            }
            return new Sheet(header, List.copyOf(lines), List.copyOf(notices));
        }
    }
}
