package org.tandem.vetting;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tandem.cases.CaseId;

/** Port: the file the directors vet. Owned here, implemented by whoever nominates. */
public interface NominationFile {

    /** Kind of the cases that have such a file. */
    String kind();

    /** Who named the country, for either side: they may not vet it. */
    Set<UUID> nominators(CaseId id);

    /** Agency that nominated. */
    String nominatedBy(CaseId id);

    /** What each file says in short, by case; all of them in one go. */
    Map<String, FileSummary> summaries(Collection<CaseId> ids);

    /** The vetting has reached this state: IN_VETTING, RETURNED or IN_DIVERGENCE. */
    void vettingIs(CaseId id, VettingState state);

    /** The nominating side answered a question and says what changed in the file. */
    void amend(CaseId id, @Nullable String amendment);
}
