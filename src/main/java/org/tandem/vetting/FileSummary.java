package org.tandem.vetting;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a director compares of a nomination file.
 *
 * @param namedBy who named the country, for either side: they may not vet it
 * @param expectedGain as its label says
 * @param collaborations how many running collaborations the file names
 * @param noCollaboration why none is named
 * @param absent parties without a presence in the country
 * @param otherAreas cases of the same country in other areas of the framework
 */
public record FileSummary(
        String nominatedBy,
        Set<UUID> namedBy,
        String entryPoint,
        String reasons,
        @Nullable String expectedGain,
        int collaborations,
        @Nullable String noCollaboration,
        List<String> absent,
        @Nullable String absenceExplanation,
        @Nullable String amendments,
        List<OtherArea> otherAreas) {

    public record OtherArea(String area, String caseId, String state) {}
}
