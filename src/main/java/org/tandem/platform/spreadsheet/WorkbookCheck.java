package org.tandem.platform.spreadsheet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Looks through a workbook before it is opened, keeping nothing: the library that reads it makes room for whatever a
 * workbook says it holds.
 */
final class WorkbookCheck {

    private static final long MOST_BYTES = 20L * 1024 * 1024;
    private static final int MOST_ENTRIES = 500;
    private static final byte[] ENTRY = {'P', 'K', 1, 2};

    private WorkbookCheck() {}

    /** @return whether cells are merged */
    static boolean isMerged(byte[] content) {
        if (entries(content) > MOST_ENTRIES) {
            throw SheetReader.refused("damaged");
        }
        PartCheck check = new PartCheck();
        CountedBytes.Total total = new CountedBytes.Total(MOST_BYTES);
        Set<String> names = new HashSet<>();
        try (ZipFile zip = ZipFile.builder().setByteArray(content).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (!names.add(entry.getName()) || !isPackedAsUsual(entry)) {
                    throw SheetReader.refused("damaged");
                }
                look(new BufferedInputStream(zip.getInputStream(entry)), total, check);
            }
        } catch (IOException damaged) {
            throw SheetReader.refused("damaged");
        }
        if (names.stream().noneMatch(name -> name.startsWith("xl/"))) {
            throw SheetReader.refused("otherZip");
        }
        return check.isMerged();
    }

    private static void look(InputStream packed, CountedBytes.Total total, PartCheck check) throws IOException {
        packed.mark(4);
        byte[] begin = packed.readNBytes(4);
        packed.reset();
        if (SheetReader.begins(begin, 0xFE, 0xFF)
                || SheetReader.begins(begin, 0xFF, 0xFE)
                || SheetReader.begins(begin, 0, '<')
                || SheetReader.begins(begin, 0, 0, 0, '<')) {
            throw SheetReader.refused("damaged");
        }
        boolean markup =
                SheetReader.begins(begin, 0xEF, 0xBB, 0xBF) || begin.length > 0 && "< \t\r\n".indexOf(begin[0]) >= 0;
        CountedBytes bytes = new CountedBytes(packed, total, markup);
        if (markup) {
            check.look(bytes);
        }
        bytes.transferTo(OutputStream.nullOutputStream());
    }

    private static boolean isPackedAsUsual(ZipArchiveEntry entry) {
        return entry.getMethod() == ZipEntry.DEFLATED || entry.getMethod() == ZipEntry.STORED;
    }

    /** Counted before the archive is opened, because opening it makes an object of each. */
    private static int entries(byte[] content) {
        int entries = 0;
        for (int i = 0; i + ENTRY.length <= content.length; i++) {
            if (content[i] == 'P' && Arrays.equals(content, i, i + ENTRY.length, ENTRY, 0, ENTRY.length)) {
                entries++;
            }
        }
        return entries;
    }
}
