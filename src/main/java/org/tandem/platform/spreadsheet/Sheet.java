package org.tandem.platform.spreadsheet;

import java.util.List;
import org.tandem.platform.Message;

/**
 * A table as it was read.
 *
 * @param header the cells of the first line that is not empty
 * @param lines those after it, without empty lines and comments
 * @param notices what the reader should know about how the file was understood
 */
public record Sheet(List<String> header, List<Line> lines, List<Message> notices) {

    /** @param number as the spreadsheet counts its lines, the header included */
    public record Line(int number, List<Cell> cells) {}

    /**
     * @param formula a formula, or a text that a spreadsheet would run as one
     * @param result what a workbook last computed for a formula; empty when it says nothing of it
     */
    public record Cell(String text, boolean formula, String result) {

        static Cell of(String text) {
            String clean = text.strip();
            return new Cell(clean, !clean.isEmpty() && "=+-@".indexOf(clean.charAt(0)) >= 0, "");
        }

        boolean isEmpty() {
            return text.isEmpty() && !formula;
        }
    }
}
