package org.tandem.vetting;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.Message;

/**
 * One country as a director compares it with the others that wait. Nothing in it tells whether or how anybody has voted.
 *
 * @param task the engine's id of the open task; a later round has another
 * @param party the agency the director decides for
 * @param priority which of LDC and CRISIS the country is
 * @param question what was asked when the file was last returned; null in the first round
 * @param obstacle why this person cannot decide it here and now; null when nothing is in the way
 */
record Candidate(
        String task,
        String caseId,
        String framework,
        String area,
        @Nullable String areaTitle,
        String country,
        String countryName,
        @Nullable String party,
        List<String> priority,
        int round,
        @Nullable String question,
        @Nullable String answer,
        Instant since,
        @Nullable Instant due,
        FileSummary file,
        @Nullable Message obstacle) {

    boolean decidable() {
        return obstacle == null;
    }
}
