package org.tandem.platform.spreadsheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * An unpacked part of a workbook, counted as it comes. In markup the way from one {@code <} to the next is counted too, so
 * that no tag and no text can fill the memory before anybody has seen it.
 */
final class CountedBytes extends FilterInputStream {

    private static final int LONGEST_TAG_WITH_TEXT = 256 * 1024;

    private final Total total;
    private final boolean markup;
    private int sinceTag;

    CountedBytes(InputStream packed, Total total, boolean markup) {
        super(packed);
        this.total = total;
        this.markup = markup;
    }

    /** What may still come, of all parts together. */
    static final class Total {

        private long left;

        Total(long most) {
            this.left = most;
        }

        private void take(long bytes) {
            left -= bytes;
            if (left < 0) {
                throw SheetReader.refused("bomb");
            }
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        int count = super.read(into, from, most);
        if (count > 0) {
            total.take(count);
            if (markup) {
                look(into, from, count);
            }
        }
        return count;
    }

    private void look(byte[] bytes, int from, int count) {
        for (int i = from; i < from + count; i++) {
            sinceTag = bytes[i] == '<' ? 0 : sinceTag + 1;
            // In two bytes a character, which no spreadsheet writes, a tag could not be told from a letter.
            if (bytes[i] == 0 || sinceTag > LONGEST_TAG_WITH_TEXT) {
                throw SheetReader.refused("damaged");
            }
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
