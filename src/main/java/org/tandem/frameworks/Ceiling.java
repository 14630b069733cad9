package org.tandem.frameworks;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many countries a wave may have, and who settled that.
 *
 * @param countries none when no ceiling is set
 * @param version to be sent back when changing it
 */
public record Ceiling(@Nullable Integer countries, int version, List<Change> changes) {

    /** One settling; the newest comes first. */
    public record Change(@Nullable Integer countries, String by, Instant at) {}
}
