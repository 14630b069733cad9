package org.tandem.tasks.drafts;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A form as somebody is filling it in. Only its writer ever sees it.
 *
 * @param caseId the case it is about, null when it opens one
 * @param typed field name to the values as they were typed, unchecked
 * @param formHash says which version of the form was filled in, null when that is known otherwise
 */
public record Draft(
        UUID id,
        @Nullable String caseId,
        Map<String, List<String>> typed,
        Instant savedAt,
        @Nullable String formHash) {

    /** Under which name the tasks stand that were on the page. */
    public static final String SHOWN = "_shown";

    /** Whether what was typed for all on the page was typed for all of these. */
    public boolean isFor(Collection<String> tasks) {
        return typed.getOrDefault(SHOWN, List.of()).containsAll(tasks);
    }
}
