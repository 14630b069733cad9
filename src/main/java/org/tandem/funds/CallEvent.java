package org.tandem.funds;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a call.
 *
 * @param kind ENTERED, CORRECTED, EXTENDED, CLOSED, CANCELLED, or LOADED when its file said something new
 * @param version of the call since then
 * @param person null for the file
 */
public record CallEvent(
        String kind,
        int version,
        Instant at,
        @Nullable UUID person,
        @Nullable String reason,
        List<Change> changes) {

    /** Values are null where nothing was known. */
    public record Change(
            String field, @Nullable String before, @Nullable String after) {}

    static List<Change> changes(Map<String, String> before, Map<String, String> after) {
        return Call.FIELDS.stream()
                .filter(field -> !Objects.equals(before.get(field), after.get(field)))
                .map(field -> new Change(field, before.get(field), after.get(field)))
                .toList();
    }
}
