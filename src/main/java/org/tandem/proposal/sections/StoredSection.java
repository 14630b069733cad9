package org.tandem.proposal.sections;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A section as it was saved.
 *
 * @param section code in the form of the proposal
 * @param content texts by the names of the fields, lists as their rows; empty when nothing is written
 * @param revision counts the saves of this section, from one; 0 when it was never saved
 */
record StoredSection(
        String section,
        Map<String, Object> content,
        int revision,
        @Nullable UUID changedBy,
        @Nullable Instant changedAt) {

    static StoredSection unwritten(String section) {
        return new StoredSection(section, Map.of(), 0, null, null);
    }
}
