package org.tandem.programme;

import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.proposal.ProposalState;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.TaskWork;

/** The call a cleared proposal goes to; only of a country that is selected now, and not while its selection is paused. */
@UseCase
@RequiredArgsConstructor
class ChooseCall implements TaskWork {

    private final Cases cases;

    @Override
    public Set<String> taskKeys() {
        return Set.of(ProgrammeProcess.CHOOSE_CALL);
    }

    @Override
    public Optional<Refused> obstacle(OpenTask task, SignedIn who) {
        CaseView view = cases.find(task.caseOf()).orElseThrow();
        Optional<CaseView> country = Optional.ofNullable(view.parent()).map(CaseId::new).flatMap(cases::find);
        if (country.filter(above -> above.stateBeneath().equals("VETTED")).isEmpty()) {
            return Optional.of(ProgrammeRefused.notSelected());
        }
        if (country.get().suspendedBy() != null) {
            return Optional.of(ProgrammeRefused.countryPaused());
        }
        return view.stateBeneath().equals(ProposalState.READY.name())
                ? Optional.empty()
                : Optional.of(ProgrammeRefused.notReady());
    }
}
