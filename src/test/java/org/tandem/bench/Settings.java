package org.tandem.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * How much to measure, and where to write it.
 *
 * @param scale 1 for the sizes that count, less for a quick look
 * @param parts names of the parts to run; all when empty
 * @param results directory for the raw rows
 * @param page whose tables are replaced, each by a run of its part at full scale
 */
record Settings(double scale, List<String> parts, Path results, Path page) {

    /** From the properties {@code tandem.scale} and {@code tandem.parts}, the latter separated by commas. */
    static Settings fromProperties() {
        String parts = System.getProperty("tandem.parts", "").strip();
        return new Settings(
                Double.parseDouble(System.getProperty("tandem.scale", "1")),
                parts.isEmpty() ? List.of() : List.of(parts.split("\\s*,\\s*")),
                Path.of("target", "bench"),
                Path.of("docs", "performance.md"));
    }

    /** So many at this scale, but never fewer than the least that still means something. */
    int scaled(int full, int least) {
        return Math.max(least, (int) Math.round(full * scale));
    }

    boolean wants(Part part) {
        return parts.isEmpty() || parts.contains(part.name());
    }

    /** Whether what is measured is fit to be published. */
    boolean isFull() {
        return scale >= 1;
    }
}
