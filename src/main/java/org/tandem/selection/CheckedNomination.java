package org.tandem.selection;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody proposes: one country for one or many areas, one case each.
 *
 * @param gains expected efficiency gain per area code; each from the area's own list
 * @param collaborations codes of running collaborations it builds on
 * @param importKey identity of the spreadsheet row it came from, so that uploading twice starts nothing twice; with the
 *     area it is the key of one case
 */
record CheckedNomination(
        String framework,
        String country,
        List<String> areas,
        String entryPoint,
        @Nullable String existingCapacity,
        @Nullable String replicable,
        String reasons,
        Map<String, String> gains,
        List<String> collaborations,
        @Nullable String noCollaboration,
        @Nullable String absenceExplanation,
        @Nullable String importKey) {

    @Nullable
    String importKeyOf(String area) {
        return importKey == null ? null : importKey + "/" + area;
    }
}
