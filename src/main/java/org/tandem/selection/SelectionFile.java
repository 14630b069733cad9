package org.tandem.selection;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.cases.CaseId;
import org.tandem.vetting.FileSummary;
import org.tandem.vetting.NominationFile;
import org.tandem.vetting.VettingState;

/** The nomination as the file the directors vet. */
@Component
@Transactional
@RequiredArgsConstructor
class SelectionFile implements NominationFile {

    private final Nominations nominations;
    private final SelectionSummaries summaries;
    private final MoveSelection moveSelection;

    @Override
    public String kind() {
        return SelectionProcess.KEY;
    }

    @Override
    public Set<UUID> nominators(CaseId id) {
        return nominations.of(id).namedBy();
    }

    @Override
    public String nominatedBy(CaseId id) {
        return nominations.of(id).nominatedBy();
    }

    @Override
    public Map<String, FileSummary> summaries(Collection<CaseId> ids) {
        return summaries.of(ids);
    }

    @Override
    public void vettingIs(CaseId id, VettingState state) {
        moveSelection.to(id, SelectionState.valueOf(state.name()), null);
    }

    @Override
    public void amend(CaseId id, @Nullable String amendment) {
        if (amendment != null) {
            moveSelection.amend(id, amendment);
        }
    }
}
